package mn.eland.payment.reconciliation;

import mn.eland.payment.collection.Findings.Problem;
import mn.eland.payment.spi.Bank.StatementLine;

/**
 * Something that is in one place and not, or otherwise, in the other.
 *
 * @param reference what it is about; together with the problem it is found once
 * @param expected  sum by our books, or null
 * @param found     sum by the bank or the gateway, or null
 * @param line      of the statement, or null
 * @param invoice   of the gateway, or null
 */
record Difference(Problem problem, String reference, Long expected, Long found, StatementLine line, String invoice) {

    static Difference ofLine(Problem problem, StatementLine line, Long expected) {
        return new Difference(problem, "record:" + line.record(), expected, line.amountTugrug(), line, null);
    }

    static Difference of(Problem problem, String reference, Long expected, Long found) {
        return new Difference(problem, reference, expected, found, null, null);
    }

    /** The sum an officer has to look for. */
    long amount() {
        return found != null && found != 0 ? found : expected == null || expected == 0 ? 1 : expected;
    }
}
