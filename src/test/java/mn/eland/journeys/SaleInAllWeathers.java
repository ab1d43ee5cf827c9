package mn.eland.journeys;

import mn.eland.kernel.CaseRef;
import org.junit.jupiter.api.Test;

/** Sales that do not go straight on, as the people in them see it in their browsers. */
class SaleInAllWeathers extends WeatherJourney {

    @Test
    void theTitleIsCured() {
        var listing = onTheMarket();
        simulators.addMortgage(register.listing(listing).orElseThrow().property().registryNo());
        var deal = deal("cured", "en", true, listing);
        deal.isAgreedAt(PRICE);
        deal.hasItsTitleCured();
        deal.hasConsentOf("sarantuya");
        deal.hasPaperOfTheBank();
        deal.accepts("temuulen", "preliminary");
    }

    @Test
    void theBuyerLeavesAfterTheDeposit() {
        var deal = deal("left", "mn", true, onTheMarket());
        deal.isAgreedAt(PRICE);
        deal.hasConsentOf("sarantuya");
        deal.depositIsPaid(PRICE);
        deal.isLeftByTheBuyer("38 000 000");
    }

    @Test
    void complianceBlocks() {
        var listing = onTheMarket();
        boughtLately(listing);
        var deal = deal("blocked", "en", false, listing);
        deal.isAgreedAt(PRICE);
        deal.talksOfCash();
        deal.hasConsentOf("sarantuya");
        deal.isBlockedByCompliance();
    }

    /** Of another size, so that no other flat is compared with it. */
    private void boughtLately(CaseRef listing) {
        var property = register.listing(listing).orElseThrow().property().id().value();
        sql.sql("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 5, 375000000, current_date - 10)")
                .params(property).update();
    }
}
