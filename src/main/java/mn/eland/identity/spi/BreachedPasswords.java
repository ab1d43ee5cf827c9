package mn.eland.identity.spi;

import java.util.Map;

/** A list of passwords that were stolen somewhere, asked in a way that does not tell it which one is meant. */
public interface BreachedPasswords {

    /**
     * How often each password was seen whose SHA-1 begins with these five hexadecimal digits, by the other 35 in capitals; zero for
     * those that the list invented so that the length of its answer says nothing.
     */
    Map<String, Integer> times(String prefix);

    /** The list did not answer. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
