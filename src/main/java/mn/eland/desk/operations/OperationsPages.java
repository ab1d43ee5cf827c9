package mn.eland.desk.operations;

import static mn.eland.edge.web.RefusedException.orThrow;

import mn.eland.contract.archive.Archive;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.outage.Outage;
import mn.eland.workflow.outage.Outages;
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
    private final Outages outages;
    private final Archive archive;
    private final TroubleWords words;
    private final Refusals refusals;

    OperationsPages(Troubles troubles, Outages outages, Archive archive, TroubleWords words, Refusals refusals) {
        this.troubles = troubles;
        this.outages = outages;
        this.archive = archive;
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
        model.addAttribute("outages", orThrow(outages.all(actor)).stream().map(outage -> new OutageRow(outage, words.name(outage.poller(), locale),
                words.what(outage, locale), words.waits(outage, locale))).toList());
        model.addAttribute("asked", orThrow(outages.asked(actor, LOG)).stream().map(asked -> new AskedRow(asked, words.name(asked.poller(), locale))).toList());
        model.addAttribute("archive", orThrow(archive.figures(actor)));
        return "desk/operations";
    }

    @PostMapping("/{id}/retry")
    String retry(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        return back(troubles.tryAgain(actor, id, reason), id, "operations.retried", after);
    }

    @PostMapping("/outages/{poller}/try")
    String tryNow(Actor actor, @PathVariable String poller, @RequestParam(defaultValue = "") String reason, RedirectAttributes after) {
        return back(outages.tryNow(actor, poller, reason), poller, "operations.tried", after);
    }

    private String back(Outcome<?> outcome, String id, String doneKey, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", doneKey);
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

    /** A system that keeps failing, with its words. */
    record OutageRow(Outage outage, String name, String what, String waits) {
    }

    /** Who had a system asked at once. */
    record AskedRow(Outage.Asked asked, String name) {
    }

    /** A failed step with its words. */
    record Row(Trouble trouble, String step, String system, String what, String advice) {
    }
}
