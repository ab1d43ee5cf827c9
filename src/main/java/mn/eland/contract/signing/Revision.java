package mn.eland.contract.signing;

import java.time.Instant;

/** The file after one more signature. @param sha256 of the whole file, the signature included */
public record Revision(int number, Instant at, String sha256) {
}
