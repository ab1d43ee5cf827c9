package mn.eland.person.support;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Component;

/** Leads helpers to the files of people. */
@Component
class SupportPlace implements MenuPlace {

    @Override
    public String path() {
        return SupportPages.PAGE;
    }

    @Override
    public String name() {
        return "support";
    }

    @Override
    public String icon() {
        return "bi-folder2-open";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return HelpDesk.isHelper(actor) ? OptionalInt.of(0) : OptionalInt.empty();
    }
}
