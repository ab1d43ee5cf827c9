package mn.eland.payment.spi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The bank that keeps the escrow account. */
public interface Bank {

    /** Owner of an account in any bank; empty when there is none. */
    Optional<AccountName> nameOf(String iban);

    /**
     * Sends money. {@code marker} is unique per intended transfer and is written into the description.
     *
     * @return BOOKED with the journal number, REFUSED, or UNKNOWN after a time-out: then {@link #find} must be asked,
     * and the transfer repeated only when it is not there, with the same marker
     */
    TransferResult transfer(Transfer transfer);

    /** Looks for a transfer in the statement by its marker, whatever sum the bank has booked under it. */
    Optional<StatementLine> find(String marker, LocalDate since);

    /** One day of the escrow account, with what it had before and after. */
    DayStatement statementOf(LocalDate day);

    /** Lines of the escrow account after a record number, oldest first. */
    List<StatementLine> statementAfter(long record);

    /** @param bankCode six digits of the bank that keeps the account, as the register says; never read off the IBAN */
    record AccountName(String iban, String name, String bankCode) {
    }

    /** @param toBank code of the receiver's bank, from {@link #nameOf} */
    record Transfer(String marker, String toIban, String toName, String toBank, long amountTugrug, String description) {
    }

    record TransferResult(State state, String journalNo, String reason) {
        public enum State { BOOKED, REFUSED, UNKNOWN }
    }

    /**
     * @param amountTugrug   positive for money in; @param correction true for a correction entry, never to be matched
     * @param virtualAccount number of a deal that the money was sent to, null when it was sent to the escrow account itself
     */
    record StatementLine(long record, Instant at, long amountTugrug, String description, String relatedAccount,
                         String journalNo, boolean correction, String virtualAccount) {

        public StatementLine(long record, Instant at, long amountTugrug, String description, String relatedAccount, String journalNo,
                             boolean correction) {
            this(record, at, amountTugrug, description, relatedAccount, journalNo, correction, null);
        }
    }

    /** Both balances are null on a day without a line. Lines are oldest first. */
    record DayStatement(Long openingTugrug, Long closingTugrug, List<StatementLine> lines) {
    }

    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
