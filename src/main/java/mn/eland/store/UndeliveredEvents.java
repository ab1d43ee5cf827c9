package mn.eland.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.kernel.ElandClock;
import org.springframework.modulith.events.EventPublication;
import org.springframework.modulith.events.IncompleteEventPublications;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells an event again to the listener that failed on it, so that a collision or a moment without a database does not wait
 * for the next start. A listener that was told a moment ago is left in peace: it may not be done yet. What fails for a whole
 * day is left to the next start and to whoever reads the log.
 */
@Component
class UndeliveredEvents {

    private static final Duration SURELY_FAILED = Duration.ofMinutes(2);
    private static final Duration GIVEN_UP = Duration.ofDays(1);

    private final IncompleteEventPublications publications;
    private final ElandClock clock;
    private final Map<UUID, Instant> lastTold = new ConcurrentHashMap<>();

    UndeliveredEvents(IncompleteEventPublications publications, ElandClock clock) {
        this.publications = publications;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${eland.events.again:PT1M}", initialDelayString = "${eland.events.again:PT1M}")
    void tellAgain() {
        var now = clock.instant();
        lastTold.values().removeIf(told -> told.isBefore(now.minus(SURELY_FAILED)));
        publications.resubmitIncompletePublications(publication -> mayGoAgain(publication, now));
    }

    private boolean mayGoAgain(EventPublication publication, Instant now) {
        return publication.getPublicationDate().isBefore(now.minus(SURELY_FAILED))
                && publication.getPublicationDate().isAfter(now.minus(GIVEN_UP))
                && lastTold.putIfAbsent(publication.getIdentifier(), now) == null;
    }
}
