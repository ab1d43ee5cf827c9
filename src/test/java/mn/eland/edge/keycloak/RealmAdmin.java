package mn.eland.edge.keycloak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** What an administrator of Keycloak reads and does, over its admin API. */
final class RealmAdmin {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SANDBOX = Path.of("deploy/keycloak/sandbox-users.json");
    private final HttpClient http = HttpClient.newHttpClient();

    /** Some of the invented people, by the first word of their address. */
    void bringSandboxPeople(Set<String> names) throws IOException, InterruptedException {
        var file = (ObjectNode) JSON.readTree(SANDBOX.toFile());
        var some = JSON.createArrayNode();
        file.path("users").forEach(user -> {
            if (names.contains(user.path("username").asText().split("@")[0])) {
                some.add(user);
            }
        });
        call("POST", "/partialImport", file.set("users", some).toString());
    }

    /** Ends all sessions of a person. */
    void signOut(String address) throws IOException, InterruptedException {
        call("POST", "/users/" + user(address).path("id").asText() + "/logout", "{}");
    }

    /** Whether somebody has to wait after too many wrong passwords. */
    boolean isHeldOff(String address) throws IOException, InterruptedException {
        return read("/attack-detection/brute-force/users/" + user(address).path("id").asText()).path("disabled").asBoolean();
    }

    JsonNode user(String address) throws IOException, InterruptedException {
        return read("/users?exact=true&username=" + Visitor.encoded(address)).path(0);
    }

    JsonNode client(String clientId) throws IOException, InterruptedException {
        return read("/clients?clientId=" + clientId).path(0);
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return call("GET", path, null);
    }

    private JsonNode call(String method, String path, String body) throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(KeycloakServer.base() + "/admin/realms/eland" + path))
                .header("Authorization", "Bearer " + token()).header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
    }

    /** Of the realm of administrators, which is not ours. */
    String token() throws IOException, InterruptedException {
        var answer = http.send(HttpRequest.newBuilder(URI.create(KeycloakServer.base() + "/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Visitor.form(Map.of("grant_type", "password", "client_id", "admin-cli",
                        "username", KeycloakServer.ADMIN, "password", KeycloakServer.ADMIN)))).build(),
                HttpResponse.BodyHandlers.ofString());
        return JSON.readTree(answer.body()).path("access_token").asText();
    }
}
