package mn.eland.contract.signing;

import java.time.Instant;
import mn.eland.kernel.PartyId;

/**
 * One signature to be made.
 *
 * @param person  who signs
 * @param name    of who signs, as the certificate says it
 * @param lines   what the visible box says below the name
 * @param place   number of the box on the signature page, from 0
 * @param page    number of the signature page, from 1
 * @param consent why it is made, as the signature itself records it
 */
public record Signing(PartyId person, String name, String lines, int place, int page, String consent, Instant at) {
}
