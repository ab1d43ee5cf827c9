package mn.eland.payment.collection;

import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Findings.FindingView;
import mn.eland.payment.collection.ReceiptStore.Problem;
import mn.eland.payment.collection.ReceiptStore.ReceiptRow;
import mn.eland.payment.collection.ReceiptStore.State;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.NameChecks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that is not where it belongs: given back by itself when we know to whom, else decided by an escrow officer. */
@Component
public class Unplaced {

    private final ReceiptStore receipts;
    private final CollectionStore collections;
    private final Receiving receiving;
    private final Returns returns;
    private final Findings findings;
    private final Ledger ledger;
    private final NameChecks names;

    Unplaced(ReceiptStore receipts, CollectionStore collections, Receiving receiving, Returns returns, Findings findings, Ledger ledger, NameChecks names) {
        this.receipts = receipts;
        this.collections = collections;
        this.receiving = receiving;
        this.returns = returns;
        this.findings = findings;
        this.ledger = ledger;
        this.names = names;
    }

    /**
     * @param problem        message key {@code payment.problem.<problem>}; @param virtualAccount the deal's own account it was sent to, or null
     * @param keptBack compliance has frozen the case, so that nothing goes back before it says so
     */
    public record UnplacedView(long id, Instant at, String channel, Money amount, String problem, CaseRef caseRef,
                               String payerName, String payerAccount, String virtualAccount, String description, boolean returning, boolean keptBack) {
    }

    /** For escrow officers, and for compliance what it decides; refused to everybody else. */
    public Outcome<List<UnplacedView>> list(Actor officer) {
        return decides(officer) ? Outcome.done(list().stream()
                .filter(view -> officer.is(Role.ESCROW_OFFICER) || Problem.valueOf(view.problem()).isForCompliance()).toList())
                : Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
    }

    private static boolean decides(Actor actor) {
        return actor.isAnyOf(Role.ESCROW_OFFICER, Role.COMPLIANCE, Role.COMPLIANCE_HEAD);
    }

    /** Who must say yes to money of a third party, and to money that goes elsewhere, is compliance; everything else is the escrow officers'. */
    private static boolean decides(Actor actor, ReceiptRow receipt) {
        return receipt.problem().isForCompliance() ? actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) : actor.is(Role.ESCROW_OFFICER);
    }

    public List<UnplacedView> list() {
        return receipts.unfinished().stream().map(row -> new UnplacedView(row.id(), row.at(), row.channel(), row.excess(),
                row.problem().name(), row.caseRef(), row.payerName(), row.payerAccount(), row.virtualAccount(), row.description(),
                row.state() == State.RETURNING, returns.isKeptBack(row))).toList();
    }

    /** Lines of the statement that an escrow officer clears with the bank; refused to everybody else. */
    public Outcome<List<FindingView>> findings(Actor officer) {
        return decides(officer) ? Outcome.done(officer.is(Role.ESCROW_OFFICER) ? findings.open() : List.of()) : Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
    }

    /** How many decisions wait for an escrow officer here. */
    public int waiting() {
        return receipts.waiting() + findings.count();
    }

    /** How many decisions wait for compliance here. */
    public int strangersWaiting() {
        return receipts.strangersWaiting();
    }

    /** Gives back what nobody has to decide about, and goes on with what was decided. */
    public void giveBackKnown() {
        returns.giveBackKnown();
    }

    private Refusal refusal(Actor actor, ReceiptRow receipt) {
        return decides(actor, receipt) ? returns.refusalOfGateway(receipt) : Refusal.conflict("COMPLIANCE_DECIDES");
    }

    /** An escrow officer found out for which collection the money was. */
    @Transactional
    public Outcome<Void> place(Actor actor, long id, CaseRef caseRef, Purpose purpose) {
        if (!decides(actor)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        var collection = collections.locked(caseRef, purpose);
        if (collection.isEmpty() || !collection.get().isOpen()) {
            return Outcome.refused(Refusal.conflict("COLLECTION_CLOSED"));
        }
        var receipt = receipts.locked(id);
        if (receipt.isEmpty() || receipt.get().state() != State.WAITING) {
            return Outcome.refused(Refusal.conflict("RECEIPT_DECIDED"));
        }
        var refusal = refusal(actor, receipt.get());
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (receipt.get().excess().compareTo(collection.get().missing()) > 0) {
            return Outcome.refused(Refusal.invalid("RECEIPT_TOO_LARGE").with("missing", collection.get().missing()));
        }
        var row = receipt.get();
        ledger.post(Booking.of("RECEIPT_PLACED", "placed:" + row.owner(), caseRef)
                .move(Account.unidentified(row.owner()), collection.get().creditedTo(), row.excess()));
        receipts.decided(id, actor, State.PLACED, null, null);
        receipts.done(id, State.PLACED, caseRef);
        receiving.count(collection.get(), row.excess());
        return Outcome.done();
    }

    /** What came by transfer goes back where it came from; elsewhere only when compliance agrees. */
    private static boolean isElsewhere(ReceiptRow receipt, String account) {
        return receipt.problem() == Problem.UNKNOWN_REFERENCE && Iban.isValid(receipt.payerAccount()) && !Iban.plain(receipt.payerAccount()).equals(account);
    }

    /** An escrow officer found out to whom it belongs, or compliance agrees. Sent by the next round of returns. */
    @Transactional
    public Outcome<Void> giveBack(Actor actor, long id, String name, String iban) {
        if (!decides(actor)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        var receipt = receipts.locked(id);
        if (receipt.isEmpty() || receipt.get().state() != State.WAITING) {
            return Outcome.refused(Refusal.conflict("RECEIPT_DECIDED"));
        }
        var refusal = refusal(actor, receipt.get());
        if (refusal != null) {
            return Outcome.refused(refusal);
        }
        if (returns.isKeptBack(receipt.get())) {
            return Outcome.refused(Refusal.conflict("RETURN_KEPT_BACK"));
        }
        if (name == null || name.isBlank()) {
            return Outcome.refused(Refusal.invalid("RECEIVER_MISSING", "name"));
        }
        var account = Iban.plain(iban);
        var wrong = names.refusal(account, name);
        if (wrong.isPresent()) {
            return Outcome.refused(wrong.get());
        }
        if (isElsewhere(receipt.get(), account)) {
            receipts.asksCompliance(id);
            return Outcome.refused(Refusal.conflict("COMPLIANCE_ASKED"));
        }
        receipts.decided(id, actor, State.RETURNING, name.strip(), account);
        return Outcome.done();
    }
}
