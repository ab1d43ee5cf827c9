package mn.eland.property;

import java.time.Instant;

/**
 * An application at the registrar's counter.
 *
 * @param filingNo null while the counter has not confirmed it
 * @param state    FILING, PENDING, REGISTERED, REFUSED or WITHDRAWN
 * @param reason   the registrar's words when refused
 */
public record FilingView(int attempt, String filingNo, String state, String reason, Instant filedAt, Instant answeredAt) {
}
