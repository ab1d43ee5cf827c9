package mn.eland.sale.burden;

import java.time.Instant;

/**
 * A burden that came upon the property of a sale after its deposit was paid.
 *
 * @param code  what the register shows: message {@code register.code.<code>}
 * @param state OPEN, LIFTED when it is gone, STOOD when the sale ended for it, OVERTAKEN when something else was faster
 * @param until when it must be gone
 */
public record Burden(long id, String code, String state, Instant foundAt, Instant until) {
}
