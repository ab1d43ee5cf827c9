package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.time.LocalDate;
import mn.eland.edge.web.Refusals;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.collection.StatementImport;
import mn.eland.payment.reconciliation.Reconciliation;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The days of the books, held against the bank and the gateway. */
@Controller
@RequestMapping("/payments/reconciliation")
class ReconciliationPages {

    static final int MOST_BYTES = 1_000_000;

    private final Reconciliation reconciliation;
    private final StatementImport statements;
    private final Uploads uploads;
    private final Refusals refusals;
    private final ElandClock clock;

    ReconciliationPages(Reconciliation reconciliation, StatementImport statements, Uploads uploads, Refusals refusals, ElandClock clock) {
        this.reconciliation = reconciliation;
        this.statements = statements;
        this.uploads = uploads;
        this.refusals = refusals;
        this.clock = clock;
    }

    @GetMapping
    String days(Actor actor, @RequestParam(required = false) LocalDate day, Model model) {
        var days = orThrow(reconciliation.days(actor));
        var shown = days.stream().filter(one -> day == null ? !one.isBalanced() : one.day().equals(day)).findFirst()
                .or(() -> days.stream().findFirst()).orElse(null);
        model.addAttribute("days", days);
        model.addAttribute("shown", shown);
        model.addAttribute("today", clock.today());
        if (shown != null) {
            model.addAttribute("differences", orThrow(reconciliation.differences(actor, shown.day())));
        }
        return "payment/reconciliation";
    }

    @PostMapping
    String compare(Actor actor, @RequestParam LocalDate day, RedirectAttributes after) {
        return back(reconciliation.compare(actor, day), day, after);
    }

    @PostMapping("/statement")
    String take(Actor actor, @RequestParam(required = false) MultipartFile file, RedirectAttributes after) {
        orThrow(reconciliation.days(actor));
        var taken = uploads.table(file, MOST_BYTES).flatMap(text -> statements.take(actor, file.getOriginalFilename(), text));
        if (taken.isDone()) {
            after.addFlashAttribute("imported", taken.get());
        }
        return back(taken, null, after);
    }

    private String back(Outcome<?> outcome, LocalDate day, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("done", day != null);
        } else if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(outcome.refusal());
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:/payments/reconciliation" + (outcome.isDone() && day != null ? "?day=" + day : "");
    }
}
