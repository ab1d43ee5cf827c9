package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.consent.ConsentView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People marry and die between two gates of a sale; the civil register is asked anew at each. */
@ElandTest
class PeopleBetweenTests {

    private static final String SELLER = "ЯЯ88041511";
    private static final String WIFE = "ЯЯ90090822";
    private static final String BUYER = "ЯЯ97040591";

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired JdbcClient jdbc;
    private SaleWalk walk;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        walk.untilTenInTheMorning();
    }

    @AfterEach
    void back() {
        jdbc.sql("update simulators.people set deceased_on = null where regnum = ?").param(BUYER).update();
        jdbc.sql("delete from simulators.marriages where husband = ? and registered_id <> '2211-2014-000211'").param(SELLER).update();
        jdbc.sql("update simulators.marriages set divorced_date = null where husband = ?").param(SELLER).update();
        walk.clock.reset();
    }

    @Test
    void whoMarriesAfterTheConsentsBringsTheSpousesBeforeTheGate() {
        simulators.divorce(SELLER);
        var sale = walk.offer("enkhjin", walk.publishedFlat(200_000_000), 200_000_000);
        walk.accept(sale);
        walk.untilStage(sale, "PRELIMINARY");
        assertThat(consents(sale)).isEmpty();

        simulators.marry(SELLER, WIFE, LocalDate.of(2026, 11, 1));
        walk.sign(sale, "temuulen", "enkhjin");
        walk.until("the wife is asked", () -> walk.workflow.isOpen(sale.caseRef(), "giveConsent"));
        assertThat(walk.payments.collections(sale.caseRef())).isEmpty();
        walk.doTask("sarantuya", sale.caseRef(), "giveConsent", Map.of("decision", "GIVE", "understood", "true"));

        walk.payByQr("enkhjin", sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        assertThat(consents(sale)).singleElement().satisfies(consent -> {
            assertThat(consent.person()).isEqualTo(walk.person("sarantuya").party());
            assertThat(consent.isCleared()).isTrue();
        });
    }

    @Test
    void aDeathBeforeTheDepositEndsTheSaleWithoutAnybodysFault() {
        var sale = walk.offer("uuganbayar", walk.publishedFlat(200_000_000), 200_000_000);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");

        simulators.die(BUYER);
        walk.sign(sale, "temuulen", "uuganbayar");
        walk.untilStage(sale, "CALLED_OFF");

        assertThat(walk.view(sale).endReason()).isEqualTo("PARTY_DIED");
        assertThat(walk.payments.collections(sale.caseRef())).isEmpty();
        assertThat(jdbc.sql("select paper || ' ' || note from sale.stops where sale = ?").param(sale.caseRef().number()).query(String.class).single())
                .startsWith("XYP").contains("Ууганбаяр", walk.clock.today().toString());
    }

    private java.util.List<ConsentView> consents(SaleId sale) {
        return walk.sales.dossier(walk.person("temuulen"), sale).get().consents();
    }
}
