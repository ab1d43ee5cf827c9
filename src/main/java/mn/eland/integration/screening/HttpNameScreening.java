package mn.eland.integration.screening;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.identity.spi.NameScreening;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.Json;
import org.springframework.stereotype.Component;

/** Asks the service that searches lists. An answer that cannot be read is no answer: it must not pass for "nobody found". */
@Component
class HttpNameScreening implements NameScreening {

    private final ScreeningProperties properties;
    private final HttpCalls http;

    HttpNameScreening(ScreeningProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public List<Hit> screen(Subject subject) {
        var asked = new LinkedHashMap<String, String>();
        asked.put("name", subject.name());
        asked.put("birthDate", subject.born() == null ? null : subject.born().toString());
        asked.put("country", subject.country());
        try {
            var reply = http.call("POST", URI.create(properties.baseUrl() + "/v1/search"),
                    Map.of("Authorization", "Bearer " + properties.apiKey(), "Content-Type", "application/json"), Json.write(asked));
            var hits = Json.read(reply.body()).path("hits");
            if (!reply.isOk() || !hits.isArray()) {
                throw new Unavailable("the search in lists answered " + reply.status(), null);
            }
            var found = new ArrayList<Hit>();
            hits.forEach(hit -> found.add(hit(hit)));
            return found;
        } catch (NoAnswer e) {
            throw new Unavailable("the search in lists did not answer", e);
        }
    }

    /** What is neither word of ours is treated as the graver one. */
    private static Hit hit(JsonNode hit) {
        return new Hit("PEP".equals(Json.text(hit, "type")) ? Kind.PEP : Kind.SANCTIONS, Json.text(hit, "list"), Json.text(hit, "name"),
                hit.path("score").asDouble(1));
    }
}
