package mn.eland.edge.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/** The public client: it opens a browser for the sign-in, is called back with a code, and proves by PKCE that the code is its own. */
final class MobileApp {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROTOCOL = "/protocol/openid-connect";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-letters-for-tests";
    private final HttpClient http = HttpClient.newHttpClient();

    /** The address of the sign-in with what is to be asked otherwise; a parameter without a value is left out. */
    static String address(String... otherwise) {
        var asked = new LinkedHashMap<>(Map.of("client_id", "eland-mobile", "response_type", "code", "scope", "openid", "state", "s",
                "redirect_uri", "mn.eland.mobile:/signed-in", "code_challenge", challenge(), "code_challenge_method", "S256"));
        for (int i = 0; i < otherwise.length; i += 2) {
            asked.put(otherwise[i], otherwise[i + 1]);
        }
        asked.values().removeIf(String::isEmpty);
        return KeycloakServer.issuer() + PROTOCOL + "/auth?" + Visitor.form(asked);
    }

    /** What Keycloak says when the application is called: a code, or an error. */
    static Map<String, String> called(Visitor.Page page) {
        assertThat(page.away()).as("the application is called by %s:%n%s", page.uri(), page.body()).isNotNull();
        var asWeb = page.away().toString().replace("mobile:/", "mobile://x/");
        return UriComponentsBuilder.fromUriString(asWeb).build().getQueryParams().toSingleValueMap();
    }

    JsonNode tokens(Visitor.Page page) throws IOException, InterruptedException {
        var answer = ask("grant_type", "authorization_code", "client_id", "eland-mobile", "code", called(page).get("code"),
                "redirect_uri", "mn.eland.mobile:/signed-in", "code_verifier", VERIFIER);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    HttpResponse<String> refresh(JsonNode tokens) throws IOException, InterruptedException {
        return ask("grant_type", "refresh_token", "client_id", "eland-mobile", "refresh_token", tokens.path("refresh_token").asText());
    }

    HttpResponse<String> ask(String... namesAndValues) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return http.send(HttpRequest.newBuilder(URI.create(KeycloakServer.issuer() + PROTOCOL + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(Visitor.form(fields))).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode read(String json) throws IOException {
        return JSON.readTree(json);
    }

    static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static String challenge() {
        try {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
