package mn.eland.workflow.parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.Parameter;
import mn.eland.workflow.Parameter.Change;
import mn.eland.workflow.Parameter.State;
import mn.eland.workflow.engine.ModelDeployment;
import mn.eland.workflow.parameters.ParameterTable.Row;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The table of parameters under the hands of analysts: one proposes, another approves, and the approved value is deployed as a new
 * version of the table in the same transaction.
 */
@Component
public class Parameters {

    private static final String DECISION = "parameters";
    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_TEXT = 500;

    private final ParameterChanges changes;
    private final ModelDeployment deployment;
    private final RepositoryService repository;

    Parameters(ParameterChanges changes, ModelDeployment deployment, RepositoryService repository) {
        this.changes = changes;
        this.deployment = deployment;
        this.repository = repository;
    }

    public Outcome<List<Parameter>> all(Actor actor) {
        return maySee(actor) ? Outcome.done(all()) : Outcome.refused(Refusal.forbidden("PARAMETERS_NOT_YOURS"));
    }

    private List<Parameter> all() {
        var origin = ParameterTable.of(packagedModel());
        var packaged = origin.rows().stream().collect(Collectors.toMap(Row::key, Function.identity()));
        var approved = changes.approved();
        var waiting = changes.waiting();
        return inForce().stream().map(row -> {
            var came = packaged.getOrDefault(row.key(), row);
            var change = approved.get(row.key());
            boolean edited = change != null && change.value().equals(row.value());
            return new Parameter(row.key(), ParameterValue.kind(row.key(), came.value()), row.value(), came.value(), row.basis(), row.bound(),
                    row.sure(), row.read(), edited ? ParameterChanges.day(change.decidedAt()) : origin.since(), waiting.get(row.key()));
        }).toList();
    }

    /** Newest first. */
    public Outcome<List<Change>> history(Actor actor, int limit) {
        return maySee(actor) ? Outcome.done(changes.newest(limit)) : Outcome.refused(Refusal.forbidden("PARAMETERS_NOT_YOURS"));
    }

    public OptionalInt waitingFor(Actor actor) {
        return maySee(actor) ? OptionalInt.of(changes.waitingFor(actor)) : OptionalInt.empty();
    }

    public Outcome<Change> propose(Actor actor, String key, String written, String reason) {
        if (!mayPropose(actor)) {
            return Outcome.refused(Refusal.forbidden("PARAMETERS_NOT_YOURS"));
        }
        var packaged = ParameterTable.of(packagedModel()).rows().stream().filter(row -> row.key().equals(key)).findFirst();
        if (packaged.isEmpty()) {
            return Outcome.refused(Refusal.notFound("PARAMETER_UNKNOWN").with("key", String.valueOf(key)));
        }
        var why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON) {
            return Outcome.refused(Refusal.invalid("FIELD_TOO_SHORT", "reason").with("min", SHORTEST_REASON));
        }
        if (why.length() > LONGEST_TEXT) {
            return Outcome.refused(Refusal.invalid("FIELD_TOO_LONG", "reason").with("max", LONGEST_TEXT));
        }
        return ParameterValue.checked(packaged.get(), written).flatMap(value -> propose(actor, packaged.get(), value, why));
    }

    private Outcome<Change> propose(Actor actor, Row packaged, String value, String reason) {
        changes.lock();
        if (changes.waiting().containsKey(packaged.key())) {
            return Outcome.refused(Refusal.conflict("PARAMETER_ALREADY_PROPOSED").with("key", packaged.key()));
        }
        var before = inForce().stream().filter(row -> row.key().equals(packaged.key())).map(Row::value).findFirst().orElse(packaged.value());
        if (ParameterValue.isSame(packaged, before, value)) {
            return Outcome.refused(Refusal.invalid("PARAMETER_SAME", "value"));
        }
        return Outcome.done(changes.propose(actor, packaged.key(), before, value, reason));
    }

    /** The second person approves or refuses; who proposed it may only take it back. */
    public Outcome<Change> decide(Actor actor, long id, boolean approve, String note) {
        if (!maySee(actor)) {
            return Outcome.refused(Refusal.forbidden("PARAMETERS_NOT_YOURS"));
        }
        changes.lock();
        var change = changes.find(id).orElse(null);
        if (change == null) {
            return Outcome.refused(Refusal.notFound("PARAMETER_CHANGE_UNKNOWN"));
        }
        if (change.state() != State.PROPOSED) {
            return Outcome.refused(Refusal.conflict("PARAMETER_DECIDED").with("by", change.decidedByName()).with("at", change.decidedAt()));
        }
        boolean own = change.proposedBy().equals(actor.party());
        if (own && approve) {
            return Outcome.refused(Refusal.forbidden("PARAMETER_OWN_CHANGE"));
        }
        var text = note == null || note.isBlank() ? null : note.strip().substring(0, Math.min(note.strip().length(), LONGEST_TEXT));
        var decided = changes.decide(actor, id, approve ? State.APPROVED : own ? State.WITHDRAWN : State.REFUSED, text);
        if (approve) {
            deployment.deploy(Map.of(ParameterEdits.TABLE, packagedModel()));
        }
        return Outcome.done(decided);
    }

    /** The rows by which the engine decides from now on. */
    private List<Row> inForce() {
        var latest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(DECISION).latestVersion().singleResult();
        return ParameterTable.of(repository.getDmnModelInstance(latest.getId())).rows();
    }

    private static boolean mayPropose(Actor actor) {
        return actor.isAnyOf(Role.ANALYST, Role.ADMIN);
    }

    private static boolean maySee(Actor actor) {
        return actor.isAnyOf(Role.ANALYST, Role.ADMIN, Role.OPERATOR);
    }

    private static String packagedModel() {
        try {
            return new ClassPathResource(ParameterEdits.TABLE).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the table of parameters cannot be read", e);
        }
    }
}
