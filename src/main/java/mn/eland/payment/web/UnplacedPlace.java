package mn.eland.payment.web;

import java.util.OptionalInt;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import mn.eland.payment.collection.Unplaced;
import mn.eland.payment.release.HeldPayouts;
import org.springframework.stereotype.Component;

/** Leads escrow officers to the money that waits for them. */
@Component
class UnplacedPlace implements MenuPlace {

    private final Unplaced unplaced;
    private final HeldPayouts held;

    UnplacedPlace(Unplaced unplaced, HeldPayouts held) {
        this.unplaced = unplaced;
        this.held = held;
    }

    @Override
    public String path() {
        return "/payments/unplaced";
    }

    @Override
    public String name() {
        return "unplaced";
    }

    @Override
    public String icon() {
        return "bi-question-circle";
    }

    @Override
    public OptionalInt waiting(Actor actor) {
        if (actor.is(Role.ESCROW_OFFICER)) {
            return OptionalInt.of(unplaced.waiting() + held.waiting());
        }
        int strangers = actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD) ? unplaced.strangersWaiting() : 0;
        return strangers == 0 ? OptionalInt.empty() : OptionalInt.of(strangers);
    }
}
