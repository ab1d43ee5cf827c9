package mn.eland.identity.verification;

import static mn.eland.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import mn.eland.identity.passport.Mrz;
import mn.eland.identity.passport.Passports;
import mn.eland.identity.spi.CitizenSignOn.Citizen;
import mn.eland.identity.verification.Verification.Examination;
import mn.eland.identity.verification.Verification.Method;
import mn.eland.identity.verification.Verification.State;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A party proves who it is. */
@Component
@Transactional
public class Verifications {

    private static final String DIRECTOR = "DIRECTOR";

    private final VerificationRows rows;
    private final PartyFacts parties;
    private final Permits permits;
    private final mn.eland.kernel.Standing standing;
    private final Passports passports;
    private final ElandClock clock;
    private final Workflow workflow;

    Verifications(VerificationRows rows, PartyFacts parties, Permits permits, mn.eland.kernel.Standing standing, Passports passports, ElandClock clock,
                  Workflow workflow) {
        this.passports = passports;
        this.clock = clock;
        this.rows = rows;
        this.parties = parties;
        this.permits = permits;
        this.standing = standing;
        this.workflow = workflow;
    }

    /** Where the person stands; no reason is ever told. */
    @Transactional(readOnly = true)
    public Standing standing(Actor actor) {
        return standing(actor.person());
    }

    /** The companies that the person leads, with where they stand. */
    @Transactional(readOnly = true)
    public List<CompanyStanding> companies(Actor actor) {
        return standing.principals(actor).stream().filter(one -> leads(actor, one))
                .map(one -> new CompanyStanding(one, parties.of(one).orElseThrow().name(), standing(one))).toList();
    }

    private Standing standing(PartyId party) {
        var row = rows.standing(party);
        return new Standing(row.state(), row.validUntil(), rows.running(party).map(Verification::state).orElse(null), permits.permitted(row.state()));
    }

    /**
     * A citizen consents that the state tells us who signed in, and sends a picture of himself. Refused with {@code CONSENT_MISSING},
     * {@code DAN_CITIZENS_ONLY} (forbidden) for those without an entry in the civil register, {@code VERIFICATION_RUNNING} (conflict) while
     * an earlier proof is looked at. A second consent replaces the picture.
     *
     * @param face JPEG or PNG; kept until it was compared
     */
    public Outcome<CaseRef> consent(Actor actor, boolean consents, byte[] face) {
        var person = actor.person();
        if (!consents) {
            return refused(Refusal.invalid("CONSENT_MISSING", "consent"));
        }
        if (parties.of(person).filter(PartyFacts.Facts::citizen).isEmpty()) {
            return refused(Refusal.forbidden("DAN_CITIZENS_ONLY"));
        }
        var running = rows.running(person);
        if (running.filter(one -> one.state() == State.PROVEN).isPresent()) {
            return refused(Refusal.conflict("VERIFICATION_RUNNING"));
        }
        var number = running.map(Verification::number).orElseGet(() -> {
            var next = workflow.nextNumber('V');
            rows.open(next, person, person, Method.DAN, State.CONSENTED);
            return next;
        });
        rows.keepFace(number, face);
        return Outcome.done(number);
    }

    /** True for a person who is in no register of ours: the sign-on of the state knows nothing of him, a passport does. */
    @Transactional(readOnly = true)
    public boolean showsPassport(Actor actor) {
        return parties.of(actor.person()).filter(facts -> !facts.citizen() && !facts.company()).isPresent();
    }

    /**
     * A foreigner consents and shows a passport and his face; compliance looks at both. Refused with {@code CONSENT_MISSING},
     * {@code PASSPORT_FOREIGNERS_ONLY} (forbidden) for who is in the civil register, {@code VERIFICATION_RUNNING} (conflict),
     * {@code MRZ_INVALID} (invalid, field {@code mrz}) and {@code PASSPORT_OVER} (invalid, argument {@code on}).
     *
     * @param mrz  the two lines below the picture
     * @param page picture of the page, JPEG or PNG; @param face as in {@link #consent}
     */
    public Outcome<CaseRef> showPassport(Actor actor, boolean consents, String mrz, byte[] page, byte[] face) {
        var person = actor.person();
        if (!consents) {
            return refused(Refusal.invalid("CONSENT_MISSING", "consent"));
        }
        if (!showsPassport(actor)) {
            return refused(Refusal.forbidden("PASSPORT_FOREIGNERS_ONLY"));
        }
        if (rows.running(person).isPresent()) {
            return refused(Refusal.conflict("VERIFICATION_RUNNING"));
        }
        var read = Mrz.read(mrz, clock.today());
        if (read.isEmpty()) {
            return refused(Refusal.invalid("MRZ_INVALID", "mrz"));
        }
        var passport = read.get();
        if (passport.isOver(clock.today())) {
            return refused(Refusal.invalid("PASSPORT_OVER", "mrz").with("on", passport.expiresOn()));
        }
        var facts = parties.of(person).orElseThrow();
        var number = workflow.nextNumber('V');
        rows.open(number, person, person, Method.PASSPORT, State.CONSENTED);
        rows.keepFace(number, face);
        rows.keepCard(number, page);
        rows.proven(number, passport.isNamed(facts.name()));
        passports.keep(number, person, passport, passport.born().equals(facts.born()), page);
        start(number, person, false);
        return Outcome.done(number);
    }

    /**
     * The state has said who signed in: opens the process "Verify a party". Refused with {@code OTHER_PERSON} (forbidden) when it is
     * not who holds the account, {@code VERIFICATION_RUNNING} (conflict) when this was told before.
     */
    Outcome<Void> proven(Actor actor, CaseRef number, Citizen citizen) {
        var party = actor.person();
        if (!parties.registerNumber(party, number).equals(citizen.registerNumber())) {
            return refused(Refusal.forbidden("OTHER_PERSON"));
        }
        if (!rows.proven(number, parties.isNamed(party, citizen.givenName(), citizen.parentName()))) {
            return refused(Refusal.conflict("VERIFICATION_RUNNING"));
        }
        rows.keepCard(number, citizen.portrait());
        start(number, party, false);
        return Outcome.done();
    }

    /**
     * Who leads a company lets the register of legal entities be asked about it. Refused with {@code CONSENT_MISSING},
     * {@code NOT_DIRECTOR} (forbidden) for others, with the reason of the person (as {@link Permits}) who is not verified himself, and
     * with {@code VERIFICATION_RUNNING} (conflict).
     */
    public Outcome<CaseRef> consentForCompany(Actor actor, PartyId company, boolean consents) {
        if (!consents) {
            return refused(Refusal.invalid("CONSENT_MISSING", "consent"));
        }
        if (!leads(actor, company)) {
            return refused(Refusal.forbidden("NOT_DIRECTOR"));
        }
        var own = permits.hindrance(actor.person(), Act.SIGN);
        if (own.isPresent()) {
            return refused(own.get());
        }
        if (rows.running(company).isPresent()) {
            return refused(Refusal.conflict("VERIFICATION_RUNNING"));
        }
        var number = workflow.nextNumber('V');
        rows.open(number, company, actor.person(), Method.COMPANY, State.PROVEN);
        start(number, company, true);
        return Outcome.done(number);
    }

    private boolean leads(Actor actor, PartyId company) {
        var as = standing.among(actor, List.of(company));
        return as.party().equals(company) && as.proxy() != null && DIRECTOR.equals(as.proxy().basis())
                && parties.of(company).filter(PartyFacts.Facts::company).isPresent();
    }

    private void start(CaseRef number, PartyId party, boolean company) {
        rows.opened(party);
        workflow.start("verifyParty", number, Values.of(VerificationVariables.COMPANY, company));
    }

    /** The face that somebody has to look at; empty once it was decided. */
    @Transactional(readOnly = true)
    public Optional<byte[]> face(CaseRef number) {
        return rows.faces(number).map(VerificationRows.Faces::taken);
    }

    /** Everything that was found, for who examines; empty for an unknown number. */
    @Transactional(readOnly = true)
    public Optional<Verification> find(CaseRef number) {
        return rows.find(number);
    }

    /**
     * Decides whether we deal with the party. For the group that the table named: {@code NOT_YOUR_REVIEW} (forbidden) for others,
     * {@code OWN_IDENTITY} (forbidden) for one's own, {@code FUNDS_SOURCE_MISSING} and {@code WEALTH_SOURCE_MISSING} for an acceptance
     * without what it needs, {@code REVIEW_GONE} (conflict) when nothing waits.
     */
    public Outcome<Void> examine(Actor officer, CaseRef number, Examination examination) {
        var open = rows.find(number).filter(one -> workflow.isOpen(number, "examineParty")).orElse(null);
        if (open == null) {
            return refused(Refusal.conflict("REVIEW_GONE"));
        }
        if (!officer.groups().contains(open.approver())) {
            return refused(Refusal.forbidden("NOT_YOUR_REVIEW"));
        }
        if (officer.person().equals(open.party()) || officer.person().equals(open.askedBy())) {
            return refused(Refusal.forbidden("OWN_IDENTITY"));
        }
        var wanting = examination.accepted() ? wanting(open, examination) : null;
        if (wanting != null) {
            return refused(wanting);
        }
        var told = workflow.complete(number, "examineParty", officer, Values.of(VerificationVariables.PARTY_ACCEPTED, examination.accepted()));
        if (told.isDone()) {
            rows.examined(number, officer.person(), officer.name(), examination);
        }
        return told;
    }

    private static Refusal wanting(Verification open, Examination examination) {
        if ("EDD".equals(open.level()) && isBlank(examination.fundsSource())) {
            return Refusal.invalid("FUNDS_SOURCE_MISSING", "fundsSource");
        }
        return open.pep() && isBlank(examination.wealthSource()) ? Refusal.invalid("WEALTH_SOURCE_MISSING", "wealthSource") : null;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    /** A company that somebody leads. */
    public record CompanyStanding(PartyId company, String name, Standing standing) {
    }
}
