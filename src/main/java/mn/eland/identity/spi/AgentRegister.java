package mn.eland.identity.spi;

import java.time.LocalDate;
import java.util.Optional;

/** The register of real estate agents of the Financial Regulatory Commission. */
public interface AgentRegister {

    /** Empty when there is no licence of this number. */
    Optional<Licence> licence(String number);

    /** @param suspended not in force at the moment, whatever its term */
    record Licence(String number, String holderRegisterNumber, LocalDate validFrom, LocalDate validUntil, boolean suspended) {

        public boolean isInForce(LocalDate on) {
            return !suspended && !on.isBefore(validFrom) && !on.isAfter(validUntil);
        }
    }

    /** The register did not answer. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
