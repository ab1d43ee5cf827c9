package mn.eland.payment.release;

/**
 * What became of a payment that was due.
 *
 * @param journalNo the bank's number, which is the receipt; null when nothing was to pay or nothing left
 * @param keptBack  compliance has frozen the case, so nothing left
 */
public record Paid(String journalNo, boolean keptBack) {

    static final Paid NOTHING = new Paid(null, false);
    static final Paid KEPT = new Paid(null, true);
}
