package mn.eland.integration.notary;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.Json;
import mn.eland.integration.http.Xml;
import mn.eland.integration.xyp.XypClient;
import mn.eland.integration.xyp.XypClient.XypUnavailable;
import mn.eland.kernel.ElandClock;
import mn.eland.notarization.spi.NotaryRegister;
import org.springframework.stereotype.Component;

/**
 * Enters a deed by the data exchange and reads its code from the register of deeds. Notary, book date and book number
 * are the entry, so entering it again is harmless.
 */
@Component
class XypNotaryRegister implements NotaryRegister {

    private static final int REAL_ESTATE_CONTRACT = 1;
    private static final int CERTIFIED = 1;
    private static final int VOIDED = 2;
    private static final int NOT_FOUND = 404;

    private final XypClient xyp;
    private final NotaryProperties properties;
    private final HttpCalls http;
    private final ElandClock clock;

    XypNotaryRegister(XypClient xyp, NotaryProperties properties, ElandClock clock) {
        this.xyp = xyp;
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
        this.clock = clock;
    }

    @Override
    public String submit(String key, Entry entry) {
        try {
            var answer = xyp.ask("citizen", "WS101105_insertNotaryInfo", fields(entry));
            if (!"true".equals(Xml.text(answer, "success"))) {
                throw new Unavailable("the notary register did not take entry " + key, null);
            }
        } catch (XypUnavailable e) {
            throw new Unavailable(e.getMessage(), e);
        }
        return code(entry);
    }

    /** In the order of the schema, which is that of the alphabet. */
    private Map<String, Object> fields(Entry entry) {
        var today = clock.today().toString();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("bookDate", entry.bookDate().toString());
        fields.put("bookNumber", entry.bookNumber());
        fields.put("createEmpCode", entry.notaryNo());
        fields.put("createdDate", today);
        fields.put("employeeCode", entry.notaryNo());
        fields.put("firstName", entry.givenName());
        fields.put("lastName", entry.parentName() == null || entry.parentName().isBlank() ? "-" : entry.parentName());
        fields.put("propertyNumber", entry.propertyNumber().replace("-", ""));
        fields.put("regnum", entry.registerNumber());
        fields.put("serviceId", REAL_ESTATE_CONTRACT);
        fields.put("serviceName", entry.serviceName());
        fields.put("status", entry.voided() ? VOIDED : CERTIFIED);
        fields.put("statusDate", today);
        fields.put("statusEmpId", entry.notaryNo());
        fields.put("statusName", entry.voided() ? "Хүчингүй" : "Хүчинтэй");
        return fields;
    }

    private String code(Entry entry) {
        var query = "?employeeCode=" + encoded(entry.notaryNo()) + "&bookDate=" + entry.bookDate() + "&bookNumber=" + encoded(entry.bookNumber());
        try {
            var reply = http.call("GET", URI.create(properties.baseUrl() + "/acts" + query),
                    Map.of("Authorization", "Bearer " + properties.apiKey(), "Accept", "application/json"), null);
            var code = reply.isOk() ? Json.text(Json.read(reply.body()), "code") : null;
            if (code == null) {
                throw new Unavailable(reply.status() == NOT_FOUND ? "the notary register does not show the entry yet"
                        : "the notary register answered " + reply.status(), null);
            }
            return code;
        } catch (HttpCalls.NoAnswer e) {
            throw new Unavailable("the notary register did not answer", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
