package mn.eland.desk.people;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Component;

/** Leads compliance to its lists. */
@Component
class ListsPlace implements MenuPlace {

    @Override
    public String path() {
        return "/compliance/lists";
    }

    @Override
    public String name() {
        return "lists";
    }

    @Override
    public String icon() {
        return "bi-card-list";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
