package mn.eland.identity.verification;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import mn.eland.identity.passport.Passports;
import mn.eland.identity.screening.ListEvent.MatchCleared;
import mn.eland.identity.screening.ListEvent.NewlyListed;
import mn.eland.identity.screening.Matches;
import mn.eland.identity.screening.Screening;
import mn.eland.identity.spi.FaceMatch;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.identity.verification.Verification.Method;
import mn.eland.identity.verification.Verification.State;
import mn.eland.identity.verification.VerificationEvent.ListedPartyFound;
import mn.eland.identity.verification.VerificationEvent.PartyDeclined;
import mn.eland.identity.verification.VerificationEvent.PartyVerified;
import mn.eland.identity.verification.VerificationEvent.RefreshAsked;
import mn.eland.identity.verification.VerificationEvent.VerificationExpired;
import mn.eland.identity.verification.VerificationEvent.VerificationReplaced;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the processes of a verification cause. */
@Component
@Transactional
class Verifying {

    private static final String COMPLIANCE = "compliance";

    private final VerificationRows rows;
    private final PartyFacts parties;
    private final FaceMatch faces;
    private final Owners owners;
    private final Screening screening;
    private final Matches matches;
    private final Passports passports;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Verifying(VerificationRows rows, PartyFacts parties, FaceMatch faces, Owners owners, Screening screening, Matches matches, Passports passports,
              Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.rows = rows;
        this.parties = parties;
        this.faces = faces;
        this.owners = owners;
        this.screening = screening;
        this.matches = matches;
        this.passports = passports;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** Compares the two faces and forgets them; without a picture on the card a person has to look. */
    void matchFace(CaseRef number) {
        rows.faces(number).ifPresent(both -> rows.compared(number, both.card() == null ? 0 : faces.likeness(both.card(), both.taken())));
    }

    void readOwners(CaseRef number) {
        rows.ownersRead(number, owners.read(verification(number).party(), number));
    }

    /** Looks for the party, and for the people behind a company, on all lists; gives what the table of care asks. */
    Values screenNames(CaseRef number) {
        var party = verification(number).party();
        var facts = parties.of(party).orElseThrow();
        var all = new ArrayList<>(screening.screen(facts.name(), facts.born(), facts.country()));
        owners.of(party).forEach(owner -> all.addAll(screening.screen(owner.name(), null, null)));
        var hits = matches.uncleared(party, all);
        boolean sanctions = hits.stream().anyMatch(hit -> hit.kind() == Kind.SANCTIONS) || parties.isListed(party, Kind.SANCTIONS.name());
        boolean pep = hits.stream().anyMatch(hit -> hit.kind() == Kind.PEP) || parties.isListed(party, Kind.PEP.name());
        rows.screened(number, sanctions, pep, hits.stream().map(hit -> hit.list() + ": " + hit.entry()).distinct().toList());
        return Values.of(VerificationVariables.SANCTIONS, sanctions).with(VerificationVariables.PEP, pep)
                .with(VerificationVariables.OWNER_KNOWN, facts.ownersKnown()).with(VerificationVariables.REMOTE, !facts.metInPerson())
                .with(VerificationVariables.NON_RESIDENT, !facts.resident()).with(VerificationVariables.CUSTOMER_TYPE, facts.customerType())
                .with(VerificationVariables.COUNTRY_RISK, facts.highRisk() ? "HIGH" : "LOW")
                .with(VerificationVariables.AMOUNT, Money.ZERO).with(VerificationVariables.CASH_SHARE, 0.0)
                .with(VerificationVariables.CASH_THRESHOLD, Long.parseLong(workflow.parameter("aml.cash.threshold")));
    }

    /** What the table wants, and whether somebody has to look: for enhanced care, because a face or a name leaves a doubt, or at a passport. */
    Values noteCare(CaseRef number, String level, String approver, String refreshEvery) {
        var found = verification(number);
        boolean doubt = found.method() == Method.PASSPORT || found.method() == Method.DAN && (!Boolean.TRUE.equals(found.nameMatches()) || found.likeness() == null
                || found.likeness() < Double.parseDouble(workflow.parameter("identity.face.least")));
        var group = doubt && !"EDD".equals(level) ? COMPLIANCE : approver;
        rows.decided(number, level, group, refreshEvery);
        var outcome = "REJECT".equals(level) ? "DECLINE" : doubt || "EDD".equals(level) ? "EXAMINE" : "ACCEPT";
        return Values.of(VerificationVariables.CARE_OUTCOME, outcome).with(VerificationVariables.APPROVER, group)
                .with(VerificationVariables.REVIEW_WITHIN, workflow.parameter("identity.reviewWithin"));
    }

    void accept(CaseRef number) {
        var found = verification(number);
        var until = earliest(found.refreshEvery() == null ? null : clock.today().plus(Period.parse(found.refreshEvery())),
                passports.of(number).map(Passports.Shown::expiresOn).orElse(null));
        rows.ended(number, State.VERIFIED);
        replace(found.party(), number);
        rows.stands(found.party(), new VerificationRows.Row(Standing.State.VERIFIED, found.level(), number, until));
        if (until != null) {
            workflow.start("watchVerification", number, Values.none());
        }
        events.publishEvent(new PartyVerified(number, found.party(), until, clock.instant()));
    }

    /** The party is told that we do not deal with it, and never why (AML 13); who stands on a list is told to the head of compliance. */
    void decline(CaseRef number) {
        var found = verification(number);
        rows.ended(number, State.DECLINED);
        replace(found.party(), number);
        rows.stands(found.party(), new VerificationRows.Row(Standing.State.DECLINED, found.level(), number, null));
        if (found.sanctions()) {
            events.publishEvent(new ListedPartyFound(number, found.party(), clock.instant()));
        }
        events.publishEvent(new PartyDeclined(number, found.party(), clock.instant()));
    }

    /** Nobody waits any more for the end of the one before. */
    private void replace(PartyId party, CaseRef number) {
        var before = rows.standing(party).number();
        if (before != null && !before.equals(number)) {
            workflow.tell(before, "VerificationReplaced", Values.none());
            events.publishEvent(new VerificationReplaced(before, party, clock.instant()));
        }
    }

    /** When to ask for a refresh, and how long after that the verification is over. */
    Values plan(CaseRef number) {
        var until = rows.standing(verification(number).party()).validUntil();
        var ask = until.minus(Period.parse(workflow.parameter("identity.refreshNotice")));
        return Values.of(VerificationVariables.ASK_REFRESH_IN, days(clock.today(), ask))
                .with(VerificationVariables.EXPIRE_IN, days(latest(ask, clock.today()), until));
    }

    /** Either may be null: no end. */
    private static LocalDate earliest(LocalDate one, LocalDate other) {
        return one == null ? other : other == null || one.isBefore(other) ? one : other;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static String days(LocalDate from, LocalDate to) {
        return "P" + Math.max(0, ChronoUnit.DAYS.between(from, to)) + "D";
    }

    void askRefresh(CaseRef number) {
        if (rows.turns(number, Standing.State.VERIFIED, Standing.State.DUE)) {
            var party = verification(number).party();
            events.publishEvent(new RefreshAsked(number, party, rows.standing(party).validUntil(), clock.instant()));
        }
    }

    void expire(CaseRef number) {
        if (rows.turns(number, Standing.State.DUE, Standing.State.EXPIRED)) {
            events.publishEvent(new VerificationExpired(number, verification(number).party(), clock.instant()));
        }
    }

    /** Somebody whom we deal with stands on a list of sanctions now: all acts stop at once (AML-R). Nothing for who was declined before. */
    @EventListener
    void on(NewlyListed event) {
        var before = rows.standing(event.who());
        if (before.state() == Standing.State.NONE || before.state() == Standing.State.DECLINED) {
            return;
        }
        if (before.number() != null) {
            workflow.tell(before.number(), "VerificationReplaced", Values.none());
        }
        rows.stands(event.who(), new VerificationRows.Row(Standing.State.DECLINED, "REJECT", before.number(), null));
        events.publishEvent(new ListedPartyFound(before.number() == null ? workflow.nextNumber('V') : before.number(), event.who(), clock.instant()));
    }

    /** It was somebody else of the same name: the party may prove anew who it is. */
    @EventListener
    void on(MatchCleared event) {
        var now = rows.standing(event.who());
        if (now.state() == Standing.State.DECLINED && "REJECT".equals(now.level())) {
            rows.stands(event.who(), new VerificationRows.Row(Standing.State.EXPIRED, null, now.number(), null));
        }
    }

    private Verification verification(CaseRef number) {
        return rows.find(number).orElseThrow();
    }
}
