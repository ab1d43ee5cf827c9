package mn.eland.identity.spi;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The state's registers of people and companies. Answers are readings at a moment; an unreachable register is an
 * {@link Unavailable}, which a step lets pass so that the engine retries.
 */
public interface CitizenRegistry {

    /** Empty when the register has no such person. */
    Optional<Citizen> citizen(String registerNumber);

    Marriage marriage(String registerNumber);

    /** The day a person died; empty for the living. */
    Optional<LocalDate> deceasedOn(String registerNumber);

    /** Empty when the register of legal entities has no such company. */
    Optional<Company> company(String registerNumber);

    /** @param liquidated true when it is being wound up or is no more @param owners who holds shares, as the register knows */
    record Company(String registerNumber, String name, String directorRegisterNumber, boolean liquidated, List<Shareholder> owners) {

        public Company(String registerNumber, String name, String directorRegisterNumber, boolean liquidated) {
            this(registerNumber, name, directorRegisterNumber, liquidated, List.of());
        }
    }

    /**
     * Somebody who holds shares of a company.
     *
     * @param registerNumber null for foreigners @param country as the register writes it @param sharePct of the company, 0 to 100
     */
    record Shareholder(boolean person, String registerNumber, String parentName, String name, String country, BigDecimal sharePct) {
    }

    record Citizen(String registerNumber, String clanName, String parentName, String givenName, LocalDate birthDate,
                   String nationality, String address) {
    }

    /** @param spouseRegisterNumber null when not married */
    record Marriage(boolean married, LocalDate since, String spouseRegisterNumber, String spouseName) {
    }

    /** The register did not answer or answered with an error of its own; the question may be repeated. */
    final class Unavailable extends RuntimeException {
        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
