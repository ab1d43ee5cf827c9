package mn.eland.sale.receipt.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.receipt.SaleReceipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Receipts for programs: the document is written by the first call and the same one given again. */
@RestController
@RequestMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}")
@Tag(name = "sales")
class ReceiptApi {

    private final Sales sales;
    private final Payments payments;
    private final SaleReceipts receipts;

    ReceiptApi(Sales sales, Payments payments, SaleReceipts receipts) {
        this.sales = sales;
        this.payments = payments;
        this.receipts = receipts;
    }

    @PostMapping("/receipts/{purpose}")
    @Operation(summary = "The receipt of what the caller has paid in for a purpose; its PDF is under /contracts")
    Written paid(Actor actor, @PathVariable CaseRef number, @PathVariable String purpose) {
        return new Written(orThrow(receipts.ofPayer(actor, number, ReceiptPages.purpose(purpose))));
    }

    @GetMapping("/payouts")
    @Operation(summary = "What the bank has paid to the caller out of this sale")
    List<PayoutResource> payouts(Actor actor, @PathVariable CaseRef number) {
        var party = orThrow(sales.as(actor, SaleId.of(number))).party();
        return payments.escrow(number).payouts().stream().filter(paid -> paid.to().equals(party))
                .map(paid -> new PayoutResource(paid.id(), paid.kind(), paid.amount().tugrug(), paid.at(), paid.number(), paid.journalNo()))
                .toList();
    }

    @PostMapping("/payouts/{payout}/receipt")
    @Operation(summary = "The receipt of one of these payments; its PDF is under /contracts")
    Written paidOut(Actor actor, @PathVariable CaseRef number, @PathVariable long payout) {
        return new Written(orThrow(receipts.ofPayee(actor, number, payout)));
    }

    record Written(UUID document) {
    }

    /** @param number our own, on the transfer */
    record PayoutResource(long id, String kind, long amountMnt, Instant at, String number, String journalNo) {
    }
}
