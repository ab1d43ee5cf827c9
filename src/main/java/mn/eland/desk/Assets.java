package mn.eland.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Addresses of the bundled styles and scripts; each name carries the hash of its content, so browsers may keep it for a year. */
@Component("assets")
class Assets {

    private final Map<String, String> addresses;

    Assets(ObjectMapper json) throws IOException {
        var found = new HashMap<String, String>();
        try (var file = new ClassPathResource("static/assets/manifest.json").getInputStream()) {
            JsonNode files = json.readTree(file).path("files");
            files.fields().forEachRemaining(entry -> found.put(entry.getKey(), entry.getValue().asText()));
        }
        addresses = Map.copyOf(found);
    }

    /** For templates: {@code ${#assets.of("portal.css")}}. */
    public String of(String name) {
        var address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("the web build made no " + name);
        }
        return address;
    }
}
