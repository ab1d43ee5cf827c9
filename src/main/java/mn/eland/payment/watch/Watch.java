package mn.eland.payment.watch;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.collection.Statement;
import mn.eland.payment.collection.Unplaced;
import mn.eland.payment.reconciliation.Reconciliation;
import mn.eland.payment.release.Fees;
import mn.eland.payment.release.HeldPayouts;
import mn.eland.payment.release.Refunding;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.vat.VatReceipts;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at the bank in a steady rhythm; one node at a time. */
@Component
class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long LOCK = 0x454C414E44L;
    private static final long NIGHT_LOCK = LOCK + 1;

    private final Statement statement;
    private final Collections collections;
    private final VatReceipts vatReceipts;
    private final Unplaced unplaced;
    private final Refunding refunding;
    private final Fees fees;
    private final HeldPayouts held;
    private final Reconciliation reconciliation;
    private final Outages outages;
    private final DataSource database;
    private final boolean enabled;

    Watch(Statement statement, Collections collections, VatReceipts vatReceipts, Unplaced unplaced, Refunding refunding, Fees fees, HeldPayouts held,
          Reconciliation reconciliation, Outages outages, DataSource database,
          @Value("${eland.payment.watch:true}") boolean enabled) {
        this.statement = statement;
        this.collections = collections;
        this.vatReceipts = vatReceipts;
        this.unplaced = unplaced;
        this.refunding = refunding;
        this.fees = fees;
        this.held = held;
        this.reconciliation = reconciliation;
        this.outages = outages;
        this.database = database;
        this.enabled = enabled;
    }

    @Scheduled(fixedDelayString = "${eland.payment.statement-poll:PT5S}", initialDelayString = "${eland.payment.statement-poll:PT5S}")
    void look() throws SQLException {
        alone(LOCK, () -> {
            collections.askForHinted();
            vatReceipts.makeDue();
            outages.round("statement", round -> {
                statement.read();
                round.answered();
            });
            unplaced.giveBackKnown();
            refunding.passOnReturnedTax();
            fees.payClaims();
            held.sendDecided();
        });
    }

    /** While nobody pays: what our books, the bank and the gateway say of the days that are over. */
    @Scheduled(cron = "${eland.payment.reconcile-at:0 0 2 * * *}", zone = "Asia/Ulaanbaatar")
    void compare() throws SQLException {
        alone(NIGHT_LOCK, () -> {
            vatReceipts.forgetRead();
            reconciliation.compareDue();
        });
    }

    @Bean
    Poller escrowStatement(JdbcClient jdbc) {
        return Poller.of("statement", () -> count(jdbc, "collections where state = 'OPEN'"), this::tryNow);
    }

    @Bean
    Poller hintedPayments(JdbcClient jdbc) {
        return Poller.of("hintedPayments", () -> count(jdbc, "collections where check_at is not null"), () -> {
            collections.hurry();
            tryNow();
        });
    }

    @Bean
    Poller vatReceiptsDue(JdbcClient jdbc) {
        return Poller.of("vatReceipts", () -> count(jdbc, "vat_receipts where issued_at is null"), () -> {
            vatReceipts.hurry();
            tryNow();
        });
    }

    @Bean
    Poller returnedTax() {
        return Poller.of("returnedTax", refunding::returnedTaxWaiting, this::tryNow);
    }

    @Bean
    Poller notaryClaims() {
        return Poller.of("notaryClaims", fees::claimsWaiting, this::tryNow);
    }

    @Bean
    Poller nightlyComparison() {
        return Poller.of("comparison", reconciliation::daysDue, () -> quietly(this::compare));
    }

    private void tryNow() {
        quietly(this::look);
    }

    private static int count(JdbcClient jdbc, String what) {
        return jdbc.sql("select count(*) from payment." + what).query(Integer.class).single();
    }

    /** Work that needs the database. */
    private interface Work {
        void run() throws SQLException;
    }

    private static void quietly(Work work) {
        try {
            work.run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void alone(long lock, Runnable work) throws SQLException {
        if (!enabled) {
            return;
        }
        try (var connection = database.getConnection()) {
            if (answers(connection, "pg_try_advisory_lock", lock)) {
                try {
                    work.run();
                } catch (Bank.Unavailable e) {
                    LOG.info("The bank gives no answer, looking again later: {}", e.getMessage());
                } finally {
                    answers(connection, "pg_advisory_unlock", lock);
                }
            }
        }
    }

    private static boolean answers(Connection connection, String function, long lock) throws SQLException {
        try (var call = connection.prepareStatement("select " + function + "(?)")) {
            call.setLong(1, lock);
            try (var answer = call.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
