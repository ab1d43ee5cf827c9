package mn.eland.contract.redline;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import mn.eland.contract.redline.Redline.Line;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The same for programs. */
@RestController
@Tag(name = "contracts")
class RedlineApi {

    private final Redlines redlines;

    RedlineApi(Redlines redlines) {
        this.redlines = redlines;
    }

    @GetMapping("/api/v1/contracts/{id}/changes")
    @Operation(summary = "Clauses added, removed and changed since another version; without one, since the version before")
    ChangesResource changes(Actor reader, @PathVariable UUID id, @RequestParam(required = false) UUID from) {
        var comparison = RefusedException.orThrow(redlines.between(from, id, reader));
        return new ChangesResource(comparison.from().number(), comparison.to().number(), comparison.same(), comparison.changes());
    }

    /** @param from number of the older document @param to number of the newer @param unchanged how many clauses stayed as they were */
    record ChangesResource(String from, String to, long unchanged, List<Line> changes) {
    }
}
