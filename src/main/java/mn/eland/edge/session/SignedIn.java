package mn.eland.edge.session;

import java.io.Serializable;
import java.util.UUID;

/**
 * What a session of the pages knows of its sign-in: the cookie of a session is good only with the cookie of the device and in
 * the browser that it was given to.
 */
record SignedIn(UUID id, UUID device, String agentHash) implements Serializable {

    static final String NAME = "ELAND_SIGNED_IN";

    boolean isFrom(Device browser) {
        return device.equals(browser.id()) && agentHash.equals(browser.agentHash());
    }
}
