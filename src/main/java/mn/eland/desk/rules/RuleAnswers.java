package mn.eland.desk.rules;

import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says after a change of rules: done, or why not. Who may not at all gets an error page. */
final class RuleAnswers {

    private RuleAnswers() {
    }

    static void tell(Outcome<?> outcome, Refusals refusals, String doneKey, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
            after.getFlashAttributes().keySet().removeIf(name -> name.startsWith("typed"));
            return;
        }
        var refusal = outcome.refusal();
        if (refusal.kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(refusal);
        }
        after.addFlashAttribute("refused", refusals.text(refusal));
        after.addFlashAttribute("refusedCode", refusal.code());
        after.addFlashAttribute("wrongField", refusal.field());
    }
}
