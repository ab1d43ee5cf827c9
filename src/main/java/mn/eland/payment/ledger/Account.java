package mn.eland.payment.ledger;

import mn.eland.kernel.CaseRef;

/**
 * A place in the books, named by its path: a code of the chart, and the case it belongs to where money is somebody's
 * own, such as {@code 2110 / S-2026-000001}.
 */
public record Account(String path) {

    public static final Account ESCROW_BANK = new Account("1110");
    public static final Account QPAY_CLEARING = new Account("1120");
    public static final Account TAX_RECEIVABLE = new Account("1210");
    public static final Account OWN_BANK = new Account("1300");
    public static final Account PLATFORM_FEES = new Account("4110");
    public static final Account VAT_PAYABLE = new Account("2220");

    public static Account buyer(CaseRef caseRef) {
        return of("2110", caseRef.number());
    }

    public static Account seller(CaseRef caseRef) {
        return of("2120", caseRef.number());
    }

    /** @param side {@code buyer} or {@code seller}: where the money was before */
    public static Account frozen(CaseRef caseRef, String side) {
        return of("2130", caseRef.number() + " / " + side);
    }

    /** What the parties dispute, whichever side it came from. */
    public static Account disputed(CaseRef caseRef) {
        return frozen(caseRef, "dispute");
    }

    public static Account forfeited(CaseRef caseRef) {
        return of("2160", caseRef.number());
    }

    /** One account for each receipt nobody can place, so that each is followed to its end. */
    public static Account unidentified(String receipt) {
        return of("2190", receipt);
    }

    public static Account taxPayable(CaseRef caseRef) {
        return of("2210", caseRef.number());
    }

    /** Value added tax within the price of a new home. */
    public static Account saleVat(CaseRef caseRef) {
        return of("2220", caseRef.number());
    }

    public static Account notary(CaseRef caseRef) {
        return of("2230", caseRef.number());
    }

    public static Account stateFee(CaseRef caseRef) {
        return of("2240", caseRef.number());
    }

    public static Account mortgagePayoff(CaseRef caseRef) {
        return of("2250", caseRef.number());
    }

    public static Account broker(CaseRef caseRef) {
        return of("2260", caseRef.number());
    }

    private static Account of(String code, String owner) {
        return new Account(code + " / " + owner);
    }

    @Override
    public String toString() {
        return path;
    }
}
