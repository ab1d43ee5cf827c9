package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import mn.eland.Simulators;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.SaleWalk;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the journeys of sales that do not go straight on have in common. */
@Journey
abstract class WeatherJourney {

    static final long PRICE = 380_000_000;

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

    DealInAllWeathers deal(String story, String language, boolean phone, CaseRef listing) {
        return new DealInAllWeathers(story, base, language, phone, simulators, sql).of(listing.number());
    }

    CaseRef onTheMarket() {
        return new SaleWalk(context, simulators).publishedFlat(PRICE);
    }
}
