package mn.eland.desk.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.absence.Absence;
import mn.eland.workflow.absence.Absences;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Absences for programs: the same doors as the page. */
@RestController
@RequestMapping("/api/v1/absences")
@Tag(name = "tasks")
class AwayApi {

    private final Absences absences;

    AwayApi(Absences absences) {
        this.absences = absences;
    }

    @GetMapping
    @Operation(summary = "Who is or will be away: oneself; everybody for operators")
    List<Away> all(Actor actor) {
        return orThrow(absences.all(actor)).stream().map(Away::of).toList();
    }

    @PostMapping
    @Operation(summary = "Sets a person away; open tasks of groups go to the substitute or back to the group")
    Away set(Actor actor, @RequestBody Days days) {
        return Away.of(orThrow(absences.set(actor, days.person() == null ? actor.party() : new PartyId(days.person()), days.from(), days.to(),
                days.substitute() == null ? null : new PartyId(days.substitute()))));
    }

    @PostMapping("/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "The person is back")
    void end(Actor actor, @PathVariable long id) {
        orThrow(absences.end(actor, id));
    }

    /** @param person null for oneself; @param substitute null to give the tasks back to their groups */
    record Days(UUID person, LocalDate from, LocalDate to, UUID substitute) {
    }

    record Away(long id, UUID person, String personName, LocalDate from, LocalDate to, UUID substitute, String substituteName, String setBy,
                Instant setAt) {

        static Away of(Absence absence) {
            return new Away(absence.id(), absence.person().value(), absence.personName(), absence.from(), absence.to(),
                    absence.substitute() == null ? null : absence.substitute().value(), absence.substituteName(), absence.setByName(), absence.setAt());
        }
    }
}
