package mn.eland.notarization.spi;

import java.time.LocalDate;

/** The state's record of notarial entries. Submitting the same entry twice is harmless. */
public interface NotaryRegister {

    /** @return the 12-character code under which another notary finds the act */
    String submit(String key, Entry entry);

    record Entry(String registerNumber, String parentName, String givenName, String propertyNumber, String serviceName,
                 String bookNumber, LocalDate bookDate, String notaryNo, boolean voided) {
    }

    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
