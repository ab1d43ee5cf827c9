package mn.eland.sale.receipt.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.util.Locale;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.receipt.SaleReceipts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Leads to the receipt, which is written on the first visit. */
@Controller
class ReceiptPages {

    private static final String SALE = "/deals/{number:S-\\d{4}-\\d{6}}";

    private final SaleReceipts receipts;

    ReceiptPages(SaleReceipts receipts) {
        this.receipts = receipts;
    }

    @PostMapping(SALE + "/receipts/{purpose}")
    String paid(Actor actor, @PathVariable CaseRef number, @PathVariable String purpose) {
        return "redirect:/documents/" + orThrow(receipts.ofPayer(actor, number, purpose(purpose))) + "/pdf";
    }

    @PostMapping(SALE + "/payouts/{payout}/receipt")
    String paidOut(Actor actor, @PathVariable CaseRef number, @PathVariable long payout) {
        return "redirect:/documents/" + orThrow(receipts.ofPayee(actor, number, payout)) + "/pdf";
    }

    static Purpose purpose(String text) {
        try {
            return Purpose.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
    }
}
