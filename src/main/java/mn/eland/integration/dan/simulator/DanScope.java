package mn.eland.integration.dan.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import mn.eland.integration.http.Json;

/** What a service asks to read: base64 of a JSON list of services and their descriptions. */
final class DanScope {

    private DanScope() {
    }

    /** @param wsdl where it is described */
    public record Wanted(String service, String wsdl) {
    }

    /** Empty when it is no scope. */
    static List<Wanted> services(String scope) {
        var wanted = new ArrayList<Wanted>();
        try {
            for (var entry : Json.read(new String(Base64.getDecoder().decode(scope), StandardCharsets.UTF_8))) {
                entry.path("services").forEach(service -> wanted.add(new Wanted(service.asText(), entry.path("wsdl").asText())));
            }
        } catch (IllegalArgumentException noBase64) {
            return List.of();
        }
        return wanted;
    }
}
