package mn.eland.auction.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import mn.eland.ElandTest;
import mn.eland.auction.LotId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Two nodes on one database hear of each other's bids. */
@ElandTest
class LotNewsTests {

    @Autowired DataSource database;

    @Test
    void whatOneNodeTellsBothHearAndABurstIsToldOnce() {
        var here = new CopyOnWriteArrayList<Collection<LotId>>();
        var there = new CopyOnWriteArrayList<Collection<LotId>>();
        var missed = new AtomicInteger();
        var lot = LotId.random();

        try (var one = new LotNews(database, here::add, missed::incrementAndGet); var other = new LotNews(database, there::add, missed::incrementAndGet)) {
            await().atMost(Duration.ofSeconds(20)).until(() -> missed.get() == 2);
            IntStream.range(0, 1_000).forEach(n -> one.tell(lot));
            await().atMost(Duration.ofSeconds(20)).until(() -> isHeard(there, lot) && isHeard(here, lot));
            assertThat(there).hasSizeLessThan(20);
            var answer = LotId.random();
            other.tell(answer);
            await().atMost(Duration.ofSeconds(20)).until(() -> isHeard(here, answer));
        }
    }

    private static boolean isHeard(List<Collection<LotId>> news, LotId lot) {
        return news.stream().anyMatch(lots -> lots.contains(lot));
    }
}
