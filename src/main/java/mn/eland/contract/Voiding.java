package mn.eland.contract;

import java.time.Instant;

/** When and why a document was taken back. */
public record Voiding(Instant at, VoidReason reason) {
}
