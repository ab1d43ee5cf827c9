package mn.eland.desk.operations;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.trouble.Troubles;
import org.springframework.stereotype.Component;

/** Leads operators and admins to the steps and systems that fail. */
@Component
class OperationsPlace implements MenuPlace {

    private final Troubles troubles;
    private final Outages outages;

    OperationsPlace(Troubles troubles, Outages outages) {
        this.troubles = troubles;
        this.outages = outages;
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
        var failed = troubles.count(actor);
        return failed.isEmpty() ? failed : OptionalInt.of(failed.getAsInt() + outages.count(actor).orElse(0));
    }
}
