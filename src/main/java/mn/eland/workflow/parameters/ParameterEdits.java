package mn.eland.workflow.parameters;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.stream.Collectors;
import mn.eland.workflow.engine.ModelEdit;
import org.springframework.stereotype.Component;

/** Approved changes win over the packaged table of parameters, after a restart as well as after an update of the program. */
@Component
class ParameterEdits implements ModelEdit {

    static final String TABLE = "decisions/workflow/parameters.dmn";

    private final ParameterChanges changes;

    ParameterEdits(ParameterChanges changes) {
        this.changes = changes;
    }

    @Override
    public String laidOver(String name, String model) {
        if (!name.equals(TABLE)) {
            return model;
        }
        var approved = changes.approved();
        var newest = approved.values().stream().map(change -> ParameterChanges.day(change.decidedAt())).max(Comparator.naturalOrder());
        return ParameterTable.with(model, approved.values().stream().collect(Collectors.toMap(change -> change.key(), change -> change.value())),
                newest.orElse(LocalDate.EPOCH));
    }
}
