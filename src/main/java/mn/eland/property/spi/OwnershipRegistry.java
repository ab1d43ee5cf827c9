package mn.eland.property.spi;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The state register of property rights, read only. Unreachable is {@link RegistryUnavailable}. */
public interface OwnershipRegistry {

    /** Empty when no such register number. */
    Optional<Title> title(String registryNo, String askingRegisterNumber);

    /** Cadastre: empty when the parcel is unknown. */
    Optional<Parcel> parcel(String parcelNo, String askingRegisterNumber);

    record Title(String registryNo, String certificateNo, String parcelNo, double areaM2, String fullAddress,
                 List<Owner> owners, List<Entry> history) {
    }

    record Owner(String registerNumber, String parentName, String givenName) {
    }

    /**
     * An entry of the register.
     *
     * @param serviceName the register's own words, e.g. «Барьцааны гэрээ бүртгэх»
     * @param active      false for a burden that was released
     */
    record Entry(String serviceName, LocalDate date, String ownerName, String otherParty, Long contractPriceTugrug,
                 boolean active) {
    }

    record Parcel(String parcelNo, double areaM2, boolean mortgage, boolean courtDecision) {
    }
}
