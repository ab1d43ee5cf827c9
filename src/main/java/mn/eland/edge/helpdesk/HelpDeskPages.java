package mn.eland.edge.helpdesk;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.UUID;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.account.Sessions;
import mn.eland.identity.recovery.FactorReset.Paper;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A helper looks an account up, ends its sessions, takes a lost second step off together with another helper, shuts out who has left. */
@Controller
@RequestMapping(HelpDeskPages.PAGE)
class HelpDeskPages {

    static final String PAGE = "/help-desk";
    private static final String OF_PERSON = PAGE + "/people/";

    private final HelpDesk desk;
    private final LostFactors factors;
    private final Ending ending;
    private final Sessions sessions;
    private final Freshness freshness;
    private final Refusals refusals;

    HelpDeskPages(HelpDesk desk, LostFactors factors, Ending ending, Sessions sessions, Freshness freshness, Refusals refusals) {
        this.desk = desk;
        this.factors = factors;
        this.ending = ending;
        this.sessions = sessions;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @GetMapping
    String open(Actor helper, Model model) {
        model.addAttribute("resets", orThrow(factors.open(helper)));
        model.addAttribute("me", helper.person());
        model.addAttribute("fresh", freshness.isFresh());
        return "edge/help-desk";
    }

    /** What was typed stands in no address. */
    @PostMapping("/search")
    String search(Actor helper, @RequestParam(defaultValue = "") String name, RedirectAttributes after) {
        var found = desk.find(helper, name);
        return found.isDone() ? "redirect:" + OF_PERSON + found.get().person() : back(found, null, PAGE, after);
    }

    @GetMapping("/people/{person}")
    String person(Actor helper, @PathVariable UUID person, Model model) {
        var account = orThrow(desk.find(helper, new PartyId(person)));
        model.addAttribute("account", account);
        model.addAttribute("sessions", sessions.of(account.person()));
        model.addAttribute("reset", factors.about(account.person()).orElse(null));
        model.addAttribute("papers", Paper.values());
        model.addAttribute("mayShutOut", helper.is(Role.ADMIN));
        model.addAttribute("fresh", freshness.isFresh());
        return "edge/help-desk-person";
    }

    @PostMapping("/people/{person}/sessions/end")
    String endSessions(Actor helper, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        return back(ending.sessions(helper, new PartyId(person), reason), "helpdesk.sessions.ended", OF_PERSON + person, after);
    }

    @PostMapping("/people/{person}/shut-out")
    String shutOut(Actor admin, @PathVariable UUID person, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        return back(ending.account(admin, new PartyId(person), reason), "helpdesk.shutOut.done", PAGE, after);
    }

    @PostMapping("/people/{person}/second-step")
    String ask(Actor helper, @PathVariable UUID person, @RequestParam(defaultValue = "ID_CARD") Paper paper,
               @RequestParam(defaultValue = "") String registerNumber, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        var owner = new PartyId(person);
        return back(desk.find(helper, owner).flatMap(account -> freshness.required())
                .flatMap(fresh -> factors.ask(helper, owner, paper, registerNumber, note)),
                "helpdesk.reset.asked", OF_PERSON + person, after);
    }

    @PostMapping("/resets/{id}/decision")
    String decide(Actor helper, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean approves,
                  @RequestParam(defaultValue = "") String registerNumber, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        return back(ending.decide(helper, id, approves, registerNumber, note), approves ? "helpdesk.reset.done"
                : "helpdesk.reset.refused", PAGE, after);
    }

    private String back(Outcome<?> outcome, String doneKey, String page, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
            return "redirect:" + page;
        }
        var refusal = outcome.refusal();
        if (refusal.code().equals("SIGN_IN_AGAIN")) {
            return "redirect:/sign-in-again?to=" + page;
        }
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(refusal);
        }
        after.addFlashAttribute("refused", refusals.text(refusal));
        after.addFlashAttribute("refusedCode", refusal.code());
        return "redirect:" + (refusal.kind() == Refusal.Kind.NOT_FOUND ? PAGE : page);
    }
}
