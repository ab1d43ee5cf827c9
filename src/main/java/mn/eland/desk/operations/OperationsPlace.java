package mn.eland.desk.operations;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.workflow.trouble.Troubles;
import org.springframework.stereotype.Component;

/** Leads operators and admins to the steps that failed. */
@Component
class OperationsPlace implements MenuPlace {

    private final Troubles troubles;

    OperationsPlace(Troubles troubles) {
        this.troubles = troubles;
    }

    @Override
    public String path() {
        return "/operations";
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public String icon() {
        return "bi-tools";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return troubles.count(actor);
    }
}
