package mn.eland.notarization.office;

import mn.eland.kernel.CaseRef;

/** An hour that a notary keeps for the session on a case. */
public record Slot(CaseRef caseRef, int notaryNo, Timetable.Span span, State state) {

    /** {@code TAKEN}: to come; {@code HELD}: the notary has decided; {@code GIVEN_BACK}: free for others. */
    public enum State { TAKEN, HELD, GIVEN_BACK }
}
