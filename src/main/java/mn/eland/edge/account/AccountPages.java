package mn.eland.edge.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import mn.eland.edge.passkey.Passkeys;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.session.WebSessions;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.account.Closings;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.account.Sessions;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person can see and change about the own account. */
@Controller
@RequestMapping("/account")
class AccountPages {

    /** Where who signed in too long ago goes before changing how one signs in. */
    static final String AGAIN = "redirect:/sign-in-again?to=/account";

    private final Sessions sessions;
    private final SignedOut signedOut;
    private final SecondSteps steps;
    private final Passkeys passkeys;
    private final Closings closings;
    private final LostFactors factors;
    private final Freshness freshness;
    private final Refusals refusals;

    AccountPages(Sessions sessions, SignedOut signedOut, SecondSteps steps, Passkeys passkeys, Closings closings, LostFactors factors,
                 Freshness freshness, Refusals refusals) {
        this.sessions = sessions;
        this.steps = steps;
        this.passkeys = passkeys;
        this.closings = closings;
        this.factors = factors;
        this.signedOut = signedOut;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @GetMapping
    String account(Actor actor, HttpServletRequest request, Model model) {
        model.addAttribute("sessions", sessions.of(actor.person()));
        model.addAttribute("here", WebSessions.idOf(request.getSession(false)));
        model.addAttribute("second", steps.isOn(actor.person()));
        model.addAttribute("recoveryLeft", steps.recoveryCodesLeft(actor.person()));
        model.addAttribute("passkeys", passkeys.of(actor.person()));
        model.addAttribute("reset", factors.about(actor.person()).orElse(null));
        model.addAttribute("fresh", freshness.isFresh());
        model.addAttribute("binding", closings.hindrances(actor.person()));
        model.addAttribute("tokens", signedOut.programs(actor.person()));
        return "edge/account";
    }

    @PostMapping("/sessions/{id}/end")
    String end(Actor actor, @PathVariable UUID id, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AGAIN;
        }
        Told.of(signedOut.one(actor.person(), id), "account.session.ended", refusals, after);
        return "redirect:/account";
    }

    /** After it nobody is signed in here. */
    @PostMapping("/close")
    String close(Actor actor, @RequestParam(defaultValue = "") String password, HttpServletRequest request, RedirectAttributes after) {
        var outcome = closings.close(actor.person(), password, request.getRemoteAddr());
        if (outcome.isDone()) {
            passkeys.forget(actor.person());
            signedOut.everywhere(actor.person());
            return "redirect:/sign-in?closed";
        }
        Told.refused(outcome.refusal(), refusals, after);
        return "redirect:/account";
    }

    @PostMapping("/sessions/end")
    String endOthers(Actor actor, HttpServletRequest request, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AGAIN;
        }
        signedOut.elsewhere(actor.person(), request.getSession(false));
        after.addFlashAttribute("doneKey", "account.sessions.ended");
        return "redirect:/account";
    }
}
