package mn.eland.person.payout;

import java.time.Instant;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.person.spi.SimCards;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** When the card of a telephone was changed, with the safe answer where the operator is silent. */
@Component
class TelephoneCards {

    private static final Logger LOG = LoggerFactory.getLogger(TelephoneCards.class);

    private final SimCards cards;
    private final ElandClock clock;

    TelephoneCards(SimCards cards, ElandClock clock) {
        this.cards = cards;
        this.clock = clock;
    }

    /** Now, when the operator does not answer: a second person looks, rather than nobody. Empty when it tells of no change. */
    Optional<Instant> changed(String phone) {
        try {
            return cards.lastChange(phone);
        } catch (SimCards.Unavailable e) {
            LOG.warn("Counted as a change of the card: {}", e.getMessage());
            return Optional.of(clock.instant());
        }
    }
}
