package mn.eland.audit.catching;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Component;

/** The act that is going on in this thread. */
@Component
public class Acts {

    private final ThreadLocal<Act> here = new ThreadLocal<>();

    /** Empty outside of requests. */
    Optional<RequestedAct> current() {
        return Optional.ofNullable(here.get()).map(RequestedAct.class::cast);
    }

    /** Empty when no method of ours does what somebody asked for: in steps and timers, in filters, while somebody only reads. */
    public Optional<Act> ofSomebody() {
        return current().filter(act -> act.changes() && act.isUnderWay()).map(Act.class::cast);
    }

    /** Says on which case and whom the act touches, either may be null. */
    public void concern(CaseRef caseRef, PartyId party) {
        current().ifPresent(act -> {
            if (caseRef != null) {
                act.isOn(caseRef);
            }
            if (party != null) {
                act.isAbout(party);
            }
        });
    }

    void begin(RequestedAct act) {
        here.set(act);
    }

    void end() {
        here.remove();
    }

    /** What a transaction has to know of the act it belongs to. */
    public interface Act {

        /** Whether something is asked to be done, not only to be shown. */
        boolean changes();

        /** A line that says that the act has written something. */
        String written();

        /** The line is on its way with a transaction. */
        void stands();
    }
}
