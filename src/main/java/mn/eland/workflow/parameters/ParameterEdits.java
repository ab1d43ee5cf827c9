package mn.eland.workflow.parameters;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;
import mn.eland.workflow.Parameter.Change;
import mn.eland.workflow.engine.ModelEdit;
import org.springframework.stereotype.Component;

/** Approved changes win over the packaged tables of parameters, after a restart as well as after an update of the program. */
@Component
class ParameterEdits implements ModelEdit {

    private final PackagedParameters packaged;
    private final ParameterChanges changes;

    ParameterEdits(PackagedParameters packaged, ParameterChanges changes) {
        this.packaged = packaged;
        this.changes = changes;
    }

    @Override
    public String laidOver(String name, String model) {
        if (!packaged.isOne(name)) {
            return model;
        }
        var keys = ParameterTable.of(model).rows().stream().map(ParameterTable.Row::key).collect(Collectors.toSet());
        var approved = changes.approved().values().stream().filter(change -> keys.contains(change.key())).toList();
        var newest = approved.stream().map(change -> ParameterChanges.day(change.decidedAt())).max(Comparator.naturalOrder());
        return ParameterTable.with(model, approved.stream().collect(Collectors.toMap(Change::key, Change::value)), newest.orElse(LocalDate.EPOCH));
    }
}
