package mn.eland.notarization.web;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.notarization.session.FreeSlot;
import mn.eland.notarization.office.OpeningHours;
import mn.eland.notarization.session.Meetings;
import mn.eland.notarization.session.OfficeHours;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The session with the notary, for programs. */
@RestController
@RequestMapping("/api/v1/notarizations")
@Tag(name = "notarizations")
class SlotApi {

    private static final int MOST = 200;
    private final Meetings meetings;
    private final OfficeHours hours;

    SlotApi(Meetings meetings, OfficeHours hours) {
        this.hours = hours;
        this.meetings = meetings;
    }

    @GetMapping("/{number:[A-Z]-\\d{4}-\\d{6}}/slots")
    @Operation(summary = "Free slots for a party of the case, the earliest first, at most 200; with \"from\" not before that day")
    List<FreeSlot> free(Actor actor, @PathVariable CaseRef number, @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from) {
        return orThrow(meetings.free(actor, number, from)).stream().limit(MOST).toList();
    }

    @PutMapping("/{number:[A-Z]-\\d{4}-\\d{6}}/slot")
    @Operation(summary = "Takes a free slot, or moves the session there; without a begin the earliest that is free")
    FreeSlot take(Actor actor, @PathVariable CaseRef number, @RequestBody Wanted wanted) {
        return orThrow(wanted.begins() == null ? meetings.takeEarliest(actor, number, null)
                : meetings.take(actor, number, wanted.notaryNo() == null ? 0 : wanted.notaryNo(), wanted.begins()));
    }

    @DeleteMapping("/{number:[A-Z]-\\d{4}-\\d{6}}/slot")
    @Operation(summary = "Gives the slot back")
    void giveBack(Actor actor, @PathVariable CaseRef number) {
        orThrow(meetings.giveBack(actor, number));
    }

    @GetMapping("/sessions")
    @Operation(summary = "The calling notary's sessions of a day, by time")
    List<Meetings.Planned> day(Actor notary, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day) {
        return orThrow(meetings.day(notary, day));
    }

    @GetMapping("/hours")
    @Operation(summary = "When the office of the calling notary is open in a week")
    List<OpeningHours> hours(Actor notary) {
        return orThrow(hours.week(notary)).stream().flatMap(day -> day.spans().stream()).filter(span -> span.day() != null).toList();
    }

    @PutMapping("/hours")
    @Operation(summary = "Keeps the opening hours of the calling notary; sessions that are agreed stay")
    void keepHours(Actor notary, @RequestBody List<OpeningHours> spans) {
        orThrow(hours.keep(notary, spans));
    }

    /** @param notaryNo number of a notary and @param begins begin of a slot, both as listed; both left out for the earliest slot */
    record Wanted(Integer notaryNo, Instant begins) {
    }
}
