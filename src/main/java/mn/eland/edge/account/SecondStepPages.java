package mn.eland.edge.account;

import jakarta.servlet.http.HttpServletRequest;
import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.QrSvg;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person who has just signed in turns the second step on and off. */
@Controller
@RequestMapping("/account/second-step")
class SecondStepPages {

    private final SecondSteps steps;
    private final LostFactors factors;
    private final Freshness freshness;
    private final Refusals refusals;

    SecondStepPages(SecondSteps steps, LostFactors factors, Freshness freshness, Refusals refusals) {
        this.steps = steps;
        this.factors = factors;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @PostMapping
    String begin(Actor actor, @RequestParam(defaultValue = "") String password, HttpServletRequest request, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AccountPages.AGAIN;
        }
        var outcome = steps.begin(actor.person(), password, request.getRemoteAddr());
        if (outcome.isDone()) {
            return "redirect:/account/second-step";
        }
        Told.refused(outcome.refusal(), refusals, after);
        return "redirect:/account";
    }

    @GetMapping
    String setUp(Actor actor, Model model) {
        var setup = steps.waiting(actor.person());
        if (setup.isEmpty()) {
            return "redirect:/account";
        }
        model.addAttribute("secret", setup.get().spaced());
        model.addAttribute("qr", QrSvg.address(setup.get().address(actor.name())));
        return "edge/second-step";
    }

    /** The recovery codes stand on the answer and nowhere else. */
    @PostMapping("/confirm")
    String confirm(Actor actor, @RequestParam(defaultValue = "") String totp, Model model, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AccountPages.AGAIN + "/second-step";
        }
        var outcome = steps.confirm(actor.person(), totp);
        if (outcome.isDone()) {
            model.addAttribute("codes", outcome.get());
            return "edge/recovery-codes";
        }
        Told.refused(outcome.refusal(), refusals, after);
        return "redirect:/account/second-step";
    }

    /** Somebody at the office wanted it off, and it was not the owner. */
    @PostMapping("/keep")
    String keep(Actor actor, RedirectAttributes after) {
        Told.of(factors.stop(actor), "account.reset.stopped", refusals, after);
        return "redirect:/account";
    }

    @PostMapping("/end")
    String end(Actor actor, @RequestParam(defaultValue = "") String password, HttpServletRequest request, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return AccountPages.AGAIN;
        }
        Told.of(steps.end(actor.person(), password, request.getRemoteAddr()), "account.second.ended", refusals, after);
        return "redirect:/account";
    }
}
