package mn.eland.sale.burden;

import java.time.LocalTime;
import mn.eland.kernel.ElandClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every night a fresh reference for each deal between its deposit and its registration. A night that was missed is made up for. */
@Component
public class BurdenWatch {

    private static final Logger LOG = LoggerFactory.getLogger(BurdenWatch.class);

    private final BurdenStore store;
    private final Burdens burdens;
    private final ElandClock clock;
    private final TransactionTemplate transaction;
    private final LocalTime after;

    BurdenWatch(BurdenStore store, Burdens burdens, ElandClock clock, PlatformTransactionManager transactions,
                @Value("${eland.sale.burden-watch-at:03:00}") LocalTime after) {
        this.store = store;
        this.burdens = burdens;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
        this.after = after;
    }

    @Scheduled(fixedDelayString = "${eland.sale.burden-watch-every:PT10M}", initialDelayString = "${eland.sale.burden-watch-every:PT10M}")
    void wake() {
        if (!LocalTime.now(clock).isBefore(after)) {
            look();
        }
    }

    /** Looks at every deal that nobody has looked at today. @return how many burdens are new */
    public int look() {
        var today = clock.today();
        int found = 0;
        for (var sale : store.due(today)) {
            try {
                found += Boolean.TRUE.equals(transaction.execute(status -> store.claim(sale, today) && burdens.look(sale))) ? 1 : 0;
            } catch (RuntimeException later) {
                LOG.warn("The nightly look at {} failed and is tried again: {}", sale, later.getMessage());
            }
        }
        return found;
    }
}
