package mn.eland.identity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.representation.PaperRules;
import mn.eland.identity.representation.Representations;
import mn.eland.identity.trace.Traces;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who people are. */
@Service
@Transactional
public class Parties {

    private final PartyRepository parties;
    private final AccountRepository accounts;
    private final IdentificationRepository identifications;
    private final IdentityProcess process;
    private final Identifying identifying;
    private final Sandbox sandbox;
    private final Traces traces;
    private final Representations representations;
    private final ElandClock clock;

    Parties(PartyRepository parties, AccountRepository accounts, IdentificationRepository identifications, IdentityProcess process,
            Identifying identifying, Sandbox sandbox, Traces traces, Representations representations, ElandClock clock) {
        this.parties = parties;
        this.accounts = accounts;
        this.identifications = identifications;
        this.process = process;
        this.identifying = identifying;
        this.sandbox = sandbox;
        this.traces = traces;
        this.representations = representations;
        this.clock = clock;
    }

    /** The person or company; throws {@link NoSuchElementException} for an unknown id. */
    public PartyView party(PartyId id) {
        return known(id).view();
    }

    public Optional<PartyView> find(PartyId id) {
        return parties.find(id).map(Party::view);
    }

    /** What the party does for a living, as far as taxes ask. */
    public Trade trade(PartyId id) {
        return parties.trade(id);
    }

    /** The acting person behind a sign-in name. */
    public Optional<Actor> actor(String username) {
        return accounts.find(username).filter(AccountRepository.Account::open)
                .map(account -> new Actor(account.party(), known(account.party()).view().shortName(), account.roles()));
    }

    /** The full register number, for documents and outside calls only; every reading is logged with its purpose. */
    public String registerNumber(PartyId id, CaseRef purpose) {
        var party = known(id);
        parties.noteReading(id, purpose);
        return party.registerNumber();
    }

    /** Whom the platform knows under this register number. */
    public Optional<PartyId> registered(String registerNumber) {
        return parties.findByRegisterNumber(registerNumber).map(Party::id);
    }

    public List<PartyView> withRole(Role role) {
        return parties.withRole(role).stream().map(Party::view).toList();
    }

    /** Full years on that day; empty for companies. */
    public Optional<Integer> age(PartyId id, LocalDate on) {
        return Optional.ofNullable(known(id).birthDate()).map(born -> Period.between(born, on).getYears());
    }

    /** What the civil register said last about a marriage; empty before it was asked. */
    public Optional<Marriage> marriage(PartyId id) {
        return parties.marriage(id);
    }

    /**
     * Asks the civil register now, keeps the answer and gives it; empty for those who have no entry there. An outside
     * call: only from a step that the engine may repeat.
     */
    public Optional<Marriage> readMarriage(PartyId id, CaseRef purpose) {
        identifying.readMarriage(id, purpose);
        return parties.marriage(id);
    }

    /** Asks the civil register now whether the person has died, and on which day. An outside call, as {@link #readMarriage}. */
    public Optional<LocalDate> readDeath(PartyId id, CaseRef purpose) {
        return identifying.readDeath(id, purpose);
    }

    /** What the last identification of the person found; empty before the first. */
    public Optional<Identification> identification(PartyId id) {
        return identifications.last(id).map(IdentificationRepository.Row::view);
    }

    /** Who of the case waits for a decision of a person; empty when nobody does. */
    public Optional<Review> review(CaseRef caseRef) {
        return identifications.toReview(caseRef).map(row -> new Review(known(row.party()).view(), row.view(), row.approver()));
    }

    /**
     * Decides whether we deal with the party of the case that waits for it. Only for members of the group that the table
     * named. Refused with {@code REVIEW_GONE} (conflict) when nobody waits, {@code NOT_YOUR_REVIEW} (forbidden),
     * {@code OWN_IDENTITY} (forbidden) when the reviewer is the party.
     */
    public Outcome<Void> decideReview(Actor reviewer, CaseRef caseRef, boolean approved, String fundsSource, String note) {
        return identifying.decideReview(process, reviewer, caseRef, approved, fundsSource, note);
    }

    /**
     * Writes down who may act for whom, as the original paper shows. For those who see originals, and never for oneself:
     * {@code PAPER_NOT_YOURS} (forbidden) for others; an unfit paper is refused as {@link PaperRules} says.
     */
    public Outcome<Void> empower(Actor by, Representation representation) {
        if (!by.isAnyOf(Role.AGENT, Role.NOTARY, Role.OPERATOR) || by.party().equals(representation.holder())) {
            return Outcome.refused(Refusal.forbidden("PAPER_NOT_YOURS"));
        }
        var wrong = new PaperRules(clock.today(), Period.parse(process.parameter("poa.maxTerm")), Integer.parseInt(process.parameter("age.majority")))
                .whyNot(representation, party(representation.holder()), party(representation.principal()));
        if (wrong != null) {
            return Outcome.refused(wrong);
        }
        representations.put(by.party(), representation);
        return Outcome.done();
    }

    /** Takes a power of attorney back, for its giver, who represents the giver by law, its holder and who saw the original; as {@link Representations#revoke}. */
    public Outcome<Void> revoke(Actor by, PartyId holder, PartyId principal, String paperNo) {
        return representations.revoke(by, holder, principal, paperNo);
    }

    /** The powers of attorney in force that the person has given, or a company or minor whom the person represents by law. */
    public List<Representation> givenBy(PartyId person) {
        return representations.givenBy(person, clock.today());
    }

    /**
     * By what a person acts for another today. Refused with {@code NOT_A_REPRESENTATIVE}, or with {@code POA_EXPIRED}
     * (arguments {@code number}, {@code until}) when the paper is over.
     */
    public Outcome<Representation> acting(PartyId holder, PartyId principal) {
        return representations.between(holder, principal).map(paper -> !paper.isOver(clock.today()) ? Outcome.done(paper)
                        : Outcome.<Representation>refused(Refusal.forbidden("POA_EXPIRED").with("number", paper.paperNo()).with("until", paper.validUntil())))
                .orElseGet(() -> Outcome.refused(Refusal.forbidden("NOT_A_REPRESENTATIVE")));
    }

    /** For whom a person may act today. */
    public List<Representation> representedBy(PartyId holder) {
        return representations.by(holder, clock.today());
    }

    /** The director of a company, the guardian of a minor; empty when nobody showed the paper, or it is over. */
    public Optional<Representation> representative(PartyId principal) {
        return representations.byLaw(principal, clock.today());
    }

    /** Remembers that somebody acted for another in this case. */
    public void acted(Representation representation, CaseRef caseRef) {
        representations.used(representation, caseRef);
    }

    /** Who acted for the principal in this case. */
    public Optional<Representation> actedFor(CaseRef caseRef, PartyId principal) {
        return representations.used(caseRef, principal);
    }

    /** The cases of the last twelve months in which the person acted for somebody by power of attorney, with the day of it. */
    public Map<CaseRef, LocalDate> casesByPower12m(PartyId holder) {
        return representations.powersUsed(holder, clock.today().minusYears(1));
    }

    /** What ties a person to others: contact data, account, browsers, networks signed in from; the raw values stay inside. */
    public List<Trace> traces(PartyId id) {
        return traces.of(id);
    }

    /** The person's country, when it stands on the list of high-risk countries. */
    public Optional<Country> highRiskCountry(PartyId id) {
        return parties.highRiskCountry(id);
    }

    /** The language the person wants to be written to in: {@code mn} or {@code en}. */
    public String language(PartyId id) {
        return accounts.language(id);
    }

    /** Keeps the language the person chose; ignored for people without an account. */
    public void speaks(Actor actor, String language) {
        accounts.setLanguage(actor.party(), language);
    }

    /** Remembers the browser and the network address somebody signed in from; the address is kept for a year. */
    public void signedInFrom(Actor actor, UUID device, String agentHash, String address) {
        traces.signedIn(actor.party(), device, agentHash, address);
    }

    /** The invented accounts to offer on the sign-in page; empty outside the sandbox. */
    public List<SandboxAccount> sandboxAccounts() {
        return sandbox.offers();
    }

    private Party known(PartyId id) {
        return parties.find(id).orElseThrow(() -> new NoSuchElementException("no party " + id));
    }

    public enum Basis { DIRECTOR, GUARDIAN, POA }

    /** @param paperNo of the power of attorney, the company's registration or the guardianship @param validUntil null for an office without end */
    public record Representation(PartyId holder, PartyId principal, Basis basis, String paperNo, LocalDate givenOn, LocalDate validUntil) {

        public boolean isOver(LocalDate on) {
            return validUntil != null && validUntil.isBefore(on);
        }
    }

    /**
     * @param key   equal for equal values, and says nothing else
     * @param shown the value, masked where it could be used
     * @param first when it was first and last seen; null for data of the person's record
     */
    public record Trace(Kind kind, String key, String shown, Instant first, Instant last) {
        public enum Kind { PHONE, EMAIL, ADDRESS, IBAN, DEVICE, NETWORK }
    }

    public record Country(String code, String reason) {
    }

    /** @param developer true for those who build in order to sell */
    public record Trade(boolean vatPayer, boolean developer) {
    }

    /** @param leading offered first */
    public record SandboxAccount(String username, String password, String name, String role, boolean leading) {
    }

    /** @param spouse the spouse's party when known to the platform, else null */
    public record Marriage(boolean married, PartyId spouse, String spouseName, LocalDate since) {
    }

    /**
     * @param level    SDD, CDD, EDD or REJECT; null until the table has decided
     * @param approved what a person decided; null while nobody has, or had to
     */
    public record Identification(boolean found, boolean nameMatches, boolean sanctions, boolean pep, String level,
                                 Boolean approved, Instant at) {
    }

    /** @param group who decides */
    public record Review(PartyView party, Identification identification, String group) {
    }
}
