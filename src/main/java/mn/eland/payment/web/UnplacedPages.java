package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Locale;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Findings;
import mn.eland.payment.collection.Unplaced;
import mn.eland.payment.release.HeldPayouts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Money nobody could place: an escrow officer gives it its place or gives it back. */
@Controller
@RequestMapping("/payments/unplaced")
class UnplacedPages {

    private final Unplaced unplaced;
    private final Findings findings;
    private final HeldPayouts held;
    private final Payments payments;
    private final Refusals refusals;

    UnplacedPages(Unplaced unplaced, Findings findings, HeldPayouts held, Payments payments, Refusals refusals) {
        this.unplaced = unplaced;
        this.findings = findings;
        this.held = held;
        this.payments = payments;
        this.refusals = refusals;
    }

    @GetMapping
    String list(Actor actor, Model model) {
        model.addAttribute("waiting", orThrow(unplaced.list(actor)));
        model.addAttribute("findings", orThrow(unplaced.findings(actor)));
        model.addAttribute("held", held.list(actor));
        model.addAttribute("officer", actor.is(Role.ESCROW_OFFICER));
        model.addAttribute("books", payments.trialBalance());
        return "payment/unplaced";
    }

    @PostMapping("/{id}/place")
    String place(Actor actor, @PathVariable long id, @RequestParam String reference, RedirectAttributes after) {
        var text = reference.strip().toUpperCase(Locale.ROOT);
        var known = text.matches("S-\\d{4}-\\d{6}-[DB]");
        return back(known ? unplaced.place(actor, id, CaseRef.of(text.substring(0, text.length() - 2)),
                text.endsWith("D") ? Purpose.DEPOSIT : Purpose.BALANCE) : Outcome.refused(Refusal.invalid("REFERENCE_INVALID", "reference")), after);
    }

    @PostMapping("/{id}/give-back")
    String giveBack(Actor actor, @PathVariable long id, @RequestParam String name, @RequestParam String iban, RedirectAttributes after) {
        return back(unplaced.giveBack(actor, id, name, iban), after);
    }

    @PostMapping("/findings/{record}")
    String clear(Actor actor, @PathVariable long record, @RequestParam(defaultValue = "") String note, RedirectAttributes after) {
        return back(findings.clear(actor, record, note), after);
    }

    @PostMapping("/payouts/{id}")
    String payTo(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String iban, RedirectAttributes after) {
        return back(held.correct(actor, id, iban), after);
    }

    private String back(Outcome<Void> outcome, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("done", true);
        } else if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN) {
            throw new RefusedException(outcome.refusal());
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:/payments/unplaced";
    }
}
