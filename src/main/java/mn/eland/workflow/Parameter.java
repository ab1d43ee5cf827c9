package mn.eland.workflow;

import java.time.Instant;
import java.time.LocalDate;
import mn.eland.kernel.PartyId;

/**
 * A number of law or product that tables and steps read by its key, as the newest version of its table says it.
 *
 * @param table    the table it stands in: {@code parameters} for every kind of case, {@code saleParameters} for a sale
 * @param packaged the value that came with the program; differs from {@code value} once people changed it
 * @param basis    where it comes from, by the short name of the law
 * @param sure     how sure that is: {@code H}, {@code M} or {@code L}
 * @param read     false while no step asks for it
 * @param since    the day from which the value is in force
 * @param waiting  a proposed change that waits for a second person, or null
 */
public record Parameter(String key, String table, Kind kind, String value, String packaged, String basis, Bound bound, String sure, boolean read,
                        LocalDate since, Change waiting) {

    /** What the text of a value means. */
    public enum Kind {
        /** Whole tögrög. */ MONEY,
        /** A whole number of hundredths: {@code 10}. */ PERCENT,
        /** A part of one: {@code 0.02}. */ RATE,
        /** A whole number. */ COUNT,
        /** Hectares. */ AREA,
        /** An ISO 8601 period in one unit: {@code P3D}. */ PERIOD,
        /** {@code true} or {@code false}. */ SWITCH
    }

    /** Whether the packaged value is a bound of the law. */
    public enum Bound { NONE, AT_MOST, AT_LEAST }

    public enum State { PROPOSED, APPROVED, REFUSED, WITHDRAWN }

    public boolean isChanged() {
        return !value.equals(packaged);
    }

    /** A change with who wanted it and why, and who decided; {@code decided…} and {@code note} are null while it waits. */
    public record Change(long id, String key, String before, String value, String reason, State state, PartyId proposedBy,
                         String proposedByName, Instant proposedAt, PartyId decidedBy, String decidedByName, Instant decidedAt,
                         String note) {
    }
}
