package mn.eland.notarization.web;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Component;

/** Leads notaries to their day. */
@Component
class DayPlace implements MenuPlace {

    @Override
    public String path() {
        return "/notary/day";
    }

    @Override
    public String name() {
        return "notaryDay";
    }

    @Override
    public String icon() {
        return "bi-calendar-week";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return actor.is(Role.NOTARY) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
