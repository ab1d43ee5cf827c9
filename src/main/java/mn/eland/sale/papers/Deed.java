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
 * @param consents  those given in this sale, and the rights of priority that were not used
 * @param terms     what was agreed besides the price
 */
public record Deed(CaseRef sale, PropertyView property, PartyId seller, PartyId buyer, Money price, Money deposit, TitleReading title,
                   String mortgagee, List<Consent> consents, Terms terms) {

    private static final Set<String> SPOUSE = Set.of("SPOUSE", "SPOUSE_ACKNOWLEDGEMENT");
    private static final Set<String> OWNERS = Set.of("ADULT_FAMILY_CO_OWNERS", "ALL_SHARE_OWNERS");
    private static final Set<String> PRIORITY = Set.of("OTHER_SHARE_OWNERS", "TENANT");
    private static final Set<String> GUARDIANS = Set.of("GUARDIAN", "GOVERNOR_GUARDIAN_AUTHORITY");

    public Deed(CaseRef sale, PropertyView property, PartyId seller, PartyId buyer, Money price, Money deposit, TitleReading title,
                String mortgagee, List<Consent> consents) {
        this(sale, property, seller, buyer, price, deposit, title, mortgagee, consents, new Terms(null, null, false));
    }

    /**
     * @param listing      under whose mandate the property is sold, or null
     * @param share        the part of the property that is sold, or null for the whole
     * @param doubleReturn a seller at fault returns the deposit and owes the same sum again
     */
    public record Terms(CaseRef listing, String share, boolean doubleReturn) {
    }

    /** How the property was handed over; {@code meters} by the names of the facts, {@code photos} as a list in words or null. */
    public record Handover(LocalDate on, long keys, Map<String, String> meters, String furniture, Money utilityDebt, String defects, String photos) {
    }

    /**
     * @param kind whose consent, in the words of the table {@code consentRules}
     * @param name who gave it, or null when that is not known
     * @param waived true when a right was not used, in words or by silence
     */
    public record Consent(String kind, String name, boolean waived) {

        public Consent(String kind, String name) {
            this(kind, name, false);
        }
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
        return consents.stream().filter(consent -> !consent.waived() && SPOUSE.contains(consent.kind())).map(Consent::name).filter(java.util.Objects::nonNull)
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

    /** Those who might have bought first were told the terms and did not. */
    boolean isPriorityWaived() {
        return consents.stream().anyMatch(consent -> consent.waived() && PRIORITY.contains(consent.kind()));
    }

    private boolean isGivenBy(Set<String> kinds) {
        return consents.stream().anyMatch(consent -> !consent.waived() && kinds.contains(consent.kind()));
    }
}
