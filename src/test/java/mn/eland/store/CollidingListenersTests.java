package mn.eland.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ElandTest
class CollidingListenersTests {

    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transactions;
    @Autowired HardOfHearing listener;
    @Autowired JdbcClient jdbc;

    @Test
    void aListenerThatCollidedDoesItsWorkOnceMoreAtOnce() {
        var name = shoved(2);

        await().until(() -> listener.isDone(name));
        await().until(() -> undelivered() == 0);
        assertThat(listener.began(name)).isEqualTo(3);
    }

    @Test
    void whatCollidesEveryTimeIsLeftForLater() {
        var name = shoved(CollidingListeners.TRIES);

        await().until(() -> listener.began(name) == CollidingListeners.TRIES);
        await().during(Duration.ofMillis(300)).until(() -> listener.began(name) == CollidingListeners.TRIES);
        assertThat(undelivered()).isOne();
        jdbc.sql("delete from event_publication where event_type like '%Shove'").update();
    }

    private String shoved(int times) {
        var name = UUID.randomUUID().toString();
        transactions.executeWithoutResult(in -> events.publishEvent(new HardOfHearing.Shove(name, times)));
        return name;
    }

    private long undelivered() {
        return jdbc.sql("select count(*) from event_publication where event_type like '%Shove'").query(Long.class).single();
    }
}
