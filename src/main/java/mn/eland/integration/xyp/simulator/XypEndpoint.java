package mn.eland.integration.xyp.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import mn.eland.integration.http.Xml;
import mn.eland.integration.stage.Behaviour;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Twist;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.w3c.dom.Element;

/**
 * The state's data exchange: SOAP 1.1, one address per sector. Business answers, refusals included, come with HTTP 200
 * and a result code; what is no call at all is a SOAP fault with HTTP 500.
 */
@SimulatedEndpoint
@RequestMapping("/xyp")
public class XypEndpoint {

    private static final String ENVELOPE = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final MediaType XML = new MediaType("text", "xml", StandardCharsets.UTF_8);
    private static final Pattern SERVICE = Pattern.compile("([A-Z]{2}\\d{5,6})_\\w+");
    private static final int APPROVAL_OF_CITIZEN_MISSING = 200;
    private static final int APPROVAL_OF_OPERATOR_MISSING = 201;

    /** One service of a sector. */
    interface Service {
        XypResult answer(XypRequest request, Twist twist);
    }

    private final Stage stage;
    private final XypClients clients;
    private final Map<String, Map<String, Service>> sectors = new LinkedHashMap<>();

    public XypEndpoint(Stage stage, XypClients clients, CitizenServices citizen, PropertyServices property, LandServices land,
                       NotaryServices notary, CompanyServices company) {
        this.stage = stage;
        this.clients = clients;
        var citizenSector = new LinkedHashMap<>(citizen.all());
        citizenSector.putAll(notary.all());
        var propertySector = new LinkedHashMap<>(property.all());
        propertySector.putAll(land.all());
        sectors.put("citizen", citizenSector);
        sectors.put("property", propertySector);
        sectors.put("legal-entity", company.all());
    }

    @GetMapping(path = "/{sector}-1.5.0/ws", params = "WSDL")
    ResponseEntity<?> wsdl(@PathVariable String sector) {
        Stage.named("WSDL");
        return sectors.containsKey(sector) ? xml(200, Wsdl.of(sector, sectors.get(sector).keySet())) : ResponseEntity.notFound().build();
    }

    @PostMapping("/{sector}-1.5.0/ws")
    ResponseEntity<?> call(@PathVariable String sector, @RequestBody String envelope,
                           @RequestHeader(name = "accessToken", required = false) String accessToken,
                           @RequestHeader(name = "timeStamp", required = false) String timeStamp,
                           @RequestHeader(name = "signature", required = false) String signature) {
        var services = sectors.getOrDefault(sector, Map.of());
        var root = Xml.parse(envelope);
        var operation = root == null || !ENVELOPE.equals(root.getNamespaceURI()) ? null : Xml.firstChild(Xml.child(root, "Body"));
        if (operation == null || !("http://" + sector + ".xyp.gov.mn/").equals(operation.getNamespaceURI())
                || !services.containsKey(operation.getLocalName())) {
            return fault(operation == null ? "Couldn't parse the message" : "No such operation: " + operation.getLocalName());
        }
        var name = operation.getLocalName();
        Function<Integer, ResponseEntity<?>> broken = status -> fault("Internal error");
        return stage.play("xyp", code(name), broken, twist -> {
            var request = new XypRequest(Xml.child(operation, "request"));
            var result = !clients.signed(accessToken, timeStamp, signature) ? XypResult.badRequest("accessToken, timeStamp, signature буруу байна")
                    : twist.behaviours().containsKey(Behaviour.RESULT_CODE) ? XypResult.of((int) twist.number(Behaviour.RESULT_CODE, 801))
                    : answered(services.get(name), request, twist);
            return xml(200, response(sector, name, operation, result));
        });
    }

    /** The approval of the firm's operator is needed for every service here, a citizen's only when switched on by code 200. */
    private static XypResult answered(Service service, XypRequest request, Twist twist) {
        if (request.element() == null) {
            return XypResult.badRequest("request байхгүй байна");
        }
        if (request.approvedBy("operator").isEmpty()) {
            return XypResult.of(request.approvedBy("citizen").isEmpty() ? APPROVAL_OF_CITIZEN_MISSING + 2 : APPROVAL_OF_OPERATOR_MISSING);
        }
        return service.answer(request, twist);
    }

    /** {@code WS100201} of {@code WS100201_getPropertyInfo}: what the switches and the log call it. */
    private static String code(String operation) {
        var match = SERVICE.matcher(operation);
        return match.matches() ? match.group(1) : operation;
    }

    private static String response(String sector, String name, Element operation, XypResult result) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("request", echoed(Xml.child(operation, "request")));
        answer.put("requestId", UUID.randomUUID().toString());
        answer.put("response", result.fields());
        answer.put("resultCode", result.code());
        answer.put("resultMessage", result.message());
        return "<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body><ns2:" + name + "Response xmlns:ns2=\"http://" + sector
                + ".xyp.gov.mn/\"><return>" + Xml.elements(answer) + "</return></ns2:" + name + "Response></soap:Body></soap:Envelope>";
    }

    /** The exchange repeats what it was asked, without the approvals. */
    private static Map<String, Object> echoed(Element request) {
        var echo = new LinkedHashMap<String, Object>();
        for (var field : List.of("civilId", "legalEntityNumber", "propertyNumber", "parcelId", "personId", "regnum")) {
            echo.put(field, request == null ? null : Xml.text(request, field));
        }
        return echo;
    }

    private static ResponseEntity<?> fault(String text) {
        return xml(500, "<soap:Envelope xmlns:soap=\"" + ENVELOPE + "\"><soap:Body><soap:Fault><faultcode>soap:Server</faultcode><faultstring>"
                + Xml.escaped(text) + "</faultstring></soap:Fault></soap:Body></soap:Envelope>");
    }

    private static ResponseEntity<?> xml(int status, String text) {
        return ResponseEntity.status(status).contentType(XML).body(text);
    }
}
