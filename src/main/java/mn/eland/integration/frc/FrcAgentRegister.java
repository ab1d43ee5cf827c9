package mn.eland.integration.frc;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mn.eland.identity.spi.AgentRegister;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.Json;
import org.springframework.stereotype.Component;

/** Looks licences up. */
@Component
class FrcAgentRegister implements AgentRegister {

    private static final int NOT_FOUND = 404;
    private static final String IN_FORCE = "ACTIVE";

    private final FrcProperties properties;
    private final HttpCalls http;

    FrcAgentRegister(FrcProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public Optional<Licence> licence(String number) {
        try {
            var address = URI.create(properties.baseUrl() + "/licences/" + URLEncoder.encode(number, StandardCharsets.UTF_8));
            var reply = http.call("GET", address, Map.of("Authorization", "Bearer " + properties.apiKey(), "Accept", "application/json"), null);
            if (reply.status() == NOT_FOUND) {
                return Optional.empty();
            }
            if (!reply.isOk()) {
                throw new Unavailable("the register of agents answered " + reply.status(), null);
            }
            return Optional.of(licence(Json.read(reply.body())));
        } catch (NoAnswer | DateTimeException e) {
            throw new Unavailable(e.getMessage(), e);
        }
    }

    private static Licence licence(JsonNode answer) {
        var until = Json.text(answer, "validUntil");
        var from = Json.text(answer, "validFrom");
        if (from == null || until == null || Json.text(answer, "licenceNo") == null) {
            throw new Unavailable("the register of agents answered without number and term", null);
        }
        return new Licence(Json.text(answer, "licenceNo"), Json.text(answer, "holderRegister"), LocalDate.parse(from), LocalDate.parse(until),
                !IN_FORCE.equals(Json.text(answer, "state")));
    }
}
