package mn.eland.edge.account;

import jakarta.servlet.http.HttpServletRequest;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.account.Passwords;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A forgotten password, and one that is changed. */
@Controller
class PasswordPages {

    private final Passwords passwords;
    private final SignedOut signedOut;
    private final Refusals refusals;

    PasswordPages(Passwords passwords, SignedOut signedOut, Refusals refusals) {
        this.passwords = passwords;
        this.signedOut = signedOut;
        this.refusals = refusals;
    }

    @GetMapping("/password/forgotten")
    String forgotten() {
        return "edge/password-forgotten";
    }

    /** Says the same whether anybody has this address or not. */
    @PostMapping("/password/forgotten")
    String send(@RequestParam(defaultValue = "") String email, RedirectAttributes after) {
        passwords.forgotten(email);
        after.addFlashAttribute("doneKey", "password.sent");
        return "redirect:/password/forgotten";
    }

    @GetMapping("/password/new")
    String byLink(@RequestParam(defaultValue = "") String token, Model model) {
        model.addAttribute("token", token);
        return "edge/password-new";
    }

    /** Whoever was signed in with the old password is no longer. */
    @PostMapping("/password/new")
    String useLink(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String newPassword, RedirectAttributes after) {
        var outcome = passwords.useLink(token, newPassword);
        if (outcome.isDone()) {
            signedOut.everywhere(outcome.get());
            return "redirect:/sign-in?changed";
        }
        Told.refused(outcome.refusal(), refusals, after);
        if ("LINK_OVER".equals(outcome.refusal().code())) {
            return "redirect:/password/forgotten";
        }
        after.addAttribute("token", token);
        return "redirect:/password/new";
    }

    @PostMapping("/account/password")
    String change(Actor actor, @RequestParam(defaultValue = "") String password, @RequestParam(defaultValue = "") String newPassword,
                  HttpServletRequest request, RedirectAttributes after) {
        var outcome = passwords.change(actor.person(), password, newPassword, request.getRemoteAddr());
        if (outcome.isDone()) {
            signedOut.elsewhere(actor.person(), request.getSession(false));
        }
        Told.of(outcome, "password.changed", refusals, after);
        return "redirect:/account";
    }
}
