package mn.eland.desk.operations;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.workflow.outage.Outage;
import mn.eland.workflow.outage.Outages;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Outside systems that keep failing, for programs: the same doors as the page. */
@RestController
@RequestMapping("/api/v1/operations/outages")
@Tag(name = "operations")
class OutagesApi {

    private final Outages outages;
    private final TroubleWords words;

    OutagesApi(Outages outages, TroubleWords words) {
        this.outages = outages;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "Outside systems that keep failing, longest first")
    List<OutageResource> all(Actor actor) {
        return orThrow(outages.all(actor)).stream().map(this::resource).toList();
    }

    @PostMapping("/{poller}/try")
    @Operation(summary = "Has the system asked at once; 409 when it works again, or with who, when somebody already has")
    OutageResource tryNow(Actor actor, @PathVariable String poller, @RequestBody Reason reason) {
        return resource(orThrow(outages.tryNow(actor, poller, reason.reason())));
    }

    private OutageResource resource(Outage outage) {
        var locale = LocaleContextHolder.getLocale();
        return new OutageResource(outage.poller(), words.name(outage.poller(), locale), outage.kind(), words.what(outage, locale), outage.technical(),
                outage.since(), outage.lastAt(), outage.times(), outage.waiting(), words.waits(outage, locale));
    }

    record Reason(String reason) {
    }

    /** @param times rounds that failed in a row; @param waiting how much waits for the system, @param waits the same in words */
    record OutageResource(String id, String name, String kind, String what, String technical, Instant since, Instant lastAt, int times, int waiting,
                          String waits) {
    }
}
