package mn.eland.walk;

import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.kernel.ElandClock;
import mn.eland.store.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;

/** The outside of the application as the random walk plays it, and its threads, which stand still. */
@TestConfiguration(proxyBeanMethods = false)
class WalkWorld {

    @Bean
    @Primary
    StateOffices stateOffices(ElandClock clock, JdbcClient jdbc, Vault vault) {
        return new StateOffices(clock, jdbc, vault);
    }

    @Bean
    @Primary
    MoneyHouses moneyHouses(ElandClock clock, JdbcClient jdbc) {
        return new MoneyHouses(clock, jdbc);
    }

    @Bean
    @Primary
    WaitingRoom taskExecutor() {
        return new WaitingRoom();
    }

    @Bean
    StillRhythm taskScheduler() {
        return new StillRhythm();
    }

    @Bean
    Pigeonhole pigeonhole() {
        return new Pigeonhole();
    }

    /** The last code that was sent to anybody. */
    static class Pigeonhole {

        private String code;

        @EventListener
        public void on(CodeIssued issued) {
            code = issued.code();
        }

        String code() {
            return code;
        }
    }
}
