package mn.eland.desk.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.stream.IntStream;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.Holiday;
import mn.eland.workflow.Workflow;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days on which offices are closed, year by year, for those who keep them. */
@Controller
@RequestMapping("/holidays")
class HolidayPages {

    private static final int YEARS_AHEAD = 3;
    private final Workflow workflow;
    private final Refusals refusals;
    private final ElandClock clock;

    HolidayPages(Workflow workflow, Refusals refusals, ElandClock clock) {
        this.workflow = workflow;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String year(Actor actor, @RequestParam(required = false) Integer year, Model model) {
        if (!actor.isAnyOf(Role.ANALYST, Role.OPERATOR, Role.ADMIN)) {
            throw new RefusedException(Refusal.forbidden("HOLIDAYS_NOT_YOURS"));
        }
        int thisYear = clock.today().getYear();
        int shown = year == null || Math.abs(year - thisYear) > YEARS_AHEAD ? thisYear : year;
        model.addAttribute("year", shown);
        model.addAttribute("years", IntStream.rangeClosed(thisYear - 1, thisYear + YEARS_AHEAD).boxed().toList());
        model.addAttribute("days", workflow.holidays(shown).stream().map(day -> Row.of(day, LocaleContextHolder.getLocale())).toList());
        return "desk/holidays";
    }

    @PostMapping
    String put(Actor actor, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestParam String nameMn,
               @RequestParam String nameEn, @RequestParam(defaultValue = "false") boolean confirmed, RedirectAttributes after) {
        var holiday = new Holiday(day, nameMn.strip(), nameEn.strip(), confirmed);
        after.addFlashAttribute("typed", holiday);
        return back(workflow.putHoliday(actor, holiday), day, "holidays.put", after);
    }

    @PostMapping("/{day}/remove")
    String remove(Actor actor, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, RedirectAttributes after) {
        return back(workflow.removeHoliday(actor, day), day, "holidays.removed", after);
    }

    private String back(Outcome<Void> outcome, LocalDate day, String doneKey, RedirectAttributes after) {
        RuleAnswers.tell(outcome, refusals, doneKey, after);
        return "redirect:/holidays?year=" + day.getYear();
    }

    /** @param free already a day off, so that the holiday changes nothing */
    record Row(Holiday holiday, String weekday, boolean free) {

        static Row of(Holiday holiday, Locale locale) {
            var weekday = holiday.day().getDayOfWeek();
            return new Row(holiday, weekday.getDisplayName(TextStyle.FULL_STANDALONE, locale),
                    weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY);
        }
    }
}
