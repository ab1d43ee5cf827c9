package mn.eland.notarization.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Refusal;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.session.ActFile;
import mn.eland.notarization.session.FreeSlot;
import mn.eland.notarization.session.Meetings;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The parties choose when they meet the notary; made for a phone. */
@Controller
@RequestMapping("/notarizations/{number:[A-Z]-\\d{4}-\\d{6}}/slot")
class SlotPages {

    /** Days with free slots on one page; the rest is found by the day. */
    private static final int DAYS_SHOWN = 5;
    private final Meetings meetings;
    private final Notarizations notarizations;
    private final ActFile file;
    private final Refusals refusals;
    private final ElandClock clock;

    SlotPages(Meetings meetings, Notarizations notarizations, ActFile file, Refusals refusals, ElandClock clock) {
        this.meetings = meetings;
        this.notarizations = notarizations;
        this.file = file;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String slots(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from, Model model) {
        return page(actor, number, from, model);
    }

    /** @param slot number of the notary and begin of the slot, as the page wrote them: {@code 1@2026-11-30T01:00:00Z} */
    @PostMapping
    String take(Actor actor, @PathVariable CaseRef number, @RequestParam(defaultValue = "") String slot, Model model, HttpServletResponse response,
                RedirectAttributes flash) {
        var taken = meetings.take(actor, number, notaryOf(slot), beginOf(slot));
        if (!taken.isDone() && taken.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            return orThrow(taken).notary();
        }
        if (!taken.isDone()) {
            response.setStatus(Refusals.status(taken.refusal()).value());
            model.addAttribute("refused", refusals.text(taken.refusal()));
            model.addAttribute("refusedCode", taken.refusal().code());
            return page(actor, number, null, model);
        }
        flash.addFlashAttribute("doneKey", "session.taken");
        return "redirect:/notarizations/" + number + "/slot";
    }

    @PostMapping("/back")
    String giveBack(Actor actor, @PathVariable CaseRef number, RedirectAttributes flash) {
        orThrow(meetings.giveBack(actor, number));
        flash.addFlashAttribute("doneKey", "session.givenBack");
        return "redirect:/notarizations/" + number + "/slot";
    }

    private String page(Actor actor, CaseRef number, LocalDate from, Model model) {
        var days = byDay(orThrow(meetings.free(actor, number, from)));
        model.addAttribute("number", number);
        model.addAttribute("meeting", meetings.of(number).orElse(null));
        model.addAttribute("papers", file.documents(number));
        model.addAttribute("days", days);
        model.addAttribute("from", from == null ? clock.today() : from);
        model.addAttribute("today", clock.today());
        return "notarization/slot";
    }

    private static Map<LocalDate, List<FreeSlot>> byDay(List<FreeSlot> free) {
        var days = new LinkedHashMap<LocalDate, List<FreeSlot>>();
        for (var slot : free) {
            var day = slot.from().atZone(ElandClock.ULAANBAATAR).toLocalDate();
            if (days.containsKey(day) || days.size() < DAYS_SHOWN) {
                days.computeIfAbsent(day, none -> new ArrayList<>()).add(slot);
            }
        }
        return days;
    }

    private static int notaryOf(String slot) {
        return slot.matches("\\d{1,4}@.*") ? Integer.parseInt(slot.substring(0, slot.indexOf('@'))) : 0;
    }

    private static Instant beginOf(String slot) {
        try {
            return Instant.parse(slot.substring(slot.indexOf('@') + 1));
        } catch (DateTimeParseException wrong) {
            return null;
        }
    }
}
