package mn.eland.workflow.absence;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.PartyId;

/** A person of the staff will be away, the first and the last day included: who keeps a calendar for the person clears it. */
public record AbsenceSet(PartyId person, LocalDate from, LocalDate to, Instant at) {
}
