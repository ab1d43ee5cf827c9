package mn.eland.person.spi;

import java.time.Instant;
import java.util.Optional;

/** The telephone operators. A stranger who is given a new card for a number receives the codes that are sent to it. */
public interface SimCards {

    /**
     * When the card behind a number was changed last; empty when the operator knows of no change, does not know the number, or no
     * operator can be asked. {@link Unavailable} when it did not answer.
     *
     * @param phone eight digits of a Mongolian number, or a number with its country ({@code +976…})
     */
    Optional<Instant> lastChange(String phone);

    /** No answer; the question may be repeated. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
