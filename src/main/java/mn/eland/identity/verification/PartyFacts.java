package mn.eland.identity.verification;

import java.time.LocalDate;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;

/** What the rest of {@code identity} knows of a party. */
public interface PartyFacts {

    /** Empty for an unknown party. */
    Optional<Facts> of(PartyId party);

    /** In full, for comparing and for calls outside; logged under the case. */
    String registerNumber(PartyId party, CaseRef purpose);

    /** Whether the party's record bears this name. */
    boolean isNamed(PartyId party, String givenName, String parentName);

    /** Whether the register number itself stands on this list, {@code SANCTIONS} or {@code PEP}. */
    boolean isListed(PartyId party, String list);

    /**
     * What the table of care asks.
     *
     * @param citizen has an entry in the civil register @param company has one in that of legal entities @param born null for companies
     */
    record Facts(boolean citizen, boolean company, String name, LocalDate born, String country, boolean highRisk, boolean resident,
                 boolean metInPerson, String customerType, boolean ownersKnown) {
    }
}
