package mn.eland.notarization.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.time.LocalDate;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.session.OfficeHours;
import mn.eland.notarization.session.Meetings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The notary's day by time, and the hours of the office. */
@Controller
class DayPages {

    private final Meetings meetings;
    private final OfficeHours hours;
    private final Refusals refusals;
    private final ElandClock clock;

    DayPages(Meetings meetings, OfficeHours hours, Refusals refusals, ElandClock clock) {
        this.meetings = meetings;
        this.hours = hours;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping("/notary/day")
    String day(Actor notary, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, Model model) {
        var shown = day == null ? clock.today() : day;
        model.addAttribute("sessions", orThrow(meetings.day(notary, shown)));
        model.addAttribute("day", shown);
        return "notarization/day";
    }

    @GetMapping("/notary/hours")
    String hours(Actor notary, Model model) {
        model.addAttribute("week", orThrow(hours.week(notary)));
        return "notarization/hours";
    }

    /** Two spans a day: {@code opens1.1}, {@code closes1.1}, {@code opens1.2}, … for Monday. */
    @PostMapping("/notary/hours")
    String keepHours(Actor notary, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        orThrow(hours.week(notary));
        var kept = hours.keep(notary, sent.toSingleValueMap());
        if (kept.isDone()) {
            flash.addFlashAttribute("doneKey", "session.hours.kept");
        } else {
            flash.addFlashAttribute("refused", refusals.text(kept.refusal()));
            flash.addFlashAttribute("refusedCode", kept.refusal().code());
        }
        return "redirect:/notary/hours";
    }
}
