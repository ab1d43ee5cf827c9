package mn.eland.notarization.session;

import java.time.LocalDate;
import java.util.Map;

/** Reads from a form since when a session would suit. */
final class SlotWish {

    private SlotWish() {
    }

    /** Null for as soon as may be. */
    static LocalDate of(Map<String, Object> answers) {
        return "FROM".equals(answers.get("choice")) ? (LocalDate) answers.get("fromDay") : null;
    }
}
