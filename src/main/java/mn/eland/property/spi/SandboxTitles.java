package mn.eland.property.spi;

import java.time.LocalDate;
import java.util.List;

/**
 * Tells a simulated state register of the invented titles of the sandbox; titles it knows are left as they are. No real
 * register has this.
 */
public interface SandboxTitles {

    void load(List<SandboxTitle> titles);

    /** @param parcelAreaM2 area of the parcel it stands on */
    record SandboxTitle(String registryNo, String certificateNo, String parcelNo, double parcelAreaM2, String usage, double areaM2,
                        long valueTugrug, String district, String khoroo, String fullAddress, LocalDate registeredOn,
                        SandboxOwner owner) {
    }

    /** A person, or a company with only a given name. */
    record SandboxOwner(String registerNumber, String clanName, String parentName, String givenName) {
    }
}
