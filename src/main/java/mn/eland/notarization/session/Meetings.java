package mn.eland.notarization.session;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.notarization.Notarizations;
import mn.eland.notarization.Notarizations.NotarizationView;
import mn.eland.notarization.Notarizations.NotarizationView.State;
import mn.eland.notarization.Notarizations.Request;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.office.Slot;
import mn.eland.notarization.office.SlotBook;
import mn.eland.notarization.office.Timetable.Span;
import mn.eland.notarization.session.SessionEvent.SlotChanged;
import mn.eland.notarization.session.SessionEvent.SlotTaken;
import mn.eland.notarization.session.SessionEvent.SlotWanted;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The time and place at which the parties of a contract meet the notary. */
@Service
@Transactional
public class Meetings {

    private final Notarizations notarizations;
    private final Notaries notaries;
    private final SlotBook slots;
    private final FreeSlots free;
    private final SessionProcess process;
    private final Workflow workflow;
    private final Parties parties;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Meetings(Notarizations notarizations, Notaries notaries, SlotBook slots, FreeSlots free, SessionProcess process, Workflow workflow,
             Parties parties, Standing standing, ApplicationEventPublisher events, ElandClock clock) {
        this.notarizations = notarizations;
        this.notaries = notaries;
        this.slots = slots;
        this.free = free;
        this.process = process;
        this.workflow = workflow;
        this.parties = parties;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    /** The session that is to come in the case, with whom and where; for who may see the case. */
    @Transactional(readOnly = true)
    public Optional<FreeSlot> of(CaseRef caseRef) {
        return slots.of(caseRef).map(this::described);
    }

    /**
     * What the parties of the case may take, the earliest first. Refused with {@code SESSION_NOT_FOUND} for others than the parties and who
     * represents them, and with {@code SESSION_OVER} (conflict) when the notary has decided.
     *
     * @param notBefore null for as soon as may be
     */
    @Transactional(readOnly = true)
    public Outcome<List<FreeSlot>> free(Actor reader, CaseRef caseRef, LocalDate notBefore) {
        return asParty(reader, caseRef).map(actor -> free.of(request(caseRef), notBefore, null));
    }

    /**
     * Takes a slot for the parties, or moves their session there. Refused as {@link #free}, with {@code SLOT_NOT_OFFERED} (invalid) when
     * no competent notary begins a session then, and with {@code SLOT_GONE} (conflict) when others were faster.
     */
    public Outcome<FreeSlot> take(Actor reader, CaseRef caseRef, int notaryNo, Instant begins) {
        return asParty(reader, caseRef).flatMap(actor -> {
            slots.hold(caseRef);
            var own = of(caseRef).filter(slot -> slot.notaryNo() == notaryNo && slot.from().equals(begins));
            if (own.isPresent()) {
                return Outcome.done(own.get());
            }
            var wanted = free.of(request(caseRef), begins == null ? null : FreeSlots.day(begins), notaryNo).stream()
                    .filter(slot -> slot.from().equals(begins)).findFirst();
            if (wanted.isEmpty()) {
                return Outcome.refused(isTaken(notaryNo, begins) ? Refusal.conflict("SLOT_GONE") : Refusal.invalid("SLOT_NOT_OFFERED", "begins"));
            }
            return taken(actor, caseRef, wanted.get(), actor.party()) ? Outcome.done(wanted.get()) : Outcome.refused(Refusal.conflict("SLOT_GONE"));
        });
    }

    /**
     * Takes the earliest slot that is free; of two who ask at once each gets one. Refused as {@link #free}, and with {@code NO_FREE_SLOT}
     * (conflict) when there is none in the days that are offered.
     *
     * @param notBefore null for as soon as may be
     */
    public Outcome<FreeSlot> takeEarliest(Actor reader, CaseRef caseRef, LocalDate notBefore) {
        return asParty(reader, caseRef).flatMap(actor -> earliest(actor, caseRef, notBefore, null));
    }

    /** The notary proposes the earliest time of her own, which counts until the parties move it. Refused as certifying, and as {@link #takeEarliest}. */
    public Outcome<FreeSlot> propose(Actor notary, CaseRef caseRef, LocalDate notBefore) {
        return notarizations.mayAct(notary, caseRef)
                .flatMap(act -> earliest(notary, caseRef, notBefore, notaries.notary(notary.party()).orElseThrow().number()));
    }

    /** Gives the slot back; the parties are to take another. Refused as {@link #free}, and with {@code NO_SLOT} (conflict). */
    public Outcome<Void> giveBack(Actor reader, CaseRef caseRef) {
        return asParty(reader, caseRef).flatMap(actor -> {
            slots.hold(caseRef);
            if (!slots.giveBack(caseRef)) {
                return Outcome.refused(Refusal.conflict("NO_SLOT"));
            }
            changed(caseRef, others(caseRef, actor.party()), false);
            return Outcome.done();
        });
    }

    /** Meetings of a day, by time. Refused with {@code NOT_A_NOTARY} for others. */
    @Transactional(readOnly = true)
    public Outcome<List<Planned>> day(Actor actor, LocalDate day) {
        var begin = day.atStartOfDay(ElandClock.ULAANBAATAR).toInstant();
        return office(actor).map(notary -> slots.planned(notary.number(), new Span(begin, day.plusDays(1).atStartOfDay(ElandClock.ULAANBAATAR).toInstant()))
                .stream().map(this::planned).toList());
    }

    /** The calling notary. Refused with {@code NOT_A_NOTARY} for others. */
    Outcome<Notary> office(Actor actor) {
        return notaries.notary(actor.party()).filter(notary -> actor.is(Role.NOTARY)).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.forbidden("NOT_A_NOTARY")));
    }

    /** The notary is away: sessions of these days are given back, and their parties told to take others. */
    void clear(PartyId person, LocalDate from, LocalDate to) {
        var days = new Span(from.atStartOfDay(ElandClock.ULAANBAATAR).toInstant(), to.plusDays(1).atStartOfDay(ElandClock.ULAANBAATAR).toInstant());
        notaries.notary(person).ifPresent(notary -> slots.taken(notary.number(), days).forEach(slot -> {
            slots.hold(slot.caseRef());
            if (slots.of(slot.caseRef()).filter(slot::equals).isPresent() && slots.giveBack(slot.caseRef())) {
                changed(slot.caseRef(), others(slot.caseRef(), person), true);
            }
        }));
    }

    /** Whoever takes a slot waits until the process has read this and waits for him; who was faster is seen here. */
    Search look(CaseRef caseRef) {
        slots.hold(caseRef);
        var request = request(caseRef);
        return new Search(slots.of(caseRef).map(slot -> slot.span().to()).orElse(null), request.buyer(), workflow.parameter("notarization.remindSlotAfter"),
                workflow.parameter("notarization.chooseSlotWithin"), workflow.parameter("notarization.proposeSlotWithin"));
    }

    void remind(CaseRef caseRef) {
        events.publishEvent(new SlotWanted(caseRef, others(caseRef, null), clock.instant()));
    }

    private Outcome<FreeSlot> earliest(Actor actor, CaseRef caseRef, LocalDate notBefore, Integer onlyNo) {
        slots.hold(caseRef);
        return free.of(request(caseRef), notBefore, onlyNo).stream().filter(slot -> taken(actor, caseRef, slot, onlyNo == null ? actor.party() : null)).findFirst()
                .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.conflict("NO_FREE_SLOT")));
    }

    private boolean taken(Actor actor, CaseRef caseRef, FreeSlot slot, PartyId by) {
        boolean moved = slots.of(caseRef).isPresent();
        if (!slots.take(caseRef, slot.notaryNo(), new Span(slot.from(), slot.to()), by)) {
            return false;
        }
        events.publishEvent(new SlotTaken(caseRef, others(caseRef, actor.party()), slot.from(), slot.notary(), slot.office(), clock.instant()));
        if (moved) {
            process.slotChanged(caseRef);
        } else {
            process.slotTaken(caseRef, actor, slot.to());
        }
        return true;
    }

    private void changed(CaseRef caseRef, List<PartyId> tell, boolean byNotary) {
        events.publishEvent(new SlotChanged(caseRef, tell, byNotary, clock.instant()));
        process.slotChanged(caseRef);
    }

    private boolean isTaken(int notaryNo, Instant begins) {
        return begins != null && !slots.taken(notaryNo, new Span(begins, begins.plusSeconds(1))).isEmpty();
    }

    private Outcome<Actor> asParty(Actor reader, CaseRef caseRef) {
        var act = notarizations.notarization(caseRef);
        var people = act.map(NotarizationView::request).map(Meetings::people).orElse(List.of());
        var actor = standing.among(reader, people);
        if (!people.contains(actor.party())) {
            return Outcome.refused(Refusal.notFound("SESSION_NOT_FOUND"));
        }
        return act.get().state() == State.OPEN && act.get().notary() == null ? Outcome.done(actor) : Outcome.refused(Refusal.conflict("SESSION_OVER"));
    }

    private Request request(CaseRef caseRef) {
        return notarizations.notarization(caseRef).orElseThrow().request();
    }

    private List<PartyId> others(CaseRef caseRef, PartyId knows) {
        return people(request(caseRef)).stream().filter(party -> !party.equals(knows)).toList();
    }

    private static List<PartyId> people(Request request) {
        return List.of(request.seller(), request.buyer());
    }

    private FreeSlot described(Slot slot) {
        var notary = notaries.notary(slot.notaryNo()).orElseThrow();
        return new FreeSlot(notary.number(), parties.party(notary.party()).shortName(), notary.office(), slot.span().from(), slot.span().to());
    }

    private Planned planned(Slot slot) {
        var act = notarizations.notarization(slot.caseRef()).orElseThrow();
        return new Planned(slot.caseRef(), slot.span().from(), slot.span().to(), slot.state() == Slot.State.HELD, act.request().registryNo(),
                parties.party(act.request().seller()).shortName(), parties.party(act.request().buyer()).shortName(), act.request().solo());
    }

    /** What the process must know at first. @param endsAt of the slot that is taken already; null when there is none */
    record Search(Instant endsAt, PartyId chooser, String remindAfter, String chooseWithin, String proposeWithin) {
    }

    /** A session in the notary's day. @param solo the seller must be heard alone too */
    public record Planned(CaseRef caseRef, Instant from, Instant to, boolean held, String registryNo, String seller, String buyer, boolean solo) {
    }
}
