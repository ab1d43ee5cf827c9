package mn.eland.person.payout;

import static mn.eland.edge.web.RefusedException.orThrow;

import mn.eland.edge.web.Freshness;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The account a person is paid into. To name another he proves once more who he is; to take a change back he need not. */
@Controller
@RequestMapping(PayoutPages.PAGE)
class PayoutPages {

    static final String PAGE = "/me/payout-account";

    private final PayoutAccounts accounts;
    private final Freshness freshness;
    private final Refusals refusals;

    PayoutPages(PayoutAccounts accounts, Freshness freshness, Refusals refusals) {
        this.accounts = accounts;
        this.freshness = freshness;
        this.refusals = refusals;
    }

    @GetMapping
    String page(Actor owner, Model model) {
        var changes = accounts.changes(owner);
        model.addAttribute("account", accounts.account(owner).orElse(null));
        model.addAttribute("open", changes.stream().filter(PayoutChange::isOpen).findFirst().orElse(null));
        model.addAttribute("earlier", changes.stream().filter(change -> !change.isOpen()).toList());
        model.addAttribute("fresh", freshness.isFresh());
        return "person/payout-account";
    }

    @PostMapping
    String name(Actor owner, @RequestParam(defaultValue = "") String iban, RedirectAttributes after) {
        if (!freshness.isFresh()) {
            return "redirect:/sign-in-again?to=" + PAGE;
        }
        return back(accounts.name(owner, iban).map(change -> null), "person.payout.asked", after);
    }

    @PostMapping("/withdraw")
    String withdraw(Actor owner, @RequestParam String number, RedirectAttributes after) {
        return back(accounts.withdraw(owner, number(number)), "person.payout.withdrawn", after);
    }

    static CaseRef number(String text) {
        if (!CaseRef.isCaseNumber(text)) {
            throw new RefusedException(Refusal.notFound("CHANGE_UNKNOWN"));
        }
        return CaseRef.of(text);
    }

    private String back(Outcome<Void> outcome, String done, RedirectAttributes after) {
        if (outcome.isDone()) {
            after.addFlashAttribute("doneKey", done);
        } else if (outcome.refusal().kind() == Refusal.Kind.FORBIDDEN || outcome.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            orThrow(outcome);
        } else {
            after.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            after.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return "redirect:" + PAGE;
    }
}
