package mn.eland.payment.collection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.ledger.Account;

/** A collection as it is stored. */
record CollectionRow(UUID id, CaseRef caseRef, Purpose purpose, PartyId payer, Money amount, Money received, Instant payBy,
                     State state, String reference, String callbackToken, int checksLeft) {

    enum State { OPEN, FUNDED, LAPSED }

    Money missing() {
        return amount.minus(received);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    /** Whose money it becomes: the fee is the agent's at once, everything else stays the buyer's. */
    Account creditedTo() {
        return purpose == Purpose.COMMISSION ? Account.broker(caseRef) : Account.buyer(caseRef);
    }

    Payee paidBackTo() {
        return purpose == Purpose.COMMISSION ? Payee.SELLER : Payee.BUYER;
    }

    /** What the payer writes into a bank transfer: {@code S-2026-000001-D}. */
    static String reference(CaseRef caseRef, Purpose purpose) {
        return caseRef.number() + "-" + purpose.name().charAt(0);
    }

    static CollectionRow of(ResultSet row, int n) throws SQLException {
        return new CollectionRow(row.getObject("id", UUID.class), CaseRef.of(row.getString("case_no")),
                Purpose.valueOf(row.getString("purpose")), new PartyId(row.getObject("payer", UUID.class)),
                Money.of(row.getLong("amount")), Money.of(row.getLong("received")),
                row.getTimestamp("pay_by").toInstant(), State.valueOf(row.getString("state")),
                row.getString("reference"), row.getString("callback_token"), row.getInt("checks_left"));
    }
}
