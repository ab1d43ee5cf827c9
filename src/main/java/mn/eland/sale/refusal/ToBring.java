package mn.eland.sale.refusal;

import java.time.Instant;

/**
 * What a refusal of the notary asks for.
 *
 * @param code    why, as the notary chose: message {@code notarization.refusal.<code>}
 * @param grounds why, in the notary's words
 * @param until   when it must be there; the sale ends otherwise
 */
public record ToBring(String code, String grounds, Instant until) {
}
