package mn.eland.desk.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.absence.Absences;
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

/** Where a person of the staff says to be away, and an operator says it for somebody else. */
@Controller
@RequestMapping("/tasks/away")
class AwayPages {

    private final Absences absences;
    private final Parties parties;
    private final Refusals refusals;
    private final ElandClock clock;

    AwayPages(Absences absences, Parties parties, Refusals refusals, ElandClock clock) {
        this.absences = absences;
        this.parties = parties;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("absences", orThrow(absences.all(actor)));
        boolean operator = actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
        model.addAttribute("people", operator ? people(List.of(Role.values())) : List.of());
        model.addAttribute("substitutes", people(operator ? List.of(Role.values()) : actor.roles()));
        model.addAttribute("today", clock.today());
        return "desk/away";
    }

    @PostMapping
    String set(Actor actor, @RequestParam(required = false) UUID person, @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate from,
               @RequestParam @DateTimeFormat(iso = ISO.DATE) LocalDate to, @RequestParam(required = false) UUID substitute, RedirectAttributes after) {
        var who = person == null ? actor.party() : new PartyId(person);
        return back(absences.set(actor, who, from, to, substitute == null ? null : new PartyId(substitute)), "away.done", after);
    }

    @PostMapping("/{id}/end")
    String end(Actor actor, @PathVariable long id, RedirectAttributes after) {
        return back(absences.end(actor, id), "away.ended", after);
    }

    private String back(Outcome<?> outcome, String doneKey, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
        } else if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(outcome.refusal());
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:/tasks/away";
    }

    private List<PartyView> people(Collection<Role> roles) {
        return Stream.of(Role.values()).filter(role -> role.isStaff() && roles.contains(role))
                .flatMap(role -> parties.withRole(role).stream()).distinct().toList();
    }
}
