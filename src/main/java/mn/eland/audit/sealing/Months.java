package mn.eland.audit.sealing;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps the partitions of the year to come in place: at each start and every night. */
@Component
class Months implements SmartInitializingSingleton {

    private static final int AHEAD = 12;

    private final JdbcClient jdbc;

    Months(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        open();
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Asia/Ulaanbaatar")
    void open() {
        jdbc.sql("select audit.open_months(?)").param(AHEAD).query((row, n) -> true).single();
    }
}
