package mn.eland.desk.rules;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.Holiday;
import mn.eland.workflow.Workflow;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.format.annotation.DateTimeFormat.ISO;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Holidays for programs: anybody signed in may count working days, who keeps the calendar may change it. */
@RestController
@RequestMapping("/api/v1/holidays")
@Tag(name = "rules")
class HolidayApi {

    private static final int EARLIEST = 2000;
    private static final int LATEST = 2100;
    private final Workflow workflow;
    private final ElandClock clock;

    HolidayApi(Workflow workflow, ElandClock clock) {
        this.workflow = workflow;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "Days of a year on which offices are closed, beside weekends")
    List<Holiday> ofYear(@RequestParam(required = false) Integer year) {
        return workflow.holidays(year == null ? clock.today().getYear() : Math.min(Math.max(year, EARLIEST), LATEST));
    }

    @PutMapping("/{day}")
    @Operation(summary = "Adds or changes a holiday; timers that already run keep their time")
    Holiday put(Actor actor, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day, @RequestBody Names names) {
        var holiday = new Holiday(day, names.nameMn(), names.nameEn(), Boolean.TRUE.equals(names.confirmed()));
        orThrow(workflow.putHoliday(actor, holiday));
        return holiday;
    }

    @DeleteMapping("/{day}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Makes a holiday a working day again")
    void remove(Actor actor, @PathVariable @DateTimeFormat(iso = ISO.DATE) LocalDate day) {
        orThrow(workflow.removeHoliday(actor, day));
    }

    /** @param confirmed false while the day is only computed and not announced */
    record Names(String nameMn, String nameEn, Boolean confirmed) {
    }
}
