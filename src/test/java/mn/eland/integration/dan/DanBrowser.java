package mn.eland.integration.dan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Somebody before the page of the sign-on: reads its form, chooses who he is, and comes back with what the browser is told. */
public final class DanBrowser {

    private final HttpClient http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** @return the parameters of the address that the browser is sent back to */
    public Map<String, String> signIn(URI address, String regnum) {
        return answer(address, Map.of("regnum", regnum, "loginType", "0", "allow", "yes"));
    }

    public Map<String, String> signInForOrganisation(URI address, String regnum, String organisation) {
        return answer(address, Map.of("regnum", regnum, "loginType", "1", "organisation", organisation, "allow", "yes"));
    }

    public Map<String, String> refuse(URI address) {
        return answer(address, Map.of("allow", "no"));
    }

    private Map<String, String> answer(URI address, Map<String, String> choice) {
        assertThat(get(address).statusCode()).isEqualTo(200);
        var asked = query(address.getRawQuery());
        var form = new LinkedHashMap<String, String>();
        for (var name : new String[] {"client_id", "redirect_uri", "scope", "state"}) {
            form.put(name, asked.get(name));
        }
        form.putAll(choice);
        var parts = new ArrayList<String>();
        form.forEach((name, value) -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
        var sent = send(HttpRequest.newBuilder(URI.create(address.toString().split("\\?")[0])).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", parts))).build());
        assertThat(sent.statusCode()).isEqualTo(302);
        var back = URI.create(sent.headers().firstValue("Location").orElseThrow());
        assertThat(back.toString()).startsWith(asked.get("redirect_uri"));
        return query(back.getRawQuery());
    }

    public HttpResponse<String> get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> query(String raw) {
        var fields = new HashMap<String, String>();
        for (var pair : raw.split("&")) {
            var parts = pair.split("=", 2);
            fields.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }
}
