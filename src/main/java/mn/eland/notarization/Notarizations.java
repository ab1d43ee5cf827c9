package mn.eland.notarization;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.notarization.NotarizationEvent.ContractCertified;
import mn.eland.notarization.NotarizationEvent.ContractRefused;
import mn.eland.notarization.NotarizationEvent.EntryVoided;
import mn.eland.notarization.Notarizations.NotarizationView.State;
import mn.eland.notarization.file.DocumentList;
import mn.eland.notarization.office.Competence;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.office.SlotBook;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A notary's act on a contract of a case. */
@Service
@Transactional
public class Notarizations {

    private final ActRows acts;
    private final Notaries notaries;
    private final Competence competence;
    private final SlotBook slots;
    private final DocumentList documents;
    private final RegisterBook book;
    private final RegisterSubmissions submissions;
    private final NotarialPapers papers;
    private final NotarizationProcess process;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Notarizations(ActRows acts, Notaries notaries, Competence competence, SlotBook slots, DocumentList documents, RegisterBook book,
                  RegisterSubmissions submissions, NotarialPapers papers, NotarizationProcess process, Parties parties, ApplicationEventPublisher events, ElandClock clock) {
        this.acts = acts;
        this.notaries = notaries;
        this.competence = competence;
        this.slots = slots;
        this.documents = documents;
        this.book = book;
        this.submissions = submissions;
        this.papers = papers;
        this.process = process;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens the act before the process "Notarize contract" is called for the case; repeating it after a refusal opens
     * a new one, repeating it before a decision states the request anew.
     */
    public void open(CaseRef caseRef, Request request) {
        acts.dropUndecided(caseRef);
        acts.open(caseRef, request, clock.instant());
    }

    /** The latest act of the case. */
    @Transactional(readOnly = true)
    public Optional<NotarizationView> notarization(CaseRef caseRef) {
        return acts.latest(caseRef).map(Act::view);
    }

    /**
     * The notary's own register book, newest first. Refused with {@code NOT_A_NOTARY} for others.
     *
     * @param text part of a number, case, property or name, or the beginning of a day as {@code 2026.11.27}; empty for all
     */
    @Transactional(readOnly = true)
    public Outcome<List<BookEntry>> registerBook(Actor notary, String text, int limit) {
        return authorised(notary).map(known -> book.search(known.number(), text == null ? "" : text.strip(), Math.max(1, Math.min(200, limit))));
    }

    /** All entries of a year in the notary's own book, the first first. Refused as {@link #registerBook}. */
    @Transactional(readOnly = true)
    public Outcome<List<BookEntry>> registerYear(Actor notary, int year) {
        return authorised(notary).map(known -> book.year(known.number(), year));
    }

    /**
     * The notary certifies the contract. Refused with the first thing that stands in the way: {@code NOT_A_NOTARY},
     * {@code ACT_NOT_OPEN}, {@code OUT_OF_DISTRICT}, {@code CONFLICT_OF_INTEREST}, {@code SLOT_WITH_ANOTHER} (the parties come to
     * another notary), {@code CONTRACT_NOT_ACCEPTED}, a check that was not made, or a task that another notary holds.
     */
    public Outcome<NotarizationView> certify(Actor notary, CaseRef caseRef, Checks checks) {
        return competent(notary, caseRef).flatMap(act -> {
            if (!papers.contract(act).isAcceptedByAll()) {
                return Outcome.refused(Refusal.conflict("CONTRACT_NOT_ACCEPTED"));
            }
            var missing = NotarialChecks.missing(act, checks, documents.of(act.id()), clock.today());
            if (missing != null) {
                return Outcome.refused(missing);
            }
            return process.takeUp(caseRef, notary).map(taken -> {
                acts.decide(act, notary, checks, null, clock.instant());
                slots.held(caseRef);
                process.contractCertified(caseRef, notary);
                return acts.latest(caseRef).orElseThrow().view();
            });
        });
    }

    /** The notary refuses in writing: with a code of the law handbook, the article of the law, and grounds in words (at least 20 characters). */
    public Outcome<NotarizationView> refuse(Actor notary, CaseRef caseRef, Grounds grounds) {
        var incomplete = NotarialChecks.incomplete(grounds);
        if (incomplete != null) {
            return Outcome.refused(incomplete);
        }
        return competent(notary, caseRef).flatMap(act -> process.takeUp(caseRef, notary).map(taken -> {
            acts.decide(act, notary, null, grounds, clock.instant());
            slots.held(caseRef);
            process.contractRefused(caseRef, notary);
            return acts.latest(caseRef).orElseThrow().view();
        }));
    }

    /**
     * Compensation: enters «хүчингүй» as a new entry; an act that nobody has decided is dropped, and its slot given back. Harmless when
     * repeated or when nothing was certified.
     */
    public void voidEntry(CaseRef caseRef, String reason) {
        slots.giveBack(caseRef);
        acts.dropUndecided(caseRef);
        acts.lockLatest(caseRef).filter(act -> act.state() == State.CERTIFIED).ifPresent(act -> {
            var number = book.enterVoided(act, notaries.notary(act.notary()).orElseThrow().number(), reason);
            acts.voided(act);
            papers.withdraw(act);
            events.publishEvent(new EntryVoided(caseRef, number, act.number(), clock.instant()));
        });
    }

    /** True when this person could act on the case's open act; what stands in the way otherwise. */
    @Transactional(readOnly = true)
    public Outcome<NotarizationView> mayAct(Actor notary, CaseRef caseRef) {
        return authorised(notary).flatMap(known -> acts.latest(caseRef).map(act -> fit(known, act))
                .orElseGet(() -> Outcome.refused(Refusal.conflict("ACT_NOT_OPEN")))).map(Act::view);
    }

    Act.Preparation prepare(CaseRef caseRef) {
        var act = undecided(caseRef);
        var signers = papers.contract(act).missing().stream().map(PartyId::toString).toList();
        return new Act.Preparation(act.request().value(), signers, List.of("SELLER", "BUYER"),
                process.parameter("notarization.acceptWithin"),
                new Act.DocumentTerms(process.parameter("reference.maxAge"), process.parameter("poa.maxTerm"),
                        Boolean.parseBoolean(process.parameter("minor.governorPermit"))));
    }

    Act.PartyDescription describe(CaseRef caseRef, String role) {
        var request = undecided(caseRef).request();
        boolean seller = role.equals("SELLER");
        var id = seller ? request.seller() : request.buyer();
        var party = parties.party(id);
        var married = party.isPerson() ? parties.marriage(id).map(Parties.Marriage::married).orElse(false) : null;
        boolean minor = parties.age(id, clock.today()).map(age -> age < Integer.parseInt(process.parameter("age.majority"))).orElse(false);
        return new Act.PartyDescription(party.isPerson() ? "PERSON" : "COMPANY", married, seller ? request.coOwners() : 1,
                request.poaUsed(), request.foreignDocuments(), seller && request.mortgaged(), minor, seller && request.land());
    }

    void note(CaseRef caseRef, Money fee, String role, List<String> codes, List<String> validities) {
        var act = undecided(caseRef);
        acts.setFee(act, fee);
        acts.addRequired(act, codes);
        documents.require(act.id(), role, codes, validities);
    }

    String enterRegister(CaseRef caseRef) {
        var act = acts.lockLatest(caseRef).orElseThrow();
        var notary = notaries.notary(act.notary()).orElseThrow();
        var number = book.enterCertified(act, notary.number(), parties.party(act.request().seller()),
                parties.party(act.request().buyer()), papers.contract(act).sha256());
        acts.certified(act, number);
        return number;
    }

    void submit(String number) {
        submissions.submit(number);
    }

    void issueCertificate(CaseRef caseRef) {
        var act = acts.lockLatest(caseRef).orElseThrow();
        acts.setPaper(act, papers.certificate(act, documents.of(act.id()), notaries.notary(act.notary()).orElseThrow()));
        events.publishEvent(new ContractCertified(caseRef, act.number(), clock.instant()));
    }

    String writeRefusal(CaseRef caseRef) {
        var act = acts.lockLatest(caseRef).orElseThrow();
        var paper = papers.refusal(act, notaries.notary(act.notary()).orElseThrow());
        acts.setPaper(act, paper);
        events.publishEvent(new ContractRefused(caseRef, act.refusalCode(), act.people(), paper, clock.instant()));
        return act.refusalCode();
    }

    String closeAct(CaseRef caseRef) {
        acts.close(undecided(caseRef), "NOT_ACCEPTED", clock.instant());
        slots.giveBack(caseRef);
        return "NOT_ACCEPTED";
    }

    private Act undecided(CaseRef caseRef) {
        return acts.latest(caseRef).filter(Act::isOpen).orElseThrow(() -> new IllegalStateException("no open act for " + caseRef));
    }

    private Outcome<Notary> authorised(Actor actor) {
        return notaries.notary(actor.party()).filter(known -> actor.is(Role.NOTARY)).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.forbidden("NOT_A_NOTARY")));
    }

    private Outcome<Act> competent(Actor actor, CaseRef caseRef) {
        return authorised(actor).flatMap(notary -> acts.lockLatest(caseRef).map(act -> fit(notary, act))
                .orElseGet(() -> Outcome.refused(Refusal.conflict("ACT_NOT_OPEN"))));
    }

    private Outcome<Act> fit(Notary notary, Act act) {
        if (!act.isOpen() || act.isDecided()) {
            return Outcome.refused(Refusal.conflict("ACT_NOT_OPEN"));
        }
        var elsewhere = slots.of(act.caseRef()).filter(slot -> slot.notaryNo() != notary.number());
        return competence.hindrance(notary, act.request().district(), act.people())
                .or(() -> elsewhere.map(slot -> Refusal.forbidden("SLOT_WITH_ANOTHER").with("notary", nameOf(slot.notaryNo()))))
                .<Outcome<Act>>map(Outcome::refused).orElseGet(() -> Outcome.done(act));
    }

    private String nameOf(int notaryNo) {
        return parties.party(notaries.notary(notaryNo).orElseThrow().party()).shortName();
    }

    /**
     * What is asked of the notary.
     *
     * @param solo     true when pressure is suspected: the seller must also be heard alone
     * @param coOwners number of owners, 1 when the seller owns it alone
     * @param poaUsed  somebody acts by power of attorney; @param mortgaged a mortgage is released by this sale
     */
    public record Request(UUID document, String registryNo, String district, Money value, PartyId seller, PartyId buyer,
                          boolean solo, int coOwners, boolean poaUsed, boolean foreignDocuments, boolean mortgaged, boolean land) {
    }

    /**
     * @param number      {@code NOT-2026-0001-000001}, null before certification; @param paper certificate or refusal
     * @param refusalCode one of the law handbook, NOT_ACCEPTED when the parties let the time pass; null unless refused
     */
    public record NotarizationView(CaseRef caseRef, Request request, State state, PartyId notary, String notaryName, String number,
                                   Money fee, Instant decidedAt, String refusalCode, String refusalGrounds, UUID paper,
                                   List<String> required) {
        public enum State { OPEN, CERTIFIED, REFUSED, VOID }
    }

    /** Why a notary refuses. @param code and @param article as in the form */
    public record Grounds(String code, String article, String words) {
    }

    /** What the notary saw, heard and explained; codes as in the form. @param otherLanguage into which it was interpreted, if it was */
    public record Checks(boolean sellerPresent, boolean buyerPresent, String identifiedBy, boolean capacity, boolean freeWill,
                         boolean equality, boolean interviewedAlone, String language, String otherLanguage,
                         String interpreter, List<String> explained, long originals) {
    }

    /** @param voids number of the entry that this one makes void; @param code the state record's code, null until it is there */
    public record BookEntry(String number, String kind, String voids, String reason, Instant enteredAt, CaseRef caseRef,
                            String registryNo, String seller, String buyer, Money value, Money fee, String sha256, String code) {
    }
}
