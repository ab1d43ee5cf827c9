package mn.eland.edge.passkey;

import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A person takes a passkey back; a new one is made by the browser. */
@Controller
class PasskeyPages {

    private final Passkeys passkeys;
    private final Freshness freshness;
    private final Refusals refusals;

    PasskeyPages(Passkeys passkeys, Freshness freshness, Refusals refusals) {
        this.passkeys = passkeys;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @PostMapping("/account/passkeys/{id}/remove")
    String remove(Actor actor, @PathVariable String id, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return "redirect:/sign-in-again?to=/account";
        }
        var outcome = passkeys.remove(actor.person(), id);
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", "account.passkey.removed");
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:/account";
    }
}
