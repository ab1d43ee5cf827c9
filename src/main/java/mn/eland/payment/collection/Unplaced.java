package mn.eland.payment.collection;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Findings.FindingView;
import mn.eland.payment.collection.ReceiptStore.Problem;
import mn.eland.payment.collection.ReceiptStore.ReceiptRow;
import mn.eland.payment.collection.ReceiptStore.State;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.spi.CaseFreezes;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.payment.transfer.Answer;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.payment.transfer.Order;
import mn.eland.payment.transfer.Transfers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Money that is not where it belongs: given back by itself when we know to whom, else decided by an escrow officer. */
@Component
public class Unplaced {

    private static final Logger LOG = LoggerFactory.getLogger(Unplaced.class);

    private static final Set<Problem> OTHERS_DECIDE = EnumSet.of(Problem.UNKNOWN_REFERENCE, Problem.WRONG_PAYMENT_NUMBER, Problem.THIRD_PARTY, Problem.RETURN_ELSEWHERE);

    private final ReceiptStore receipts;
    private final CollectionStore collections;
    private final Receiving receiving;
    private final GatewaySettlements settlements;
    private final Findings findings;
    private final Ledger ledger;
    private final Transfers transfers;
    private final NameChecks names;
    private final ObjectProvider<CaseFreezes> cases;
    private final JdbcClient jdbc;

    Unplaced(ReceiptStore receipts, CollectionStore collections, Receiving receiving, GatewaySettlements settlements, Findings findings,
             Ledger ledger, Transfers transfers, NameChecks names, ObjectProvider<CaseFreezes> cases, JdbcClient jdbc) {
        this.receipts = receipts;
        this.collections = collections;
        this.receiving = receiving;
        this.settlements = settlements;
        this.findings = findings;
        this.ledger = ledger;
        this.transfers = transfers;
        this.names = names;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /**
     * @param problem        message key {@code payment.problem.<problem>}; @param virtualAccount the deal's own account it was sent to, or null
     * @param keptBack compliance has frozen the case, so that nothing goes back before it says so
     */
    public record UnplacedView(long id, Instant at, String channel, Money amount, String problem, CaseRef caseRef,
                               String payerName, String payerAccount, String virtualAccount, String description, boolean returning, boolean keptBack) {
    }

    private record Receiver(java.util.UUID party, String name, String iban) {
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
                row.state() == State.RETURNING, isKeptBack(row))).toList();
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
        for (var receipt : receipts.unfinished()) {
            var receiver = receiver(receipt);
            if (receiver != null && !isKeptBack(receipt) && refusalOfGateway(receipt) == null) {
                giveBack(receipt, receiver);
            }
        }
    }

    /** Nothing new leaves a case that compliance has frozen, not even what was never the case's; what is under way is past it (AML 7). */
    private boolean isKeptBack(ReceiptRow receipt) {
        return receipt.caseRef() != null && cases.stream().anyMatch(module -> module.isFrozen(receipt.caseRef())) && !transfers.isUnderWay(key(receipt));
    }

    /** Too much, twice or too late goes back to the payer's verified account, else to where it came from. */
    private Receiver receiver(ReceiptRow receipt) {
        if (receipt.state() == State.RETURNING) {
            return new Receiver(null, receipt.toName(), receipt.toIban());
        }
        if (OTHERS_DECIDE.contains(receipt.problem()) || refusedBefore(receipt)) {
            return null;
        }
        var payee = receipt.collection() == null ? Payee.BUYER : collections.locked(receipt.collection()).map(CollectionRow::paidBackTo).orElse(Payee.BUYER);
        var payer = jdbc.sql("select party, name, iban from payment.beneficiaries where case_no = ? and payee = ?")
                .params(receipt.caseRef().number(), payee.name()).query(Receiver.class).optional();
        return payer.orElseGet(() -> Iban.isValid(receipt.payerAccount())
                ? new Receiver(null, receipt.payerName() == null ? receipt.payerAccount() : receipt.payerName(), receipt.payerAccount()) : null);
    }

    private boolean refusedBefore(ReceiptRow receipt) {
        return jdbc.sql("select exists (select 1 from payment.transfers where key = ? and state = 'REFUSED')").param(key(receipt))
                .query(Boolean.class).single();
    }

    private static String key(ReceiptRow receipt) {
        return "return:" + receipt.owner();
    }

    private void giveBack(ReceiptRow receipt, Receiver receiver) {
        var answer = transfers.carryOut(new Order(key(receipt), receipt.caseRef(), "RECEIPT_RETURNED",
                Account.unidentified(receipt.owner()), null, receiver.party() == null ? null : new PartyId(receiver.party()), receiver.name(), receiver.iban(), receipt.excess(),
                "ELAND return " + (receipt.caseRef() == null ? receipt.owner() : receipt.caseRef().number())));
        if (answer instanceof Answer.Booked) {
            receipts.done(receipt.id(), State.RETURNED, null);
        } else if (answer instanceof Answer.Refused refused) {
            LOG.warn("Return of receipt {} was refused: {}", receipt.id(), refused.reason());
            receipts.done(receipt.id(), State.WAITING, null);
        }
    }

    private Refusal refusal(Actor actor, ReceiptRow receipt) {
        return decides(actor, receipt) ? refusalOfGateway(receipt) : Refusal.conflict("COMPLIANCE_DECIDES");
    }

    /** Why money of a payment that nobody has told us of must not go anywhere now: the gateway knows it, or is silent. */
    private Refusal refusalOfGateway(ReceiptRow receipt) {
        if (!GatewaySettlements.isUnknown(receipt) || transfers.isUnderWay(key(receipt))) {
            return null;
        }
        try {
            return settlements.isFound(receipt) ? Refusal.conflict("SETTLEMENT_FOUND") : null;
        } catch (PaymentGateway.Unavailable silent) {
            return Refusal.conflict("GATEWAY_UNAVAILABLE");
        }
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
        if (isKeptBack(receipt.get())) {
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
