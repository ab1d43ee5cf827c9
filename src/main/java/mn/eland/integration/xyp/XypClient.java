package mn.eland.integration.xyp;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.Xml;
import mn.eland.kernel.ElandClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * One call of the exchange. Codes 2, 801, 802, HTTP 5xx and time-outs are {@link XypUnavailable}, and the caller may ask
 * again; 1 is an empty answer; every other code is {@link XypRefused}, which asking again does not change.
 */
@Component
public class XypClient {

    private static final Logger LOG = LoggerFactory.getLogger(XypClient.class);
    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final Set<Integer> PASSING = Set.of(2, 801, 802);
    private static final int FOUND = 0;
    private static final int NO_RECORD = 1;
    private static final int DAN_APP = 5;

    private final XypProperties properties;
    private final XypSigner signer;
    private final HttpCalls http;
    private final ElandClock clock;

    XypClient(XypProperties properties, XypSigner signer, ElandClock clock) {
        this.properties = properties;
        this.signer = signer;
        this.http = new HttpCalls(properties.timeout());
        this.clock = clock;
    }

    /**
     * Asks.
     *
     * @param fields of the request after the approvals, in the order of the schema; null ones are left out
     * @return the {@code response} element, or null when the provider has no such record
     */
    public Element ask(String sector, String operation, Map<String, ?> fields) {
        var request = new LinkedHashMap<String, Object>();
        request.put("auth", Map.of("operator", operator()));
        request.putAll(fields);
        var space = "http://" + sector + ".xyp.gov.mn/";
        var body = "<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\" xmlns:tns=\"" + space + "\"><soap:Body><tns:" + operation + ">"
                + Xml.elements(Map.of("request", request)) + "</tns:" + operation + "></soap:Body></soap:Envelope>";
        var answer = Xml.parse(sent(sector, operation, body));
        var returned = Xml.child(Xml.firstChild(answer == null ? null : Xml.child(answer, "Body")), "return");
        if (returned == null) {
            throw new XypUnavailable("XYP answered " + operation + " with something unreadable", null);
        }
        return judged(operation, returned);
    }

    private Map<String, Object> operator() {
        var operator = new LinkedHashMap<String, Object>();
        operator.put("authType", DAN_APP);
        operator.put("otp", 0);
        operator.put("regnum", properties.operatorRegister());
        return operator;
    }

    private String sent(String sector, String operation, String body) {
        var timeStamp = Long.toString(clock.instant().getEpochSecond());
        try {
            var headers = Map.of("Content-Type", "text/xml; charset=utf-8", "SOAPAction", "\"\"", "accessToken", properties.accessToken(),
                    "timeStamp", timeStamp, "signature", signer.signature(timeStamp));
            var reply = http.call("POST", URI.create(properties.baseUrl() + "/" + sector + "-1.5.0/ws"), headers, body);
            if (!reply.isOk()) {
                throw new XypUnavailable("XYP answered " + operation + " with " + reply.status(), null);
            }
            return reply.body();
        } catch (HttpCalls.NoAnswer e) {
            throw new XypUnavailable("XYP did not answer " + operation, e);
        }
    }

    private static Element judged(String operation, Element returned) {
        var text = Xml.text(returned, "resultCode");
        int code = text == null || !text.matches("\\d+") ? 2 : Integer.parseInt(text);
        var message = Xml.text(returned, "resultMessage");
        LOG.debug("XYP {} {} answered {}", operation, Xml.text(returned, "requestId"), code);
        if (PASSING.contains(code)) {
            throw new XypUnavailable("XYP " + operation + ": " + code + " " + message, null);
        }
        if (code != FOUND && code != NO_RECORD) {
            throw new XypRefused(code, operation, message);
        }
        return code == NO_RECORD ? null : Xml.child(returned, "response");
    }

    /** No answer, or an error that passes. */
    public static final class XypUnavailable extends RuntimeException {
        XypUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /** An answer that stays the same however often it is asked: a wrong request, a missing approval, no permission. */
    public static final class XypRefused extends RuntimeException {
        private final int code;

        XypRefused(int code, String operation, String message) {
            super("XYP refused " + operation + ": " + code + " " + message);
            this.code = code;
        }

        public int code() {
            return code;
        }
    }
}
