package mn.eland.payment.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.QrInvoice;
import mn.eland.payment.VatReceiptView;
import mn.eland.payment.vat.VatReceipts;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Payments for calls: what a case holds, what is asked for, and the payer's QR invoice. */
@RestController
@RequestMapping("/api/v1/payments/{caseNumber}")
class PaymentApi {

    /** What compliance does in confidence, and undoes. */
    private static final Set<String> CONFIDENTIAL = Set.of("FROZEN", "UNFROZEN");

    private final Payments payments;
    private final VatReceipts vatReceipts;

    PaymentApi(Payments payments, VatReceipts vatReceipts) {
        this.payments = payments;
        this.vatReceipts = vatReceipts;
    }

    /** Whole tögrög. */
    record EscrowResource(String caseNumber, long held, long earned, long frozen, long released, long refunded,
                          List<CollectionResource> collections) {
    }

    record CollectionResource(String purpose, String state, long amount, long received, long missing, Instant payBy,
                              String iban, String ibanName, String reference) {

        static CollectionResource of(CollectionView view) {
            return new CollectionResource(view.purpose().name(), view.state(), view.amount().tugrug(), view.received().tugrug(),
                    view.missing().tugrug(), view.payBy(), view.iban(), view.ibanName(), view.reference());
        }
    }

    /** The receipt of the tax office; number and time are null while it is being made, lottery and code are forgotten after a time. */
    record VatResource(String number, long amount, long vat, String lottery, String qrData, Instant at) {

        static VatResource of(VatReceiptView view) {
            return new VatResource(view.number(), view.amount().tugrug(), view.vat().tugrug(), view.lottery(), view.qrData(), view.at());
        }
    }

    record PostingResource(String id, Instant at, String kind, String debit, String credit, long amount, String reference) {
    }

    /** What the case holds; for its parties and for staff who watch over money. */
    @GetMapping
    EscrowResource escrow(Actor actor, @PathVariable String caseNumber) {
        var caseRef = visible(actor, caseNumber);
        var escrow = payments.escrow(actor, caseRef);
        return new EscrowResource(caseRef.number(), escrow.held().tugrug(), escrow.earned().tugrug(), escrow.frozen().tugrug(),
                escrow.released().tugrug(), escrow.refunded().tugrug(),
                payments.collections(caseRef).stream().filter(one -> one.isFor(actor) || payments.isPayer(actor, one)).map(CollectionResource::of).toList());
    }

    /** Bookings of the case, oldest first. */
    @GetMapping("/postings")
    List<PostingResource> postings(Actor actor, @PathVariable String caseNumber) {
        return payments.postings(visible(actor, caseNumber)).stream().filter(posting -> actor.isStaff() || !CONFIDENTIAL.contains(posting.kind())).map(posting -> new PostingResource(posting.id(), posting.at(),
                posting.kind(), posting.debitAccount(), posting.creditAccount(), posting.amount().tugrug(), posting.reference())).toList();
    }

    @GetMapping("/collections/{purpose}")
    CollectionResource collection(Actor actor, @PathVariable String caseNumber, @PathVariable String purpose) {
        return CollectionResource.of(orThrow(payments.collection(actor, caseRef(caseNumber), PayPages.purpose(purpose))));
    }

    /** The VAT receipt of a fee paid by QR. */
    @GetMapping("/collections/{purpose}/vat-receipt")
    VatResource vatReceipt(Actor actor, @PathVariable String caseNumber, @PathVariable String purpose) {
        return orThrow(payments.collection(actor, caseRef(caseNumber), PayPages.purpose(purpose)).flatMap(collection -> vatReceipts.of(collection)
                .map(VatResource::of).map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.notFound("NOTHING_PAID")))));
    }

    /** The payer's QR invoice: made once, the same at every call while it fits. */
    @PostMapping("/collections/{purpose}/qr")
    QrInvoice qr(Actor actor, @PathVariable String caseNumber, @PathVariable String purpose) {
        return orThrow(payments.payByQr(caseRef(caseNumber), PayPages.purpose(purpose), actor));
    }

    /** Asks the payer's system now. */
    @PostMapping("/collections/{purpose}/check")
    CollectionResource check(Actor actor, @PathVariable String caseNumber, @PathVariable String purpose) {
        collection(actor, caseNumber, purpose);
        return CollectionResource.of(orThrow(payments.checkPayment(caseRef(caseNumber), PayPages.purpose(purpose))));
    }

    private CaseRef visible(Actor actor, String caseNumber) {
        var caseRef = caseRef(caseNumber);
        if (!payments.maySee(actor, caseRef)) {
            throw new RefusedException(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
        return caseRef;
    }

    private static CaseRef caseRef(String caseNumber) {
        if (!CaseRef.isCaseNumber(caseNumber)) {
            throw new RefusedException(Refusal.notFound("COLLECTION_NOT_FOUND"));
        }
        return CaseRef.of(caseNumber);
    }
}
