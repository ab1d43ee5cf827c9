package mn.eland.integration.registry;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.Reply;
import mn.eland.integration.http.Json;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.RegistryUnavailable;
import org.springframework.stereotype.Component;

/** Files applications over HTTP; the key makes a repeated application the first one. */
@Component
class RegistryFilingOffice implements FilingOffice {

    private static final int ALREADY_DECIDED = 409;

    private final RegistryProperties properties;
    private final HttpCalls http;

    RegistryFilingOffice(RegistryProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public String file(String key, Application application) {
        var body = new LinkedHashMap<String, Object>();
        body.put("registryNo", application.registryNo());
        body.put("certificateNo", application.certificateNo());
        body.put("sellerRegisterNumber", application.sellerRegisterNumber());
        body.put("buyerRegisterNumber", application.buyerRegisterNumber());
        body.put("buyerParentName", application.buyerParentName());
        body.put("buyerGivenName", application.buyerGivenName());
        body.put("priceMnt", application.priceTugrug());
        body.put("notaryNumber", application.notaryNumber());
        body.put("contractSha256", application.contractSha256());
        body.put("taxReceiptNo", application.taxReceiptNo());
        body.put("feeReceiptNo", application.feeReceiptNo());
        body.put("urgent", application.urgent());
        var answer = Json.read(good(call("POST", "/applications", body, key)).body());
        var number = Json.text(answer, "filingNo");
        if (number == null) {
            throw new RegistryUnavailable("the registry answered without a filing number", null);
        }
        return number;
    }

    @Override
    public Status status(String filingNo) {
        var answer = Json.read(good(call("GET", "/applications/" + encoded(filingNo), null, null)).body());
        var state = switch (String.valueOf(Json.text(answer, "state"))) {
            case "PENDING" -> Status.State.PENDING;
            case "REGISTERED" -> Status.State.REGISTERED;
            case "REFUSED" -> Status.State.REFUSED;
            case "WITHDRAWN" -> Status.State.WITHDRAWN;
            default -> throw new RegistryUnavailable("the registry answered with an unknown state", null);
        };
        var certificate = Json.text(answer, "newCertificateNo");
        if (state == Status.State.REGISTERED && certificate == null) {
            throw new IllegalStateException("the registry says that " + filingNo + " is registered, but names no new certificate");
        }
        return new Status(state, Json.text(answer, "ground"), Json.text(answer, "reason"), certificate);
    }

    /** The counter only says that it has decided, not what: that is asked. */
    @Override
    public Status withdraw(String filingNo, String reason) {
        var reply = call("POST", "/applications/" + encoded(filingNo) + "/withdrawal", Map.of("reason", reason == null ? "" : reason), null);
        if (reply.status() == ALREADY_DECIDED) {
            var decision = status(filingNo);
            if (decision.state() == Status.State.PENDING) {
                throw new RegistryUnavailable("the registry says that " + filingNo + " is decided and is not", null);
            }
            return decision;
        }
        good(reply);
        return new Status(Status.State.WITHDRAWN, null, reason, null);
    }

    private Reply call(String method, String path, Map<String, ?> body, String key) {
        var headers = new HashMap<String, String>(Map.of("Authorization", "Bearer " + properties.apiKey(), "Accept", "application/json"));
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        if (key != null) {
            headers.put("Idempotency-Key", key);
        }
        try {
            return http.call(method, URI.create(properties.baseUrl() + path), headers, body == null ? null : Json.write(body));
        } catch (HttpCalls.NoAnswer e) {
            throw new RegistryUnavailable("the registry did not answer", e);
        }
    }

    /** A refusal of the counter itself (not of the registrar) is an error of ours that asking again does not change. */
    private static Reply good(Reply reply) {
        if (reply.status() >= 500) {
            throw new RegistryUnavailable("the registry answered " + reply.status(), null);
        }
        if (!reply.isOk()) {
            throw new IllegalStateException("the registry refused: " + reply.status() + " " + Json.text(Json.read(reply.body()), "error"));
        }
        return reply;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
