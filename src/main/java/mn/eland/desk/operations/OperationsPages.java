package mn.eland.desk.operations;

import static mn.eland.edge.web.RefusedException.orThrow;

import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.trouble.Trouble;
import mn.eland.workflow.trouble.Troubles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The steps that failed, each with words for people and a way to have it tried again. */
@Controller
@RequestMapping("/operations")
class OperationsPages {

    private static final int MOST = 100;
    private static final int LOG = 20;
    private final Troubles troubles;
    private final TroubleWords words;
    private final Refusals refusals;

    OperationsPages(Troubles troubles, TroubleWords words, Refusals refusals) {
        this.troubles = troubles;
        this.words = words;
        this.refusals = refusals;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        var locale = LocaleContextHolder.getLocale();
        model.addAttribute("rows", orThrow(troubles.all(actor, MOST)).stream().map(trouble -> new Row(trouble, words.step(trouble, locale),
                words.system(trouble, locale), words.what(trouble, locale), words.advice(trouble, locale))).toList());
        model.addAttribute("count", troubles.count(actor).orElse(0));
        model.addAttribute("retries", orThrow(troubles.retries(actor, LOG)));
        return "desk/operations";
    }

    @PostMapping("/{id}/retry")
    String retry(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        var outcome = troubles.tryAgain(actor, id, reason);
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", "operations.retried");
            return "redirect:/operations";
        }
        if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(outcome.refusal());
        }
        after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
        after.addFlashAttribute("refusedCode", outcome.refusal().code());
        after.addFlashAttribute("wrongId", outcome.refusal().field() == null ? null : id);
        return "redirect:/operations";
    }

    /** A failed step with its words. */
    record Row(Trouble trouble, String step, String system, String what, String advice) {
    }
}
