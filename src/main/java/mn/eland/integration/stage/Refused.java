package mn.eland.integration.stage;

import java.util.Map;

/** The simulated system says no, in its own words; what was done in the call is undone. */
public final class Refused extends RuntimeException {

    private final int status;
    private final transient Map<String, ?> body;

    public Refused(int status, Map<String, ?> body) {
        super(status + " " + body, null, false, false);
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public Map<String, ?> body() {
        return body;
    }
}
