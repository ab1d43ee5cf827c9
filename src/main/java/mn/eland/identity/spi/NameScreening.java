package mn.eland.identity.spi;

import java.time.LocalDate;
import java.util.List;

/** A service that knows the world's lists of sanctions and of politically exposed people. */
public interface NameScreening {

    /** Everybody on a list who may be this one. */
    List<Hit> screen(Subject subject);

    /** @param born null for companies and where it is not known @param country two letters, or null */
    record Subject(String name, LocalDate born, String country) {
    }

    enum Kind { SANCTIONS, PEP }

    /** @param list the list's name @param entry the name that stands there @param score from 0 to 1 */
    record Hit(Kind kind, String list, String entry, double score) {
    }

    /** No answer; the question may be repeated. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
