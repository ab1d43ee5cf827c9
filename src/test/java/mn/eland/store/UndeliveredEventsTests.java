package mn.eland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.kernel.ElandClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.jdbc.JdbcTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

@ElandTest
class UndeliveredEventsTests {

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transactions;
    @Autowired UndeliveredEvents undelivered;
    @Autowired HardOfHearing listener;
    @Autowired ElandClock clock;
    @Autowired JdbcTemplate jdbc;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void aListenerThatFailedIsToldAgainAndOnlyOnce() {
        transactions.executeWithoutResult(in -> events.publishEvent(new HardOfHearing.Word("once more")));
        await().until(() -> listener.told() == 1);

        undelivered.tellAgain();
        assertThat(listener.understood()).isZero();

        clock.passes(Duration.ofMinutes(3));
        await().until(() -> {
            undelivered.tellAgain();
            return listener.understood() > 0;
        });
        await().until(() -> waiting() == 0);
        clock.passes(Duration.ofMinutes(3));
        undelivered.tellAgain();

        assertThat(listener.told()).isEqualTo(2);
        assertThat(listener.understood()).isEqualTo(1);
    }

    @Test
    void aListenerThatFailedOverAHolidayIsToldAgain() {
        var name = UUID.randomUUID().toString();
        transactions.executeWithoutResult(in -> events.publishEvent(new HardOfHearing.Shove(name, CollidingListeners.TRIES)));
        await().until(() -> listener.began(name) == CollidingListeners.TRIES);

        clock.passes(Duration.ofDays(4));
        await().until(() -> {
            undelivered.tellAgain();
            return listener.isDone(name);
        });

        await().until(() -> waiting() == 0);
        assertThat(listener.began(name)).isEqualTo(CollidingListeners.TRIES + 1);
    }

    private long waiting() {
        return JdbcTestUtils.countRowsInTableWhere(jdbc, "event_publication", "event_type like '%HardOfHearing%'");
    }
}
