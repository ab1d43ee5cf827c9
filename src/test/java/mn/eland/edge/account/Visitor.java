package mn.eland.edge.account;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import org.awaitility.Awaitility;

/** Somebody with a browser of one's own, a telephone and a mailbox, who walks over the pages as they are. */
final class Visitor {

    private static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    private static final Pattern LINK = Pattern.compile("(/password/new\\?token=[\\w-]+)");

    final CookieManager cookies = new CookieManager();
    final String registerNumber = "ЩЩ%02d%02d%02d%02d".formatted(number(60, 99), number(1, 12), number(1, 28), number(0, 99));
    final String email = "visitor-" + UUID.randomUUID().toString().substring(0, 12) + "@example.mn";
    final String phone = "8%07d".formatted(number(0, 9_999_999));
    private final HttpClient client = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final String base;
    private final Simulators simulators;
    private String agent = "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36";
    private String csrf = "";
    HttpResponse<String> page;

    Visitor(String base, Simulators simulators) {
        this.base = base;
        this.simulators = simulators;
    }

    Visitor with(String otherAgent) {
        agent = otherAgent;
        return this;
    }

    Visitor open(String path) throws IOException, InterruptedException {
        return read(client.send(request(path).build(), BodyHandlers.ofString()));
    }

    Visitor submit(String path, Map<String, String> fields) throws IOException, InterruptedException {
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        var body = all.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return read(client.send(request(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)).build(), BodyHandlers.ofString()));
    }

    /** Fills the form in and is asked for the codes. */
    Visitor register(String password) throws IOException, InterruptedException {
        open("/register").submit("/register", form(password));
        return this;
    }

    Map<String, String> form(String password) {
        var form = new LinkedHashMap<String, String>();
        form.put("registerNumber", registerNumber);
        form.put("clanName", "Боржигон");
        form.put("parentName", "Дорж");
        form.put("givenName", "Наранцэцэг");
        form.put("phone", phone);
        form.put("email", email);
        form.put("password", password);
        return form;
    }

    /** Opens an account from the form to the last code. */
    Visitor openAccount(String password) throws IOException, InterruptedException {
        register(password);
        return submit(path(), Map.of("mailCode", mailCode(), "phoneCode", phoneCode()));
    }

    Visitor signIn(String name, String password) throws IOException, InterruptedException {
        return open("/oauth2/authorization/eland").submit("/sign-in", Map.of("username", name, "password", password));
    }

    boolean isSignedIn() throws IOException, InterruptedException {
        return open("/account").path().equals("/account");
    }

    String path() {
        return page.uri().getPath();
    }

    /** The code of the newest letter; waits until it has arrived. */
    String mailCode() {
        return inNewestLetter(CODE);
    }

    String link() {
        return inNewestLetter(LINK);
    }

    String phoneCode() {
        return Awaitility.await().until(() -> {
            var texts = simulators.call("GET", "/simulators/texts?to=" + phone, null);
            return texts.isEmpty() ? null : first(CODE, texts.get(0).path("body").asText());
        }, found -> found != null);
    }

    int letters() {
        return simulators.mails(email).size();
    }

    private String inNewestLetter(Pattern pattern) {
        return Awaitility.await().until(() -> {
            var letters = simulators.mails(email);
            return letters.isEmpty() ? null : first(pattern, letters.get(0).path("text").asText());
        }, found -> found != null);
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue)
                .findFirst().orElse(null);
    }

    void takeCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html").header("User-Agent", agent);
    }

    private Visitor read(HttpResponse<String> answer) {
        page = answer;
        if (answer.body().contains("name=\"_csrf\"")) {
            csrf = SignIn.csrf(answer.body());
        }
        return this;
    }

    private static String first(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? found.group(1) : null;
    }

    private static int number(int from, int to) {
        return ThreadLocalRandom.current().nextInt(from, to + 1);
    }
}
