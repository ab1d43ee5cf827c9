package mn.eland.workflow.outage;

import java.time.Instant;

/**
 * An outside system that keeps failing.
 *
 * @param poller     what asks it, by name
 * @param kind       the last failure, by the name of the error
 * @param unanswered true when the system did not answer in time
 * @param technical  the words of the error, for operators only
 * @param times      rounds that failed since then, without one that went well
 * @param waiting    how much waits for it now
 */
public record Outage(String poller, String kind, boolean unanswered, String technical, Instant since, Instant lastAt, int times, int waiting) {

    /** Somebody had it asked at once. */
    public record Asked(String poller, int times, String byName, Instant at, String reason) {
    }
}
