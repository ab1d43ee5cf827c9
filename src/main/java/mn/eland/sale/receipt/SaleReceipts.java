package mn.eland.sale.receipt;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.PartyFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.PostingView;
import mn.eland.payment.Payments.Purpose;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes a receipt once and gives the same one again; a payer who has paid more since gets a new version. */
@Component
public class SaleReceipts {

    private static final Set<String> RECEIVED = Set.of("MONEY_RECEIVED", "RECEIPT_PLACED");

    private final Contracts contracts;
    private final Parties parties;
    private final Payments payments;
    private final Standing standing;
    private final ElandClock clock;

    SaleReceipts(Contracts contracts, Parties parties, Payments payments, Standing standing, ElandClock clock) {
        this.contracts = contracts;
        this.parties = parties;
        this.payments = payments;
        this.standing = standing;
        this.clock = clock;
    }

    /** What the payer has paid for a purpose so far. Refused with {@code NOTHING_PAID}; for others it does not exist. */
    @Transactional
    public Outcome<UUID> ofPayer(Actor payer, CaseRef caseRef, Purpose purpose) {
        return payments.collection(payer, caseRef, purpose).flatMap(collection -> {
            if (!payments.isPayer(payer, collection)) {
                return Outcome.refused(Refusal.notFound("COLLECTION_NOT_FOUND"));
            }
            return collection.received().isZero() ? Outcome.refused(Refusal.notFound("NOTHING_PAID")) : Outcome.done(receipt(collection));
        });
    }

    private UUID receipt(CollectionView paid) {
        var written = written(paid.caseRef(), DocumentKind.PAYMENT_RECEIPT, Map.of("receiptNo", paid.reference(), "amount", paid.received()));
        return written != null ? written : contracts.draft(DocumentKind.PAYMENT_RECEIPT, paid.caseRef(), Map.of("payer",
                person(paid.payer(), paid.caseRef()), "amount", paid.received(), "purpose", paid.purpose().name(), "receiptNo",
                paid.reference(), "reference", paid.reference(), "paidAt", lastPaid(paid.caseRef())), List.of()).get().id();
    }

    private Instant lastPaid(CaseRef caseRef) {
        return payments.postings(caseRef).stream().filter(posting -> RECEIVED.contains(posting.kind())).map(PostingView::at)
                .reduce((earlier, later) -> later).orElseGet(clock::instant);
    }

    /** What was paid to this person by one transfer; for others it does not exist. */
    @Transactional
    public Outcome<UUID> ofPayee(Actor payee, CaseRef caseRef, long payout) {
        return payments.escrow(caseRef).payouts().stream()
                .filter(paid -> paid.id() == payout && standing.among(payee, List.of(paid.to())).party().equals(paid.to())).findFirst()
                .map(paid -> {
                    var written = written(caseRef, DocumentKind.PAYOUT_RECEIPT, Map.of("receiptNo", paid.number()));
                    return Outcome.done(written != null ? written : contracts.draft(DocumentKind.PAYOUT_RECEIPT, caseRef, Map.of("payee",
                            person(paid.to(), caseRef), "amount", paid.amount(), "purpose", paid.kind(), "receiptNo", paid.number(),
                            "journalNo", paid.journalNo(), "paidAt", paid.at()), List.of()).get().id());
                }).orElseGet(() -> Outcome.refused(Refusal.notFound("PAYOUT_NOT_FOUND")));
    }

    private UUID written(CaseRef caseRef, DocumentKind kind, Map<String, Object> facts) {
        return contracts.documents(caseRef).stream().filter(document -> document.kind() == kind)
                .filter(document -> contracts.facts(document.id()).entrySet().containsAll(facts.entrySet()))
                .map(DocumentView::id).findFirst().orElse(null);
    }

    private PartyFacts person(PartyId id, CaseRef caseRef) {
        var view = parties.party(id);
        return new PartyFacts(view.fullName(), parties.registerNumber(id, caseRef), view.address(), view.phone(), view.iban());
    }
}
