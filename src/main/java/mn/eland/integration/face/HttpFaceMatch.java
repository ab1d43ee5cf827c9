package mn.eland.integration.face;

import java.net.URI;
import java.util.Base64;
import java.util.Map;
import mn.eland.identity.spi.FaceMatch;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.Json;
import org.springframework.stereotype.Component;

/** Asks the service that compares faces. The pictures are not kept there. */
@Component
class HttpFaceMatch implements FaceMatch {

    private static final int NO_FACE = 422;

    private final FaceProperties properties;
    private final HttpCalls http;

    HttpFaceMatch(FaceProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public double likeness(byte[] card, byte[] taken) {
        var pictures = Map.of("image1", Base64.getEncoder().encodeToString(card), "image2", Base64.getEncoder().encodeToString(taken));
        try {
            var reply = http.call("POST", URI.create(properties.baseUrl() + "/v1/compare"),
                    Map.of("Authorization", "Bearer " + properties.apiKey(), "Content-Type", "application/json"), Json.write(pictures));
            if (reply.status() == NO_FACE) {
                return 0;
            }
            var similarity = Json.read(reply.body()).path("similarity");
            if (!reply.isOk() || !similarity.isNumber()) {
                throw new Unavailable("the comparison of faces answered " + reply.status(), null);
            }
            return Math.max(0, Math.min(1, similarity.asDouble()));
        } catch (NoAnswer e) {
            throw new Unavailable("the comparison of faces did not answer", e);
        }
    }
}
