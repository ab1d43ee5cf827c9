package mn.eland.edge.session;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * What a session of the pages knows of its sign-in: the cookie of a session is good only with the cookie of the device and in
 * the browser that it was given to.
 *
 * @param since by the clock of the machine, whatever day the business plays
 */
record SignedIn(UUID id, UUID device, String agentHash, Instant since) implements Serializable {

    static final String NAME = "ELAND_SIGNED_IN";

    boolean isOver(Instant now, Duration longest) {
        return since.plus(longest).isBefore(now);
    }

    boolean isFrom(Device browser) {
        return device.equals(browser.id()) && agentHash.equals(browser.agentHash());
    }
}
