package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.Simulators;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales that do not go straight on, as the people in them see it in their browsers. */
@Journey
class SaleInAllWeathers {

    private static final long PRICE = 380_000_000;

    @Value("${eland.base-url}") String base;
    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Payments payments;
    @Autowired PropertyRegister register;
    @Autowired JdbcClient sql;

    @AfterEach
    void theBooksBalance() {
        assertThat(payments.trialBalance().isHealthy()).isTrue();
    }

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

    private DealInAllWeathers deal(String story, String language, boolean phone, CaseRef listing) {
        return new DealInAllWeathers(story, base, language, phone, simulators, sql).of(listing.number());
    }

    private CaseRef onTheMarket() {
        return new SaleWalk(context, simulators).publishedFlat(PRICE);
    }

    /** Of another size, so that no other flat is compared with it. */
    private void boughtLately(CaseRef listing) {
        var property = register.listing(listing).orElseThrow().property().id().value();
        sql.sql("insert into property.transfers (property_id, district, kind, area_m2, price, transferred_on) values (?, 'SBD', 'APARTMENT', 5, 375000000, current_date - 10)")
                .params(property).update();
    }
}
