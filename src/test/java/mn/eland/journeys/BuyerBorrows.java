package mn.eland.journeys;

import org.junit.jupiter.api.Test;

/** A flat is bought with a loan; the wife of the seller consents. */
class BuyerBorrows extends WeatherJourney {

    @Test
    void theBankLendsAndTheWifeConsents() {
        var deal = deal("financed", "mn", false, onTheMarket());
        deal.isAgreedAt(PRICE, page -> {
            page.check("input[name=payment][value=LOAN]");
            page.locator("input[name=loanBank]").fill("Төрийн банк");
            page.locator("input[name=loanMnt]").fill("200000000");
            page.check("input[name=financeClause]");
        });
        deal.hasConsentOf("sarantuya");
        deal.depositIsPaid(PRICE);
        deal.isFinancedBy("ТБ-118/2026", 200_000_000, 385_000_000);
        deal.balanceIsPaid("MN640004999900000002", "ЦАГААН ЭНХЖИН");
        deal.isCertified();
        deal.isRegisteredAndHandedOver();
        deal.isPaidOut();
    }
}
