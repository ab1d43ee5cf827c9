package mn.eland.notarization.session;

import mn.eland.workflow.absence.AbsenceSet;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Clears the calendar of a notary who will be away. */
@Component
class SessionListener {

    private final Meetings meetings;

    SessionListener(Meetings meetings) {
        this.meetings = meetings;
    }

    @ApplicationModuleListener
    void on(AbsenceSet absence) {
        meetings.clear(absence.person(), absence.from(), absence.to());
    }
}
