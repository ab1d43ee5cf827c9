package mn.eland.integration.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;

/** JSON as outside systems really send it: amounts as text or number, keys that are sometimes not there. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    public static String write(Object fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A missing node when the text is no JSON, such as a proxy's error page. */
    public static JsonNode read(String text) {
        try {
            return text == null || text.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    /** Text or null: absent, null and empty are the same. */
    public static String text(JsonNode node, String key) {
        var value = node.path(key).asText("");
        return value.isBlank() || "null".equals(value) ? null : value;
    }

    /** Zero when absent or not a number. */
    public static BigDecimal amount(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue();
        }
        var text = value.asText("").trim().replace(",", "").replace(" ", "");
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /** Whole tögrög; a fraction, which no system uses, is cut and never rounded up. */
    public static long tugrug(JsonNode value) {
        return amount(value).longValue();
    }
}
