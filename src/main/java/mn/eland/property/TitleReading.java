package mn.eland.property;

import java.time.Instant;
import java.util.List;

/**
 * What the state register said about a property at one moment: the inputs of the table {@code titleCheck}.
 *
 * @param regime         SEPARATE, JOINT or SHARED ownership
 * @param decision       OK, CURE or STOP; null until the table has decided
 */
public record TitleReading(boolean found, boolean ownerMatch, boolean certificateMatch, boolean arrest,
                           boolean courtDispute, boolean mortgage, boolean mortgageeConsent, boolean pendingFiling,
                           boolean leaseRegistered, boolean parcelMatch, boolean minorOwner, boolean permitForMinor,
                           boolean unfinished, double areaDiffPct, int openDealsSameRegistry, String regime,
                           List<String> ownerNames, Instant readAt, String decision, String code) {

    /** The same without what the case's own application at the counter adds to the register. */
    public TitleReading besidesOwnFiling() {
        return new TitleReading(found, ownerMatch, certificateMatch, arrest, courtDispute, mortgage, mortgageeConsent, false, leaseRegistered,
                parcelMatch, minorOwner, permitForMinor, unfinished, areaDiffPct, openDealsSameRegistry, regime, ownerNames, readAt, decision, code);
    }

    /** One of the owners the register names; {@code minor} on the day it was read. */
    public record Owner(String registerNumber, String name, boolean minor) {
    }
}
