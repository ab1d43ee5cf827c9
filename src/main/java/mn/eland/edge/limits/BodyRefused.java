package mn.eland.edge.limits;

import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/** A body that is too large ({@code BODY_TOO_LARGE}, 413) or comes too slowly ({@code BODY_TOO_SLOW}, 408): read no further. */
public final class BodyRefused extends IOException {

    private final HttpStatus status;
    private final String code;

    private BodyRefused(HttpStatus status, String code) {
        super(code);
        this.status = status;
        this.code = code;
    }

    static BodyRefused tooLarge() {
        return new BodyRefused(HttpStatus.PAYLOAD_TOO_LARGE, "BODY_TOO_LARGE");
    }

    static BodyRefused tooSlow() {
        return new BodyRefused(HttpStatus.REQUEST_TIMEOUT, "BODY_TOO_SLOW");
    }

    /** What is behind a failure to read, if it is this. */
    public static Optional<BodyRefused> in(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyRefused refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    public int status() {
        return status.value();
    }

    public String code() {
        return code;
    }
}
