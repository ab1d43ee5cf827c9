package mn.eland.notification;

import mn.eland.notarization.session.SessionEvent;
import mn.eland.notarization.session.SessionEvent.SlotChanged;
import mn.eland.notarization.session.SessionEvent.SlotTaken;

/** What people are told about the time at which they meet the notary. */
final class SessionNotices {

    private SessionNotices() {
    }

    static Notice of(SessionEvent event) {
        var notice = Notice.of(message(event), event.caseRef()).to("/notarizations/" + event.caseRef() + "/slot");
        return event instanceof SlotTaken taken
                ? notice.with("begins", taken.begins()).with("notary", taken.notary()).with("office", taken.office()) : notice;
    }

    private static String message(SessionEvent event) {
        if (event instanceof SlotChanged changed) {
            return changed.byNotary() ? "slotCleared" : "slotChanged";
        }
        return event instanceof SlotTaken ? "slotTaken" : "slotWanted";
    }
}
