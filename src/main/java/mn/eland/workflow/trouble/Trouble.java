package mn.eland.workflow.trouble;

import java.time.Instant;
import mn.eland.kernel.CaseRef;

/**
 * A step that failed.
 *
 * @param subject    one line about the case
 * @param kind       what failed, by the name of the error: {@code RegistryUnavailable}, {@code Bank.Unavailable}
 * @param unanswered true when the other side did not answer in time, so that it is not known whether it acted
 * @param technical  the words of the error, for operators only
 * @param since      when the step was first to be done
 * @param nextTry    null when it is not tried again by itself
 * @param lastRetry  the last time somebody had it tried again; null when nobody has
 */
public record Trouble(String id, CaseRef caseRef, String subject, String processKey, String activityId, String labelMn, String labelEn,
                      String kind, boolean unanswered, String technical, Instant since, int tries, Instant nextTry, Retry lastRetry) {

    /** True while the try that somebody asked for has not been made. */
    public boolean isAsked() {
        return lastRetry != null && lastRetry.tries() == tries;
    }

    /** Somebody had a step tried again. */
    public record Retry(String jobId, CaseRef caseRef, String activityId, String labelMn, String labelEn, int tries, String byName, Instant at,
                        String reason) {
    }
}
