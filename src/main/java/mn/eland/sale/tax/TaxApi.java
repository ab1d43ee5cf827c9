package mn.eland.sale.tax;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import mn.eland.edge.web.Uploads;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.sale.tax.TaxReceipts.NewReceipt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The tax of a sale and its receipt, for programs. */
@RestController
@RequestMapping("/api/v1/sales/{number:S-\\d{4}-\\d{6}}")
@Tag(name = "sales")
class TaxApi {

    private final TaxReceipts receipts;
    private final Uploads uploads;

    TaxApi(TaxReceipts receipts, Uploads uploads) {
        this.receipts = receipts;
        this.uploads = uploads;
    }

    @GetMapping("/tax")
    @Operation(summary = "Who pays the tax on the price, and the receipt that was shown")
    TaxResource tax(Actor actor, @PathVariable CaseRef number) {
        return TaxResource.of(orThrow(receipts.view(actor, number)));
    }

    @PostMapping("/tax")
    @Operation(summary = "The seller says who pays the tax: SELLER, with a receipt, or ESCROW, out of the price")
    TaxResource choose(Actor actor, @PathVariable CaseRef number, @RequestBody Choice choice) {
        return TaxResource.of(orThrow(receipts.choose(actor, number, TaxPages.isSeller(choice.payer()))));
    }

    @PostMapping("/tax-receipt")
    @Operation(summary = "Shows the receipt of the tax office: PDF, JPEG or PNG, sent as the part \"file\" of a multipart form")
    TaxResource show(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) MultipartFile file,
                     @RequestParam(required = false) String receiptNo, @RequestParam(required = false) String paidOn) {
        return TaxResource.of(orThrow(receipts.mayShow(actor, number).flatMap(due -> uploads.paper(file, TaxPages.MOST_BYTES)).flatMap(paper ->
                receipts.show(actor, number, new NewReceipt(receiptNo, TaxPages.day(paidOn), paper.type(), paper.content())))));
    }

    /** @param payer SELLER or ESCROW */
    record Choice(String payer) {
    }

    /** Receipt fields are null before one was shown. */
    record TaxResource(String payer, boolean mayChoose, boolean receiptDue, String receiptNo, LocalDate paidOn, Long amountMnt, String state,
                       String reason, Instant shownAt) {

        static TaxResource of(TaxView tax) {
            var payer = tax.bySeller() ? "SELLER" : "ESCROW";
            var receipt = tax.receipt();
            return receipt == null ? new TaxResource(payer, tax.mayChoose(), tax.due(), null, null, null, null, null, null)
                    : new TaxResource(payer, tax.mayChoose(), tax.due(), receipt.number(), receipt.paidOn(), receipt.amount().tugrug(), receipt.state(),
                            receipt.reason(), receipt.shownAt());
        }
    }
}
