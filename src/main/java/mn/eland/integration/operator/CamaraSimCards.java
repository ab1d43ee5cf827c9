package mn.eland.integration.operator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.HttpCalls.Reply;
import mn.eland.integration.http.Json;
import mn.eland.person.spi.SimCards;
import org.springframework.stereotype.Component;

/** Asks with a token for this one question: it is asked seldom. */
@Component
class CamaraSimCards implements SimCards {

    private static final String COUNTRY = "+976";
    private static final int NOT_FOUND = 404;
    private static final int NOT_APPLICABLE = 422;

    private final OperatorProperties properties;
    private final HttpCalls http;

    CamaraSimCards(OperatorProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public Optional<Instant> lastChange(String phone) {
        if (!properties.isAsked() || phone == null) {
            return Optional.empty();
        }
        var number = phone.startsWith("+") ? phone : COUNTRY + phone;
        var reply = call("/sim-swap/v2/retrieve-date", "Bearer " + token(), Map.of("Content-Type", "application/json",
                "x-correlator", UUID.randomUUID().toString()), Json.write(Map.of("phoneNumber", number)));
        if (reply.status() == NOT_FOUND || reply.status() == NOT_APPLICABLE) {
            return Optional.empty();
        }
        if (!reply.isOk()) {
            throw new Unavailable("the operator answered " + reply.status(), null);
        }
        return moment(Json.text(Json.read(reply.body()), "latestSimChange"));
    }

    private String token() {
        var basic = Base64.getEncoder().encodeToString((properties.clientId() + ":" + properties.clientSecret()).getBytes(StandardCharsets.UTF_8));
        var reply = call("/oauth2/token", "Basic " + basic, Map.of("Content-Type", "application/x-www-form-urlencoded"),
                "grant_type=client_credentials&scope=sim-swap:retrieve-date");
        var token = reply.isOk() ? Json.text(Json.read(reply.body()), "access_token") : null;
        if (token == null) {
            throw new Unavailable("the operator gave no token: " + reply.status(), null);
        }
        return token;
    }

    private Reply call(String path, String authorization, Map<String, String> headers, String body) {
        var all = new HashMap<>(headers);
        all.put("Authorization", authorization);
        try {
            return http.call("POST", URI.create(properties.baseUrl() + path), all, body);
        } catch (NoAnswer e) {
            throw new Unavailable("the operator did not answer", e);
        }
    }

    private static Optional<Instant> moment(String text) {
        try {
            return Optional.ofNullable(text).map(moment -> OffsetDateTime.parse(moment).toInstant());
        } catch (DateTimeException unreadable) {
            throw new Unavailable("the operator answered with a moment that is none", unreadable);
        }
    }
}
