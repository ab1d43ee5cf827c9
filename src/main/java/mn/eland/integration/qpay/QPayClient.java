package mn.eland.integration.qpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.Reply;
import mn.eland.integration.http.Json;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.PaymentGateway;
import org.springframework.stereotype.Component;

/** Signs in once per process and keeps the token until a minute before its end. */
@Component
class QPayClient {

    private static final Duration RENEW_BEFORE_END = Duration.ofSeconds(60);
    private static final long SMALLEST_MOMENT = 1_000_000_000L;
    private static final int UNAUTHORIZED = 401;

    private final QPayProperties properties;
    private final HttpCalls http;
    private final Clock clock;
    private Token token;

    QPayClient(QPayProperties properties, ElandClock clock) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
        this.clock = clock;
    }

    private record Token(String access, Instant since, Instant ends, String refresh, Instant refreshEnds) {

        /** A token from a time that is yet to come says that the clock was set back: how old it is cannot be known. */
        boolean holds(Instant now) {
            return !now.isBefore(since) && now.isBefore(ends.minus(RENEW_BEFORE_END));
        }
    }

    /** An answer, good or a refusal of the gateway; one more sign-in when the token was not taken. */
    Answer call(String method, String path, Map<String, ?> body) {
        var reply = send(method, path, body, bearer());
        if (reply.status() == UNAUTHORIZED) {
            forget();
            reply = send(method, path, body, bearer());
        }
        if (reply.status() >= 500) {
            throw new PaymentGateway.Unavailable("QPay answered " + reply.status() + " " + errorCode(reply.body()), null);
        }
        return new Answer(reply.status(), Json.read(reply.body()));
    }

    private Reply send(String method, String path, Map<String, ?> body, String authorization) {
        var headers = new HashMap<String, String>(Map.of("Authorization", authorization, "Accept", "application/json"));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        try {
            return http.call(method, URI.create(properties.baseUrl() + path), headers, body == null ? null : Json.write(body));
        } catch (HttpCalls.NoAnswer e) {
            throw new PaymentGateway.Unavailable("QPay did not answer", e);
        }
    }

    private synchronized String bearer() {
        var now = clock.instant();
        if (token == null || !token.holds(now)) {
            token = renewed(now);
        }
        return "Bearer " + token.access();
    }

    private synchronized void forget() {
        token = null;
    }

    private Token renewed(Instant now) {
        if (token != null && token.refresh() != null && now.isBefore(token.refreshEnds())) {
            var refreshed = send("POST", "/auth/refresh", null, "Bearer " + token.refresh());
            if (refreshed.isOk()) {
                return token(refreshed, now);
            }
        }
        var basic = Base64.getEncoder().encodeToString(
                (properties.username() + ":" + properties.password()).getBytes(StandardCharsets.UTF_8));
        var answer = send("POST", "/auth/token", null, "Basic " + basic);
        if (!answer.isOk()) {
            throw new PaymentGateway.Unavailable("QPay refused to sign in: " + answer.status() + " " + errorCode(answer.body()), null);
        }
        return token(answer, now);
    }

    private static Token token(Reply reply, Instant now) {
        var body = Json.read(reply.body());
        var access = Json.text(body, "access_token");
        if (access == null) {
            throw new PaymentGateway.Unavailable("QPay signed in without a token", null);
        }
        return new Token(access, now, moment(body.path("expires_in"), now), Json.text(body, "refresh_token"),
                moment(body.path("refresh_expires_in"), now));
    }

    /** The gateway sends a moment in Unix seconds; a small number can only be a duration. */
    static Instant moment(JsonNode number, Instant now) {
        long seconds = Json.tugrug(number);
        return seconds < SMALLEST_MOMENT ? now.plusSeconds(seconds) : Instant.ofEpochSecond(seconds);
    }

    private static String errorCode(String body) {
        return new Answer(0, Json.read(body)).errorCode();
    }

    /** What the gateway said. */
    record Answer(int status, JsonNode body) {

        boolean isOk() {
            return status >= 200 && status < 300;
        }

        /** The code of either error shape: a plain code, or the names of the wrong fields with what is wrong. */
        String errorCode() {
            var error = body.path("error");
            if (!error.isObject()) {
                return error.asText("");
            }
            var codes = new StringBuilder();
            error.properties().forEach(field -> codes.append(codes.isEmpty() ? "" : ", ").append(field.getKey()).append(' ')
                    .append(field.getValue().path("type").asText("")));
            return codes.toString();
        }
    }
}
