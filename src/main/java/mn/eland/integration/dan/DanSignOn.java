package mn.eland.integration.dan;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.identity.spi.CitizenSignOn;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.HttpCalls.Reply;
import mn.eland.integration.http.Json;
import org.springframework.stereotype.Component;

/** The sign-on by DAN: a code for a token, the token for the identity card that the person lets us read. */
@Component
class DanSignOn implements CitizenSignOn {

    private static final String CARD = "WS100101_getCitizenIDCardInfo";
    private static final String FOR_ORGANISATION = "1";
    private static final int DATE_LENGTH = 10;
    private static final int SERVER_ERROR = 500;

    private final DanProperties properties;
    private final HttpCalls http;

    DanSignOn(DanProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public URI address(String state, URI back) {
        var query = new LinkedHashMap<String, String>();
        query.put("response_type", "code");
        query.put("client_id", properties.clientId());
        query.put("redirect_uri", back.toString());
        query.put("scope", scope());
        query.put("state", state);
        return URI.create(properties.baseUrl() + "/oauth2/authorize?" + form(query));
    }

    /** Base64 of the services that the person is asked to open; only what is needed. */
    private static String scope() {
        var services = List.of(Map.of("services", List.of(CARD), "wsdl", "https://xyp.gov.mn/citizen-1.5.0/ws?WSDL"));
        return Base64.getEncoder().encodeToString(Json.write(services).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Answer identity(String code, URI back) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("grant_type", "authorization_code");
        asked.put("code", code);
        asked.put("client_id", properties.clientId());
        asked.put("client_secret", properties.clientSecret());
        asked.put("redirect_uri", back.toString());
        var token = call("POST", "/oauth2/token", Map.of("Content-Type", "application/x-www-form-urlencoded"), form(asked));
        var access = token.isOk() ? Json.text(Json.read(token.body()), "access_token") : null;
        if (access == null) {
            return refusedOrAway(token);
        }
        var data = call("GET", "/oauth2/api/v1/service", Map.of("Authorization", "Bearer " + access), null);
        if (!data.isOk()) {
            throw new Unavailable("the sign-on answered " + data.status() + " to the question who signed in", null);
        }
        return who(Json.read(data.body()));
    }

    private static Answer refusedOrAway(Reply token) {
        if (token.status() < SERVER_ERROR && "invalid_grant".equals(Json.text(Json.read(token.body()), "error"))) {
            return new CodeRefused();
        }
        throw new Unavailable("the sign-on gave no token: " + token.status(), null);
    }

    /** The first element says how the person signed in, then comes one for each service. */
    private static Answer who(JsonNode answer) {
        if (FOR_ORGANISATION.equals(Json.text(answer.path(0), "citizen_loginType"))) {
            return new SignedInForOrganisation();
        }
        for (var element : answer) {
            var card = element.path("services").path(CARD);
            if (!card.isMissingNode()) {
                int resultCode = card.path("resultCode").asInt(-1);
                return resultCode == 0 ? citizen(card.path("response")) : new CardUnreadable(resultCode);
            }
        }
        throw new Unavailable("the sign-on answered without the identity card", null);
    }

    private static Citizen citizen(JsonNode card) {
        var number = Json.text(card, "regnum");
        return new Citizen(number == null ? null : number.toUpperCase(Locale.ROOT), Json.text(card, "surname"), Json.text(card, "lastname"),
                Json.text(card, "firstname"), born(card), portrait(Json.text(card, "image")));
    }

    /** A date, a time, or milliseconds; the text beside it is the same day. */
    private static LocalDate born(JsonNode card) {
        for (var field : List.of("birthDateAsText", "birthDate")) {
            var text = Json.text(card, field);
            if (text != null && text.length() >= DATE_LENGTH) {
                try {
                    return LocalDate.parse(text.substring(0, DATE_LENGTH));
                } catch (DateTimeParseException other) {
                    continue;
                }
            }
        }
        return null;
    }

    private static byte[] portrait(String image) {
        try {
            return image == null ? null : Base64.getMimeDecoder().decode(image);
        } catch (IllegalArgumentException noPicture) {
            return null;
        }
    }

    private Reply call(String method, String path, Map<String, String> headers, String body) {
        try {
            return http.call(method, URI.create(properties.baseUrl() + path), headers, body);
        } catch (NoAnswer e) {
            throw new Unavailable("the sign-on did not answer", e);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
