package mn.eland.workflow.absence;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.inbox.TaskActs;
import mn.eland.workflow.spi.CaseFacts;
import mn.eland.workflow.spi.Colleagues;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets people away and hands their tasks over when that begins. */
@Component
@Transactional
public class Absences {

    private static final int LONGEST_DAYS = 366;
    private final AbsenceBook book;
    private final TaskActs tasks;
    private final ElandClock clock;
    private final ObjectProvider<Colleagues> colleagues;
    private final ObjectProvider<CaseFacts> facts;
    private final ApplicationEventPublisher events;

    Absences(AbsenceBook book, TaskActs tasks, ElandClock clock, ObjectProvider<Colleagues> colleagues, ObjectProvider<CaseFacts> facts,
             ApplicationEventPublisher events) {
        this.book = book;
        this.tasks = tasks;
        this.clock = clock;
        this.colleagues = colleagues;
        this.facts = facts;
        this.events = events;
    }

    /** Absences that are or will be: one's own; all for operators and admins. Refused with {@code ABSENCES_NOT_YOURS} for who is no staff. */
    @Transactional(readOnly = true)
    public Outcome<List<Absence>> all(Actor actor) {
        return !actor.isStaff() ? Outcome.refused(Refusal.forbidden("ABSENCES_NOT_YOURS"))
                : Outcome.done(book.open().stream().filter(absence -> isOf(actor, absence.person())).toList());
    }

    /** Absences of a person that are or will be, for whoever keeps a calendar for that person. */
    @Transactional(readOnly = true)
    public List<Absence> of(PartyId person) {
        return book.open().stream().filter(absence -> absence.person().equals(person)).toList();
    }

    /**
     * Sets a person away: open tasks of groups go to the substitute, where the substitute belongs to the group, else back to it, at once
     * or on the first day; nobody hands the person new ones until the last day is over. Refused with {@code ABSENCES_NOT_YOURS}
     * (forbidden) for others than the person, operators and admins, {@code ABSENCE_DAYS} when the days are over, too far away or in the wrong order,
     * {@code ABSENCE_SUBSTITUTE} when the substitute shares no group with the person, {@code ABSENCE_SUBSTITUTE_AWAY} (conflict) and
     * {@code ABSENCE_OVERLAPS} (conflict).
     *
     * @param substitute null to give the tasks back to their groups
     */
    public Outcome<Absence> set(Actor actor, PartyId person, LocalDate from, LocalDate to, PartyId substitute) {
        if (!actor.isStaff() || !isOf(actor, person)) {
            return Outcome.refused(Refusal.forbidden("ABSENCES_NOT_YOURS"));
        }
        var today = clock.today();
        if (from == null || to == null || to.isBefore(from) || to.isBefore(today) || from.isBefore(today.minusDays(LONGEST_DAYS))
                || to.isAfter(today.plusDays(LONGEST_DAYS))) {
            return Outcome.refused(Refusal.invalid("ABSENCE_DAYS", "to"));
        }
        book.lock(person);
        var overlapping = book.overlapping(person, from, to);
        if (overlapping.isPresent()) {
            return Outcome.refused(Refusal.conflict("ABSENCE_OVERLAPS").with("from", overlapping.get().from()).with("to", overlapping.get().to()));
        }
        if (substitute != null && (substitute.equals(person) || Collections.disjoint(groupsOf(person), groupsOf(substitute)))) {
            return Outcome.refused(Refusal.invalid("ABSENCE_SUBSTITUTE", "substitute"));
        }
        if (substitute != null && book.overlapping(substitute, from, to).isPresent()) {
            return Outcome.refused(Refusal.conflict("ABSENCE_SUBSTITUTE_AWAY"));
        }
        var absence = book.add(actor, person, person.equals(actor.party()) ? actor.name() : nameOf(person), from, to, substitute, nameOf(substitute));
        if (!from.isAfter(today)) {
            handOver(absence);
        }
        events.publishEvent(new AbsenceSet(person, from, to, clock.instant()));
        return Outcome.done(absence);
    }

    /** The person is back, or does not go. Refused as {@link #set}, and with {@code ABSENCE_OVER} (conflict) when it is over. */
    public Outcome<Void> end(Actor actor, long id) {
        var absence = book.find(id);
        if (absence.isEmpty()) {
            return Outcome.refused(actor.isStaff() ? Refusal.conflict("ABSENCE_OVER") : Refusal.forbidden("ABSENCES_NOT_YOURS"));
        }
        if (!isOf(actor, absence.get().person())) {
            return Outcome.refused(Refusal.forbidden("ABSENCES_NOT_YOURS"));
        }
        book.end(id, actor);
        return Outcome.done();
    }

    @Scheduled(fixedDelayString = "PT1M", initialDelayString = "PT1M")
    void begin() {
        book.toHandOver().forEach(this::handOver);
    }

    private void handOver(Absence absence) {
        var groups = absence.substitute() == null ? Set.<String>of() : groupsOf(absence.substitute());
        tasks.handOver(absence.person(), absence.substitute(), groups);
        book.handed(absence.id());
    }

    private Set<String> groupsOf(PartyId person) {
        var known = colleagues.getIfAvailable();
        return known == null ? Set.of() : known.groupsOf(person);
    }

    private String nameOf(PartyId person) {
        return person == null ? null : facts.stream().flatMap(module -> module.nameOf(person).stream()).findFirst().orElse("–");
    }

    private static boolean isOf(Actor actor, PartyId person) {
        return actor.party().equals(person) || actor.isAnyOf(Role.OPERATOR, Role.ADMIN);
    }
}
