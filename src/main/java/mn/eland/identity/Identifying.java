package mn.eland.identity;

import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Optional;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.identity.spi.CitizenRegistry.Citizen;
import mn.eland.identity.verification.PartyFacts;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the process "Identify a party" causes: reading registers and lists, and keeping what they said. Gives verification what the rows
 * of parties know.
 */
@Service
@Transactional
class Identifying implements PartyFacts {

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

    /** Asks the civil register whether a citizen has died; empty for the living and for those who have no entry there. */
    Optional<LocalDate> readDeath(PartyId id, CaseRef caseRef) {
        var party = known(id);
        if (!party.isCitizen()) {
            return Optional.empty();
        }
        parties.noteReading(id, caseRef);
        return citizens.deceasedOn(party.registerNumber());
    }

    /** Keeps what the table decided; true when a person has to decide besides. */
    boolean recordCare(PartyId id, CaseRef caseRef, String level, String approver, String refreshEvery) {
        identifications.decided(id, caseRef, level, approver, refreshEvery);
        return identifications.find(id, caseRef).orElseThrow().isToReview();
    }

    /** As the door says. */
    Outcome<Void> decideReview(IdentityProcess process, Actor reviewer, CaseRef caseRef, boolean approved, String fundsSource,
                               String note) {
        var open = identifications.toReview(caseRef).filter(row -> process.isUnderReview(caseRef)).orElse(null);
        if (open == null) {
            return Outcome.refused(Refusal.conflict("REVIEW_GONE"));
        }
        if (!reviewer.groups().contains(open.approver())) {
            return Outcome.refused(Refusal.forbidden("NOT_YOUR_REVIEW"));
        }
        if (reviewer.party().equals(open.party())) {
            return Outcome.refused(Refusal.forbidden("OWN_IDENTITY"));
        }
        var told = process.identityReviewed(caseRef, reviewer, approved);
        if (told.isDone()) {
            identifications.reviewed(open.party(), caseRef, approved, reviewer.party(), fundsSource, note);
        }
        return told;
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

    @Override
    public Optional<Facts> of(PartyId id) {
        return parties.find(id).map(party -> new Facts(party.isCitizen(), party.isCompany(), listedName(party), party.birthDate(), party.country(),
                parties.isHighRisk(party.country()), party.resident(), party.metInPerson(), party.customerType(), party.beneficialOwnerKnown()));
    }

    /** Without the clan, which lists do not have. */
    private static String listedName(Party party) {
        return party.companyName() != null ? party.companyName()
                : party.parentName() == null ? party.givenName() : party.parentName() + " " + party.givenName();
    }

    @Override
    public String registerNumber(PartyId id, CaseRef purpose) {
        parties.noteReading(id, purpose);
        return known(id).registerNumber();
    }

    @Override
    public boolean isNamed(PartyId id, String givenName, String parentName) {
        return known(id).isNamed(givenName, parentName);
    }

    @Override
    public boolean isListed(PartyId id, String list) {
        return parties.isListed(known(id).registerNumber(), list);
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
