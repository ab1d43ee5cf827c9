package mn.eland.notarization.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.Notarizations.Request;
import mn.eland.notarization.office.Competence;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.office.Slot;
import mn.eland.notarization.office.SlotBook;
import mn.eland.notarization.office.Timetable;
import mn.eland.notarization.office.Timetable.Span;
import mn.eland.workflow.Holiday;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.absence.Absences;
import org.springframework.stereotype.Component;

/** Which slots are free for a contract: with each notary who may certify it, in office hours, on days that are neither holidays nor absences. */
@Component
class FreeSlots {

    private final Competence competence;
    private final Notaries notaries;
    private final SlotBook slots;
    private final Absences absences;
    private final Workflow workflow;
    private final Parties parties;
    private final ElandClock clock;

    FreeSlots(Competence competence, Notaries notaries, SlotBook slots, Absences absences, Workflow workflow, Parties parties, ElandClock clock) {
        this.competence = competence;
        this.notaries = notaries;
        this.slots = slots;
        this.absences = absences;
        this.workflow = workflow;
        this.parties = parties;
        this.clock = clock;
    }

    /** The earliest first. @param notBefore null for as soon as may be; @param onlyNo the one notary to look at, or null for all */
    List<FreeSlot> of(Request request, LocalDate notBefore, Integer onlyNo) {
        var soonest = workflow.plus(clock.instant(), workflow.parameter("notarization.slotLead"));
        var wished = notBefore == null ? soonest : notBefore.atStartOfDay(ElandClock.ULAANBAATAR).toInstant();
        var window = new Span(wished.isAfter(soonest) ? wished : soonest, workflow.plus(clock.instant(), workflow.parameter("notarization.slotsAhead")));
        return competence.competent(request.district(), List.of(request.seller(), request.buyer())).stream()
                .filter(notary -> onlyNo == null || notary.number() == onlyNo).flatMap(notary -> of(notary, window))
                .sorted(Comparator.comparing(FreeSlot::from).thenComparing(FreeSlot::notaryNo)).toList();
    }

    private Stream<FreeSlot> of(Notary notary, Span window) {
        var starts = timetable(notary, window).between(window.from(), window.to());
        var taken = starts.isEmpty() ? List.<Slot>of() : slots.taken(notary.number(), window);
        var name = starts.isEmpty() ? null : parties.party(notary.party()).shortName();
        return starts.stream().filter(span -> taken.stream().noneMatch(other -> other.span().overlaps(span)))
                .map(span -> new FreeSlot(notary.number(), name, notary.office(), span.from(), span.to()));
    }

    private Timetable timetable(Notary notary, Span window) {
        return new Timetable(notaries.hours(notary.number()), closed(notary, window), Duration.parse(workflow.parameter("notarization.slotLength")));
    }

    private Predicate<LocalDate> closed(Notary notary, Span window) {
        Set<LocalDate> holidays = new HashSet<>();
        IntStream.rangeClosed(day(window.from()).getYear(), day(window.to()).getYear())
                .forEach(year -> workflow.holidays(year).stream().map(Holiday::day).forEach(holidays::add));
        var away = absences.of(notary.party());
        return day -> holidays.contains(day) || away.stream().anyMatch(absence -> !day.isBefore(absence.from()) && !day.isAfter(absence.to()));
    }

    static LocalDate day(Instant time) {
        return time.atZone(ElandClock.ULAANBAATAR).toLocalDate();
    }
}
