package mn.eland.edge.helpdesk;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.identity.recovery.HelpDesk;
import mn.eland.identity.recovery.LostFactors;
import mn.eland.kernel.Actor;
import org.springframework.stereotype.Component;

/** Leads helpers to their desk, with what waits for a second one. */
@Component
class HelpDeskPlace implements MenuPlace {

    private final LostFactors factors;

    HelpDeskPlace(LostFactors factors) {
        this.factors = factors;
    }

    @Override
    public String path() {
        return "/help-desk";
    }

    @Override
    public String name() {
        return "helpdesk";
    }

    @Override
    public String icon() {
        return "bi-person-check";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        return HelpDesk.isHelper(actor) ? OptionalInt.of(factors.waiting(actor)) : OptionalInt.empty();
    }
}
