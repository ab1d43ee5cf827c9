package mn.eland.desk.rules;

import static mn.eland.edge.web.RefusedException.orThrow;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mn.eland.kernel.Actor;
import mn.eland.workflow.Parameter;
import mn.eland.workflow.Workflow;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Parameters for programs: the same doors as the page. */
@RestController
@RequestMapping("/api/v1/parameters")
@Tag(name = "rules")
class ParameterApi {

    private static final int LONGEST_HISTORY = 200;
    private final Workflow workflow;

    ParameterApi(Workflow workflow) {
        this.workflow = workflow;
    }

    @GetMapping
    @Operation(summary = "All parameters as they are in force, with the change that waits")
    List<Item> all(Actor actor) {
        return orThrow(workflow.parameters(actor)).stream().map(Item::of).toList();
    }

    @GetMapping("/changes")
    @Operation(summary = "Who changed which parameter, when and why; newest first")
    List<ChangeItem> changes(Actor actor, @RequestParam(defaultValue = "50") int limit) {
        return orThrow(workflow.parameterChanges(actor, Math.min(Math.max(limit, 1), LONGEST_HISTORY))).stream().map(ChangeItem::of).toList();
    }

    @PostMapping("/{key}/changes")
    @Operation(summary = "Proposes another value; a second person has to approve it")
    ChangeItem propose(Actor actor, @PathVariable String key, @RequestBody Proposal proposal) {
        return ChangeItem.of(orThrow(workflow.proposeParameter(actor, key, proposal.value(), proposal.reason())));
    }

    @PostMapping("/changes/{id}/approval")
    @Operation(summary = "Approves a change of somebody else: decisions made from now on read the value")
    ChangeItem approve(Actor actor, @PathVariable long id) {
        return ChangeItem.of(orThrow(workflow.decideParameter(actor, id, true, null)));
    }

    @PostMapping("/changes/{id}/refusal")
    @Operation(summary = "Refuses a change, or takes one's own back")
    ChangeItem refuse(Actor actor, @PathVariable long id, @RequestBody Note note) {
        return ChangeItem.of(orThrow(workflow.decideParameter(actor, id, false, note.note())));
    }

    record Proposal(String value, String reason) {
    }

    record Note(String note) {
    }

    /**
     * @param table      {@code parameters} for every kind of case, {@code saleParameters} for a sale
     * @param legalBasis by the short name of the law
     * @param confidence H, M or L
     * @param read       false while no step asks for it
     */
    record Item(String key, String table, Parameter.Kind kind, String value, String packaged, String legalBasis, Parameter.Bound bound,
                String confidence, boolean read, LocalDate inForceSince, ChangeItem waiting) {

        static Item of(Parameter parameter) {
            return new Item(parameter.key(), parameter.table(), parameter.kind(), parameter.value(), parameter.packaged(), parameter.basis(),
                    parameter.bound(), parameter.sure(), parameter.read(), parameter.since(), parameter.waiting() == null ? null : ChangeItem.of(parameter.waiting()));
        }
    }

    record ChangeItem(long id, String key, String before, String value, String reason, Parameter.State state, String proposedBy,
                      Instant proposedAt, String decidedBy, Instant decidedAt, String note) {

        static ChangeItem of(Parameter.Change change) {
            return new ChangeItem(change.id(), change.key(), change.before(), change.value(), change.reason(), change.state(),
                    change.proposedByName(), change.proposedAt(), change.decidedByName(), change.decidedAt(), change.note());
        }
    }
}
