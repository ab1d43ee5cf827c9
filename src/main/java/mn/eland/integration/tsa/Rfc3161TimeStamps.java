package mn.eland.integration.tsa;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mn.eland.contract.spi.TimeStamps;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.kernel.ElandClock;
import org.springframework.stereotype.Component;

/** Asks the authority over HTTP; its list of revoked certificates is asked for again after ten minutes. */
@Component
class Rfc3161TimeStamps implements TimeStamps {

    private static final Duration LIST_IS_FRESH = Duration.ofMinutes(10);

    private final TsaProperties properties;
    private final HttpCalls http;
    private final ElandClock clock;
    private volatile Kept root;
    private volatile Kept list;

    Rfc3161TimeStamps(TsaProperties properties, ElandClock clock) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
        this.clock = clock;
    }

    @Override
    public byte[] stamp(byte[] request) {
        return call("POST", properties.baseUrl(), Map.of("Content-Type", "application/timestamp-query", "Accept", "application/timestamp-reply"), request);
    }

    @Override
    public List<byte[]> roots() {
        if (!properties.certificate().isBlank()) {
            return List.of(properties.certificate().getBytes(StandardCharsets.US_ASCII));
        }
        if (root == null) {
            root = new Kept(call("GET", URI.create(properties.baseUrl() + "/certificate"), Map.of(), null), clock.instant());
        }
        return List.of(root.content());
    }

    @Override
    public List<byte[]> revocationLists() {
        if (list == null || !clock.instant().isBefore(list.at().plus(LIST_IS_FRESH))) {
            list = new Kept(call("GET", properties.revocationList(), Map.of(), null), clock.instant());
        }
        return List.of(list.content());
    }

    private byte[] call(String method, URI address, Map<String, String> headers, byte[] body) {
        try {
            var reply = http.exchange(method, address, headers, body);
            if (!reply.isOk()) {
                throw new Unavailable("the time-stamping authority answered " + reply.status(), null);
            }
            return reply.content();
        } catch (NoAnswer e) {
            throw new Unavailable(e.getMessage(), e);
        }
    }

    private record Kept(byte[] content, Instant at) {
    }
}
