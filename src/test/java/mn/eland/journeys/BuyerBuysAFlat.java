package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.Simulators;
import mn.eland.payment.Payments;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The promise of the README: a flat goes from listing to keys, everybody doing a part in the browser. First in Mongolian
 * on telephones; then the new owner sells it on, in English on desktops.
 */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuyerBuysAFlat {

    private static final String REGISTRY_NO = "Ү-2299700001";

    @Value("${eland.base-url}") String base;
    @Autowired Simulators simulators;
    @Autowired Payments payments;
    @Autowired JdbcClient sql;

    @Test
    @Order(1)
    void inMongolianOnThePhone() {
        DealOnStage.flatIsRegistered(simulators, REGISTRY_NO, "000700101");
        var deal = new DealOnStage(base, "mn", true, "temuulen", "enkhjin", simulators, sql);

        deal.isListed(REGISTRY_NO, "000700101", 285_000_000);
        deal.isAgreedAt(280_000_000);
        deal.hasConsentOf("sarantuya");
        deal.isPaid(280_000_000, "MN640004999900000002", "ЦАГААН ЭНХЖИН");
        deal.isCertified();
        deal.isRegisteredAndHandedOver();
        deal.isPaidOut();

        assertThat(payments.trialBalance().sum().isZero()).isTrue();
        assertThat(payments.trialBalance().accountsBelowZero()).isEmpty();
    }

    @Test
    @Order(2)
    void inEnglishOnTheDesktop() {
        var certificate = sql.sql("select certificate_no from property.properties where registry_no = ?").param(REGISTRY_NO)
                .query(String.class).single();
        var deal = new DealOnStage(base, "en", false, "enkhjin", "nomin", simulators, sql);

        deal.isListed(REGISTRY_NO, certificate, 300_000_000);
        deal.isAgreedAt(300_000_000);
        deal.isPaid(300_000_000, "MN280015999900000003", "ХАТАГИН НОМИН-ЭРДЭНЭ");
        deal.isClearedByCompliance();
        deal.isCertified();
        deal.isRegisteredAndHandedOver();
        deal.isPaidOut();

        assertThat(payments.trialBalance().sum().isZero()).isTrue();
        assertThat(payments.trialBalance().accountsBelowZero()).isEmpty();
    }
}
