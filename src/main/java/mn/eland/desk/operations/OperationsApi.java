package mn.eland.desk.operations;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.workflow.trouble.Trouble;
import mn.eland.workflow.trouble.Troubles;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Failed steps for programs: the same doors as the page. */
@RestController
@RequestMapping("/api/v1/operations/incidents")
@Tag(name = "operations")
class OperationsApi {

    private static final int MOST = 200;
    private final Troubles troubles;
    private final TroubleWords words;

    OperationsApi(Troubles troubles, TroubleWords words) {
        this.troubles = troubles;
        this.words = words;
    }

    @GetMapping
    @Operation(summary = "Steps that failed and are not done yet, given up ones first")
    List<Incident> all(Actor actor, @RequestParam(defaultValue = "50") int limit) {
        return orThrow(troubles.all(actor, Math.min(Math.max(limit, 1), MOST))).stream().map(this::incident).toList();
    }

    @PostMapping("/{id}/retry")
    @Operation(summary = "Has a step tried again at once; 409 with who, when somebody already has")
    Incident retry(Actor actor, @PathVariable String id, @RequestBody Reason reason) {
        return incident(orThrow(troubles.tryAgain(actor, id, reason.reason())));
    }

    private Incident incident(Trouble trouble) {
        var locale = LocaleContextHolder.getLocale();
        return new Incident(trouble.id(), trouble.caseRef().number(), trouble.subject(), trouble.activityId(), words.step(trouble, locale),
                trouble.kind(), words.system(trouble, locale), words.what(trouble, locale), words.advice(trouble, locale), trouble.technical(),
                trouble.since(), trouble.tries(), trouble.nextTry(), trouble.isAsked() ? trouble.lastRetry().byName() : null);
    }

    record Reason(String reason) {
    }

    /** @param nextTry null when it is not tried again by itself; @param askedBy who asked for the try that is to come */
    record Incident(String id, String caseNumber, String subject, String activity, String step, String kind, String system, String what,
                    String advice, String technical, Instant since, int tries, Instant nextTry, String askedBy) {
    }
}
