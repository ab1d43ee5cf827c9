package mn.eland.notarization.session;

import java.time.Instant;

/** A time that the parties may take, with whom and where. */
public record FreeSlot(int notaryNo, String notary, String office, Instant from, Instant to) {
}
