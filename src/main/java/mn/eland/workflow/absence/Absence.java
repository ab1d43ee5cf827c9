package mn.eland.workflow.absence;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.PartyId;

/**
 * Days on which a person of the staff is away, the first and the last included.
 *
 * @param substitute who gets the person's tasks; null when they go back to their group
 * @param handedAt   when the tasks were handed over; null before the first day
 */
public record Absence(long id, PartyId person, String personName, LocalDate from, LocalDate to, PartyId substitute, String substituteName,
                      String setByName, Instant setAt, Instant handedAt) {
}
