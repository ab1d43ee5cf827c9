package mn.eland.payment.collection;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import mn.eland.kernel.Iban;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.collection.ReceiptStore.Problem;
import mn.eland.payment.collection.ReceiptStore.ReceiptRow;
import mn.eland.payment.collection.ReceiptStore.State;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.spi.CaseFreezes;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.payment.transfer.Answer;
import mn.eland.payment.transfer.Order;
import mn.eland.payment.transfer.Transfers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends back money that is not where it belongs, once we know to whom, and says what hinders it. */
@Component
class Returns {

    private static final Logger LOG = LoggerFactory.getLogger(Returns.class);

    private static final Set<Problem> OTHERS_DECIDE = EnumSet.of(Problem.UNKNOWN_REFERENCE, Problem.WRONG_PAYMENT_NUMBER, Problem.THIRD_PARTY, Problem.RETURN_ELSEWHERE);

    private final ReceiptStore receipts;
    private final CollectionStore collections;
    private final GatewaySettlements settlements;
    private final Transfers transfers;
    private final ObjectProvider<CaseFreezes> cases;
    private final JdbcClient jdbc;

    Returns(ReceiptStore receipts, CollectionStore collections, GatewaySettlements settlements, Transfers transfers,
            ObjectProvider<CaseFreezes> cases, JdbcClient jdbc) {
        this.receipts = receipts;
        this.collections = collections;
        this.settlements = settlements;
        this.transfers = transfers;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    private record Receiver(UUID party, String name, String iban) {
    }

    /** Gives back what nobody has to decide about, and goes on with what was decided. */
    void giveBackKnown() {
        for (var receipt : receipts.unfinished()) {
            var receiver = receiver(receipt);
            if (receiver != null && !isKeptBack(receipt) && refusalOfGateway(receipt) == null) {
                giveBack(receipt, receiver);
            }
        }
    }

    /** Nothing new leaves a case that compliance has frozen, not even what was never the case's; what is under way is past it (AML 7). */
    boolean isKeptBack(ReceiptRow receipt) {
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

    /** Why money of a payment that nobody has told us of must not go anywhere now: the gateway knows it, or is silent. */
    Refusal refusalOfGateway(ReceiptRow receipt) {
        if (!GatewaySettlements.isUnknown(receipt) || transfers.isUnderWay(key(receipt))) {
            return null;
        }
        try {
            return settlements.isFound(receipt) ? Refusal.conflict("SETTLEMENT_FOUND") : null;
        } catch (PaymentGateway.Unavailable silent) {
            return Refusal.conflict("GATEWAY_UNAVAILABLE");
        }
    }
}
