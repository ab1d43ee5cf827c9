package mn.eland.payment;

import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.collection.Statement;
import mn.eland.payment.collection.Unplaced;
import mn.eland.payment.release.Refunding;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the scenarios of escrow have in common: a fresh case, its accounts known, and books that balance at the end. */
abstract class EscrowScenario {

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired Payments payments;
    @Autowired PlayedBank bank;
    @Autowired PlayedGateway gateway;
    @Autowired PlayedFreezes freezes;
    @Autowired Statement statement;
    @Autowired Unplaced unplaced;
    @Autowired Collections collections;
    @Autowired Refunding refunding;
    @Autowired ElandClock clock;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;

    CaseRef deal;

    @BeforeEach
    void aDealWithKnownAccounts() {
        bank.reset();
        gateway.reset();
        deal = transaction.execute(status -> workflow.nextNumber('S'));
        Deal.accountsAreKnown(payments, deal);
    }

    @AfterEach
    void theBooksBalance() {
        eventually(() -> assertThat(jdbc.sql("select count(*) from event_publication").query(Long.class).single()).isZero());
        assertThat(payments.trialBalance().isHealthy()).as(payments.trialBalance().toString()).isTrue();
    }

    void collect(Purpose purpose, long amount) {
        engine.start("collectEscrow", deal, values(Map.of("payerId", Deal.BUYER.toString(), "purpose", purpose.name(),
                "amountMnt", amount, "payWithin", "P2D")));
        engine.runJobs();
    }

    /** Fills escrow without a process. */
    void funded(Purpose purpose, long amount) {
        collections.open(deal, purpose, Deal.BUYER, Money.of(amount), clock.instant().plus(Duration.ofDays(2)));
        bank.receives(amount, deal + "-" + purpose.name().charAt(0), Deal.BUYER_IBAN);
        statement.read();
    }

    void fundedByBuyer(long price) {
        funded(Purpose.DEPOSIT, price / 10);
        funded(Purpose.BALANCE, price - price / 10);
    }

    String qr(Purpose purpose) {
        return payments.payByQr(deal, purpose, new mn.eland.kernel.Actor(Deal.BUYER, "Энхжин", java.util.Set.of())).get().invoiceId();
    }

    /** The listener runs after the commit, on its own thread. */
    void eventually(Runnable assertion) {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion::run);
    }

    long held() {
        return payments.escrow(deal).held().tugrug();
    }
}
