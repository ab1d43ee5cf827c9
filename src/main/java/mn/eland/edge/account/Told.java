package mn.eland.edge.account;

import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the page that follows says of the act. */
final class Told {

    private Told() {
    }

    static void of(Outcome<?> outcome, String doneKey, Refusals refusals, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
        } else {
            refused(outcome.refusal(), refusals, after);
        }
    }

    static void refused(Refusal refusal, Refusals refusals, RedirectAttributes after) {
        after.addFlashAttribute("refused", refusals.text(refusal));
        after.addFlashAttribute("refusedCode", refusal.code());
    }
}
