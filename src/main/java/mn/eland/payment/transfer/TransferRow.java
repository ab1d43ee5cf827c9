package mn.eland.payment.transfer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.ledger.Account;

/** A transfer as it is stored. */
record TransferRow(long id, String key, int attempt, CaseRef caseRef, String kind, PartyId party, Account from, String toName,
                   String toIban, String bankCode, Money amount, String text, State state, Instant sentAt, LocalDate firstSent,
                   String journalNo, String reason, long returnedRecord) {

    enum State { INTENDED, SENT, BOOKED, REFUSED, RETURNED }

    /** Written into the description at the bank, so that the statement can be asked for this very transfer. */
    String marker() {
        return marker(id);
    }

    static String marker(long id) {
        return "EL%010d".formatted(id);
    }

    /** Reference of its hold and its booking. */
    String reference() {
        return "transfer:" + id;
    }

    boolean isHeld() {
        return from.path().startsWith("2");
    }

    static TransferRow of(ResultSet row, int n) throws SQLException {
        var caseNo = row.getString("case_no");
        var party = row.getObject("party", UUID.class);
        var sentAt = row.getTimestamp("sent_at");
        return new TransferRow(row.getLong("id"), row.getString("key"), row.getInt("attempt"),
                caseNo == null ? null : CaseRef.of(caseNo), row.getString("kind"), party == null ? null : new PartyId(party),
                new Account(row.getString("from_path")), row.getString("to_name"), row.getString("to_iban"), row.getString("bank_code"),
                Money.of(row.getLong("amount")), row.getString("text"), State.valueOf(row.getString("state")),
                sentAt == null ? null : sentAt.toInstant(), row.getObject("first_sent", LocalDate.class),
                row.getString("journal_no"), row.getString("reason"), row.getLong("returned_record"));
    }
}
