package mn.eland.identity.spi;

import java.net.URI;
import java.time.LocalDate;

/** The state's sign-on of citizens: the person signs in there and lets us read who it is. */
public interface CitizenSignOn {

    /**
     * Where the person's browser has to go.
     *
     * @param state comes back unchanged; random, and good for one return
     * @param back  where the person returns to
     */
    URI address(String state, URI back);

    /**
     * Who signed in. The code works once, so this is never repeated by itself.
     *
     * @param back the address that was named at the beginning
     */
    Answer identity(String code, URI back);

    /** What the sign-on says to a code. */
    sealed interface Answer {
    }

    /**
     * Who it is, as the register of identity cards says.
     *
     * @param portrait JPEG, or null when the card has none
     */
    record Citizen(String registerNumber, String clanName, String parentName, String givenName, LocalDate birthDate,
                   byte[] portrait) implements Answer {

        @Override
        public String toString() {
            return "Citizen";
        }
    }

    /** The code is no good: used before, too old, or never given. */
    record CodeRefused() implements Answer {
    }

    /** The sign-on worked, the register of identity cards behind it did not, or not for this person. */
    record CardUnreadable(int resultCode) implements Answer {
    }

    /** Somebody signed in for an organisation, where a person is wanted. */
    record SignedInForOrganisation() implements Answer {
    }

    /** No answer, or an error of the sign-on's own. The person may begin anew. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
