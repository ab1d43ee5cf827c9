package mn.eland.workflow.parameters;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.Parameter;
import mn.eland.workflow.Parameter.Change;
import mn.eland.workflow.Parameter.State;
import mn.eland.workflow.engine.ModelDeployment;
import mn.eland.workflow.parameters.PackagedParameters.Packaged;
import mn.eland.workflow.parameters.ParameterTable.Row;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/**
 * The tables of parameters under the hands of analysts: one proposes, another approves, and the approved value is deployed as a new
 * version of its table in the same transaction.
 */
@Component
public class Parameters {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_TEXT = 500;

    private final PackagedParameters packaged;
    private final ParameterChanges changes;
    private final ModelDeployment deployment;
    private final RepositoryService repository;
    private final DecisionService decisions;
    private final ProcessEngineConfigurationImpl engine;
    /** A version of a table never changes, so what was read from it once is known. */
    private final Map<Read, String> known = new ConcurrentHashMap<>();

    Parameters(PackagedParameters packaged, ParameterChanges changes, ModelDeployment deployment, RepositoryService repository,
               DecisionService decisions, ProcessEngineConfigurationImpl engine) {
        this.packaged = packaged;
        this.changes = changes;
        this.deployment = deployment;
        this.repository = repository;
        this.decisions = decisions;
        this.engine = engine;
    }

    /** The value in force, as its table writes it. */
    public String value(String key) {
        var table = packaged.holding(key).orElseThrow(() -> new IllegalArgumentException("no parameter " + key));
        var version = latest(table.decision());
        var read = new Read(version, key);
        var value = known.get(read);
        if (value == null) {
            value = decisions.evaluateDecisionTableById(version).variables(Map.of("key", key)).evaluate().getSingleEntry();
            known.put(read, value);
        }
        return value;
    }

    public Outcome<List<Parameter>> all(Actor actor) {
        return maySee(actor) ? Outcome.done(all()) : Outcome.refused(Refusal.forbidden("PARAMETERS_NOT_YOURS"));
    }

    private List<Parameter> all() {
        var approved = changes.approved();
        var waiting = changes.waiting();
        return packaged.tables().stream().flatMap(table -> inForce(table).stream().map(row -> {
            var came = table.rows().rows().stream().filter(one -> one.key().equals(row.key())).findFirst().orElse(row);
            var change = approved.get(row.key());
            boolean edited = change != null && change.value().equals(row.value());
            return new Parameter(row.key(), table.decision(), ParameterValue.kind(row.key(), came.value()), row.value(), came.value(), row.basis(),
                    row.bound(), row.sure(), row.read(), edited ? ParameterChanges.day(change.decidedAt()) : table.rows().since(),
                    waiting.get(row.key()));
        })).toList();
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
        var table = packaged.holding(key).orElse(null);
        if (table == null) {
            return Outcome.refused(Refusal.notFound("PARAMETER_UNKNOWN").with("key", String.valueOf(key)));
        }
        var why = reason == null ? "" : reason.strip();
        if (why.length() < SHORTEST_REASON) {
            return Outcome.refused(Refusal.invalid("FIELD_TOO_SHORT", "reason").with("min", SHORTEST_REASON));
        }
        if (why.length() > LONGEST_TEXT) {
            return Outcome.refused(Refusal.invalid("FIELD_TOO_LONG", "reason").with("max", LONGEST_TEXT));
        }
        return ParameterValue.checked(table.row(key), written).flatMap(value -> propose(actor, table, key, value, why));
    }

    private Outcome<Change> propose(Actor actor, Packaged table, String key, String value, String reason) {
        changes.lock();
        if (changes.waiting().containsKey(key)) {
            return Outcome.refused(Refusal.conflict("PARAMETER_ALREADY_PROPOSED").with("key", key));
        }
        var came = table.row(key);
        var before = inForce(table).stream().filter(row -> row.key().equals(key)).map(Row::value).findFirst().orElse(came.value());
        if (ParameterValue.isSame(came, before, value)) {
            return Outcome.refused(Refusal.invalid("PARAMETER_SAME", "value"));
        }
        return Outcome.done(changes.propose(actor, key, before, value, reason));
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
            packaged.holding(change.key()).ifPresent(table -> deployment.deploy(Map.of(table.name(), table.model())));
        }
        return Outcome.done(decided);
    }

    private String latest(String decision) {
        return engine.getCommandExecutorTxRequired().execute(in ->
                engine.getDeploymentCache().findDeployedLatestDecisionDefinitionByKey(decision).getId());
    }

    /** The rows by which the engine decides from now on. */
    private List<Row> inForce(Packaged table) {
        var latest = repository.createDecisionDefinitionQuery().decisionDefinitionKey(table.decision()).latestVersion().singleResult();
        return ParameterTable.of(repository.getDmnModelInstance(latest.getId())).rows();
    }

    private static boolean mayPropose(Actor actor) {
        return actor.isAnyOf(Role.ANALYST, Role.ADMIN);
    }

    private static boolean maySee(Actor actor) {
        return actor.isAnyOf(Role.ANALYST, Role.ADMIN, Role.OPERATOR);
    }

    private record Read(String version, String key) {
    }
}
