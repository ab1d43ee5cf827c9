package mn.eland.edge.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/**
 * Somebody with a browser who goes to and fro between ELAND and Keycloak. Cookies are kept as browsers keep them on this machine,
 * which counts as a safe connection; the Java client's own jar does not know that.
 */
final class Visitor {

    private static final int MOST_REDIRECTS = 12;
    private static final Pattern ACTION = Pattern.compile("<form[^>]*\\saction=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> jar = new HashMap<>();

    /** @param away where an application that is no browser was called, else null */
    record Page(URI uri, int status, String body, URI away) {

        String path() {
            return uri.getPath();
        }

        /** The value of a field of a form. */
        String field(String name) {
            var found = Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(body);
            assertThat(found.find()).as("a field %s on %s:%n%s", name, uri, body).isTrue();
            return HtmlUtils.htmlUnescape(found.group(1));
        }
    }

    Page open(String address) throws IOException, InterruptedException {
        return go(URI.create(address), null, 0);
    }

    /** Fills in the first form of Keycloak's page. */
    Page fill(Page page, String... namesAndValues) throws IOException, InterruptedException {
        var action = ACTION.matcher(page.body());
        assertThat(action.find()).as("a form on %s:%n%s", page.uri(), page.body()).isTrue();
        return post(page.uri().resolve(HtmlUtils.htmlUnescape(action.group(1))).toString(), namesAndValues);
    }

    Page post(String address, String... namesAndValues) throws IOException, InterruptedException {
        var fields = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return go(URI.create(address), form(fields), 0);
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue())).collect(Collectors.joining("&"));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Page go(URI to, String form, int redirects) throws IOException, InterruptedException {
        assertThat(redirects).as("redirects until " + to).isLessThan(MOST_REDIRECTS);
        var request = HttpRequest.newBuilder(to).header("Accept", "text/html").header("Accept-Language", "mn");
        var cookies = jar.getOrDefault(to.getAuthority(), Map.of());
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        if (form != null) {
            request.header("Content-Type", "application/x-www-form-urlencoded").POST(HttpRequest.BodyPublishers.ofString(form));
        }
        var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(cookie -> keep(to.getAuthority(), cookie));
        var location = answer.headers().firstValue("Location").map(to::resolve).orElse(null);
        if (location == null || answer.statusCode() / 100 != 3) {
            return new Page(to, answer.statusCode(), answer.body(), null);
        }
        return location.getScheme().startsWith("http") ? go(location, null, redirects + 1)
                : new Page(to, answer.statusCode(), answer.body(), location);
    }

    private void keep(String host, String line) {
        var pair = line.split(";", 2);
        var name = pair[0].substring(0, pair[0].indexOf('='));
        var value = pair[0].substring(name.length() + 1);
        var cookies = jar.computeIfAbsent(host, anew -> new LinkedHashMap<>());
        if (value.isEmpty() || line.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, value);
        }
    }
}
