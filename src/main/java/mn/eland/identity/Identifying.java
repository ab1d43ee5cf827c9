package mn.eland.identity;

import java.util.NoSuchElementException;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.identity.spi.CitizenRegistry.Citizen;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process "Identify a party" causes: reading registers and lists, and keeping what they said. */
@Service
@Transactional
class Identifying {

    private final PartyRepository parties;
    private final IdentificationRepository identifications;
    private final CitizenRegistry citizens;

    Identifying(PartyRepository parties, IdentificationRepository identifications, CitizenRegistry citizens) {
        this.parties = parties;
        this.identifications = identifications;
        this.citizens = citizens;
    }

    /** Asks the register of people or of companies, and the lists about anybody. */
    Questions readCitizen(PartyId id, CaseRef caseRef) {
        var party = known(id);
        var finding = party.isCitizen() ? findCitizen(party, caseRef)
                : party.isCompany() ? findCompany(party, caseRef) : find(party, true, true);
        identifications.found(id, caseRef, finding);
        return new Questions(finding, party.beneficialOwnerKnown(), !party.metInPerson(), !party.resident(),
                party.customerType(), parties.isHighRisk(party.country()) ? "HIGH" : "LOW");
    }

    /** Asks the civil register whether a citizen is married; others have no answer there. */
    void readMarriage(PartyId id, CaseRef caseRef) {
        var party = known(id);
        if (party.isCitizen()) {
            parties.noteReading(id, caseRef);
            var marriage = citizens.marriage(party.registerNumber());
            parties.keepMarriage(id, marriage.married(), marriage.spouseRegisterNumber(), marriage.spouseName(), marriage.since());
        }
    }

    /** Keeps what the table decided; true when a person has to decide besides. */
    boolean recordCare(PartyId id, CaseRef caseRef, String level, String approver, String refreshEvery) {
        identifications.decided(id, caseRef, level, approver, refreshEvery);
        return identifications.find(id, caseRef).orElseThrow().isToReview();
    }

    private Finding findCitizen(Party party, CaseRef caseRef) {
        parties.noteReading(party.id(), caseRef);
        var citizen = citizens.citizen(party.registerNumber());
        boolean lives = citizen.isPresent() && citizens.deceasedOn(party.registerNumber()).isEmpty();
        return find(party, lives, citizen.map(found -> isSame(party, found)).orElse(false));
    }

    /** A company that is wound up makes no contracts any more. */
    private Finding findCompany(Party party, CaseRef caseRef) {
        parties.noteReading(party.id(), caseRef);
        var company = citizens.company(party.registerNumber()).filter(found -> !found.liquidated());
        return find(party, company.isPresent(), company.map(found -> party.isCalled(found.name())).orElse(false));
    }

    private Finding find(Party party, boolean found, boolean nameMatches) {
        return new Finding(found, nameMatches, parties.isListed(party.registerNumber(), "SANCTIONS"),
                parties.isListed(party.registerNumber(), "PEP"));
    }

    private static boolean isSame(Party party, Citizen citizen) {
        return party.isNamed(citizen.givenName(), citizen.parentName());
    }

    private Party known(PartyId id) {
        return parties.find(id).orElseThrow(() -> new NoSuchElementException("no party " + id));
    }

    /** What the table of care asks about a party. */
    record Questions(Finding finding, boolean ownerKnown, boolean remote, boolean nonResident, String customerType, String countryRisk) {
    }

    /**
     * What registers and lists say.
     *
     * @param found       the register knows the person as living, the company as working; for foreigners, who are in none, true
     * @param nameMatches the register's name is the one we know
     */
    record Finding(boolean found, boolean nameMatches, boolean sanctions, boolean pep) {
    }
}
