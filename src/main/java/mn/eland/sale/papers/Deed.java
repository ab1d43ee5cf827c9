package mn.eland.sale.papers;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;

/**
 * What a contract of a sale is about.
 *
 * @param title     the last word of the state register on the property, or null before the first
 * @param mortgagee who agreed in writing that the mortgaged property is sold, or null
 * @param consents  those given in this sale
 */
public record Deed(CaseRef sale, PropertyView property, PartyId seller, PartyId buyer, Money price, Money deposit, TitleReading title,
                   String mortgagee, List<Consent> consents) {

    private static final Set<String> SPOUSE = Set.of("SPOUSE", "SPOUSE_ACKNOWLEDGEMENT");
    private static final Set<String> OWNERS = Set.of("ADULT_FAMILY_CO_OWNERS", "OTHER_SHARE_OWNERS", "ALL_SHARE_OWNERS");
    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "GOVERNOR_GUARDIAN_AUTHORITY");

    /** How the property was handed over; {@code meters} by the names of the facts. */
    public record Handover(LocalDate on, long keys, Map<String, String> meters, String furniture, String defects) {
    }

    /**
     * @param kind whose consent, in the words of the table {@code consentRules}
     * @param name who gave it, or null when somebody else brought the paper
     */
    public record Consent(String kind, String name) {
    }

    boolean isMortgaged() {
        return title != null && title.mortgage();
    }

    boolean isLeased() {
        return title != null && title.leaseRegistered();
    }

    boolean hasSpouseConsent() {
        return isGivenBy(SPOUSE);
    }

    /** Null when the platform does not know the spouse. */
    String spouseName() {
        return consents.stream().filter(consent -> SPOUSE.contains(consent.kind())).map(Consent::name).filter(java.util.Objects::nonNull)
                .findFirst().orElse(null);
    }

    boolean hasConsentOfOwners() {
        return isGivenBy(OWNERS);
    }

    boolean hasConsentForMinor() {
        return isGivenBy(GUARDIANS);
    }

    boolean hasResolutionOfCompany() {
        return isGivenBy(Set.of("SHAREHOLDERS_OR_BOARD"));
    }

    boolean hasConsentOfTenant() {
        return isGivenBy(Set.of("TENANT"));
    }

    private boolean isGivenBy(Set<String> kinds) {
        return consents.stream().anyMatch(consent -> kinds.contains(consent.kind()));
    }
}
