package mn.eland.integration.sms;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import mn.eland.integration.http.Json;
import mn.eland.notification.spi.TextMessages;
import org.springframework.stereotype.Component;

/** Hands text messages to the operator. */
@Component
class MessageProTexts implements TextMessages {

    private static final String SUCCESS = "SUCCESS";

    private final SmsProperties properties;
    private final HttpCalls http;

    MessageProTexts(SmsProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public void send(String phone, String text) {
        var address = URI.create(properties.baseUrl() + "/send?from=" + encoded(properties.sender()) + "&to=" + encoded(phone) + "&text=" + encoded(text));
        try {
            var reply = http.call("GET", address, Map.of("x-api-key", properties.apiKey(), "Accept", "application/json"), null);
            if (!reply.isOk()) {
                throw new NotTaken("the operator answered " + reply.status(), reply.status() >= 500, null);
            }
            var answer = Json.read(reply.body()).path(0);
            if (!SUCCESS.equals(Json.text(answer, "Result"))) {
                throw new NotTaken("the operator refused: " + Json.text(answer, "Reason"), false, null);
            }
        } catch (NoAnswer e) {
            throw new NotTaken(e.getMessage(), true, e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
