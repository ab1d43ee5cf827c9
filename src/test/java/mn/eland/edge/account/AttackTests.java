package mn.eland.edge.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Old tricks, played over a real connection. What else is tried stands in {@code docs/security.md} with its tests. */
@ElandTest
class AttackTests {

    private static final String PASSWORD = "a long walk home in winter";

    @Autowired Simulators simulators;
    @Value("${eland.base-url}") URI base;

    @ParameterizedTest
    @ValueSource(strings = {"/../../etc/passwd", "/assets/../../../../etc/passwd", "/assets/..%2f..%2f..%2fetc/passwd",
            "/assets/%2e%2e/%2e%2e/application.yml",
        "/assets/..%252f..%252fapplication.yml", "/assets/..;/..;/application.yml", "/pictures/..%2f..%2fetc%2fpasswd/1.svg",
                "/diagrams/..%2f..%2fapplication.bpmn",
        "/documents/..%2f..%2fetc%2fpasswd/pdf", "/css/..\\..\\application.yml", "//etc/passwd", "/WEB-INF/web.xml", "/assets/%00application.yml",
        "/api/v1/contracts/..%2f..%2fetc%2fpasswd/pdf"})
    void noPathLeadsOutOfTheHouse(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1\\.1 (400|401|404|302) .*").doesNotContain("root:", "eland:\n", "datasource", "<web-app");
        assertThat(answer.lines().filter(line -> line.startsWith("Location:"))).allSatisfy(line -> assertThat(line)
                .contains("/oauth2/authorization/eland"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/properties?lang=en%0d%0aX-Evil:%201", "/sign-in-again?to=/me%0d%0aX-Evil:%201",
            "/oauth2/authorization/eland?x=%0d%0aX-Evil:%201",
        "/deals?text=%0d%0aX-Evil:%201", "/verify?code=A%0d%0aX-Evil:%201", "/me%0d%0aX-Evil:%201"})
    void nobodyWritesAHeaderOfOurs(String path) throws IOException {
        var answer = raw("GET " + path + " HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\nConnection: close\r\n\r\n");

        assertThat(answer.substring(0, answer.indexOf("\r\n\r\n")).lines()).noneMatch(line -> line.toLowerCase(java.util.Locale.ROOT)
                .startsWith("x-evil"));
    }

    @Test
    void aForgedHostLeadsHome() throws Exception {
        assertThat(raw("GET /deals HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n")).contains("\r\nLocation: "
                + base + "/deals\r\n");
        var naran = new Visitor(base.toString(), simulators);
        naran.openAccount(PASSWORD);

        var form = raw("GET /password/forgotten HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
        assertThat(form).contains("Set-Cookie: ELAND_CSRF=");
        var cookie = form.substring(form.indexOf("ELAND_CSRF=")).split(";")[0];
        var body = "email=" + naran.email + "&_csrf=" + java.net.URLEncoder.encode(SignIn.csrf(form), StandardCharsets.UTF_8);
        raw("POST /password/forgotten HTTP/1.1\r\nHost: evil.example\r\nCookie: " + cookie
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body);

        var links = await().until(() -> simulators.mails(naran.email).stream().map(mail -> mail.path("text").asText())
                .filter(text -> text.contains("/password/new?token=")).toList(), found -> !found.isEmpty());
        assertThat(links).hasSize(1).allSatisfy(text -> assertThat(text).contains(base + "/password/new?token=").doesNotContain("evil.example"));
    }

    @Test
    void nobodyGivesHimselfARoleOrAnother() throws Exception {
        var form = new HashMap<>(new Visitor(base.toString(), simulators).form(PASSWORD));
        form.putAll(java.util.Map.of("roles", "ADMIN", "role", "ADMIN", "staff", "true", "party", "00000000-0000-0000-0000-000000000001",
                "verified", "true", "id", "00000000-0000-0000-0000-000000000001"));
        var thief = new Visitor(base.toString(), simulators);
        form.put("email", thief.email);
        form.put("phone", thief.phone);
        form.put("registerNumber", thief.registerNumber);

        thief.open("/register").submit("/register", form);
        thief.submit(thief.path(), java.util.Map.of("mailCode", thief.mailCode(), "phoneCode", thief.phoneCode(), "roles", "ADMIN"));

        assertThat(thief.signIn(thief.email, PASSWORD).open("/account").page.body()).contains("Наранцэцэг").doesNotContain("Тэмүүлэн");
        for (var place : List.of("/operations", "/audit", "/payments/unplaced", "/tasks/away", "/swagger-ui/index.html")) {
            assertThat(thief.open(place).page.statusCode()).as(place).isEqualTo(403);
        }
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(base.getHost(), base.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
