package mn.eland.integration.khan;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.Reply;
import mn.eland.integration.http.Json;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.Bank;
import org.springframework.stereotype.Component;

/** Signs in and keeps the token for 29 minutes of its 30. */
@Component
class KhanClient {

    private static final Duration TOKEN_KEPT = Duration.ofMinutes(29);
    private static final int UNAUTHORIZED = 401;

    private final KhanProperties properties;
    private final HttpCalls http;
    private final Clock clock;
    private String token;
    private Instant tokenSince = Instant.MAX;

    KhanClient(KhanProperties properties, ElandClock clock) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
        this.clock = clock;
    }

    /** A question: may be repeated, so a token that was not taken is renewed once. */
    JsonNode ask(String path) {
        try {
            var reply = send("GET", path, null, bearer());
            if (reply.status() == UNAUTHORIZED) {
                forget();
                reply = send("GET", path, null, bearer());
            }
            if (!reply.isOk()) {
                throw new Bank.Unavailable("Khan Bank answered " + reply.status(), null);
            }
            return Json.read(reply.body());
        } catch (HttpCalls.NoAnswer e) {
            throw new Bank.Unavailable("Khan Bank did not answer", e);
        }
    }

    /**
     * An order to move money, sent once.
     *
     * @throws Bank.Unavailable   when signing in failed, so that nothing was sent
     * @throws HttpCalls.NoAnswer when it was sent and the answer is missing
     */
    Reply order(String path, Map<String, ?> order) {
        String bearer;
        try {
            bearer = bearer();
        } catch (HttpCalls.NoAnswer e) {
            throw new Bank.Unavailable("Khan Bank did not answer", e);
        }
        var reply = send("POST", path, Json.write(order), bearer);
        if (reply.status() == UNAUTHORIZED) {
            forget();
        }
        return reply;
    }

    private Reply send(String method, String path, String body, String authorization) {
        var headers = body == null ? Map.of("Authorization", authorization)
                : Map.of("Authorization", authorization, "Content-Type", "application/json");
        return http.call(method, URI.create(properties.baseUrl() + path), headers, body);
    }

    private synchronized String bearer() {
        var now = clock.instant();
        if (token == null || !holds(now)) {
            var basic = Base64.getEncoder().encodeToString(
                    (properties.username() + ":" + properties.password()).getBytes(StandardCharsets.UTF_8));
            var reply = http.call("POST", URI.create(properties.baseUrl() + "/v1/auth/token?grant_type=client_credentials"),
                    Map.of("Authorization", "Basic " + basic, "Content-Type", "application/x-www-form-urlencoded"), "");
            token = reply.isOk() ? Json.text(Json.read(reply.body()), "access_token") : null;
            tokenSince = now;
            if (token == null) {
                throw new Bank.Unavailable("Khan Bank refused to sign in: " + reply.status(), null);
            }
        }
        return "Bearer " + token;
    }

    /** A token from a time that is yet to come says that the clock was set back: how old it is cannot be known. */
    private boolean holds(Instant now) {
        return !now.isBefore(tokenSince) && now.isBefore(tokenSince.plus(TOKEN_KEPT));
    }

    private synchronized void forget() {
        token = null;
    }
}
