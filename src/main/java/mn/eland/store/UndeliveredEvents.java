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
 * day is told once an hour from then on, since an office outside may be silent over a holiday; what fails for a month is left
 * to the next start and to whoever reads the log.
 */
@Component
class UndeliveredEvents {

    private static final Duration SURELY_FAILED = Duration.ofMinutes(2);
    private static final Duration SELDOM_AFTER = Duration.ofDays(1);
    private static final Duration SELDOM = Duration.ofHours(1);
    private static final Duration GIVEN_UP = Duration.ofDays(31);

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
        lastTold.values().removeIf(told -> told.isBefore(now.minus(SELDOM)));
        publications.resubmitIncompletePublications(publication -> mayGoAgain(publication, now));
    }

    private boolean mayGoAgain(EventPublication publication, Instant now) {
        var published = publication.getPublicationDate();
        var pause = published.isBefore(now.minus(SELDOM_AFTER)) ? SELDOM : SURELY_FAILED;
        var told = lastTold.getOrDefault(publication.getIdentifier(), published);
        if (told.isAfter(now.minus(pause)) || published.isBefore(now.minus(GIVEN_UP))) {
            return false;
        }
        lastTold.put(publication.getIdentifier(), now);
        return true;
    }
}
