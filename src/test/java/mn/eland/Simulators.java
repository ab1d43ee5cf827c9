package mn.eland;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;

/**
 * Plays the other side in tests: the person with the bank app, the bank, the registrar, the one who breaks things. Talks
 * to the running simulators over HTTP. {@link ElandTest} provides it as a bean.
 */
public class Simulators {

    /** Names of the behaviours that {@link #switchOn} takes. */
    public enum Behaviour {
        SLOW, ERROR, TIMEOUT_BEFORE, TIMEOUT_AFTER, LIE, RESULT_CODE, DUPLICATE_CALLBACK, EARLY_CALLBACK, FORGED_CALLBACK, NO_CALLBACK
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    public Simulators(@Value("${eland.simulators.port}") int port) {
        this.base = "http://localhost:" + port;
    }

    /** The payer scans the code and pays; a wallet refuses what is cancelled, expired or paid. @return the payment's number */
    public String payInvoice(String invoiceId, long amount) {
        return pay(invoiceId, amount, false);
    }

    /** Pays also when a wallet would refuse: a second time, too late, after cancellation. */
    public String payInvoiceAnyway(String invoiceId, long amount) {
        return pay(invoiceId, amount, true);
    }

    private String pay(String invoiceId, long amount, boolean anyway) {
        return post("/simulators/qpay/invoices/" + invoiceId + "/payments", Map.of("amount", amount, "anyway", anyway))
                .path("paymentId").asText();
    }

    /** A callback without a payment. */
    public void forgeCallback(String invoiceId) {
        post("/simulators/qpay/invoices/" + invoiceId + "/forged-callbacks", Map.of());
    }

    /** Money arrives on the escrow account. @param reference what the sender wrote. @return the bank's journal number */
    public long transferIn(String reference, long amount, String fromIban, String fromName) {
        return post("/simulators/khan/incoming", Map.of("amount", amount, "description", reference, "fromIban", fromIban,
                "fromName", fromName)).path("journal").asLong();
    }

    /** Money sent to a number out of the range of the escrow account. */
    public void transferInTo(String virtualIban, String text, long amount, String fromIban) {
        post("/simulators/khan/incoming", Map.of("amount", amount, "description", text, "fromIban", fromIban, "toIban", virtualIban));
    }

    /** The bank takes an entry of the escrow account back. */
    public void correctEntry(long record) {
        post("/simulators/khan/corrections/" + record, Map.of());
    }

    /** So that the name check finds it. */
    public void openAccount(String iban, String name) {
        post("/simulators/khan/accounts", Map.of("iban", iban, "name", name));
    }

    /** A shop of the operator gives out another card for a number. */
    public void changeCard(String phone) {
        post("/simulators/texts/card", Map.of("phone", phone));
    }

    /** The registrar enters the buyer as owner. */
    public void registrarRegisters(String filingNo) {
        post("/simulators/registry/applications/" + filingNo + "/registration", Map.of());
    }

    public void registrarRefusesFor(String ground, String filingNo, String reason) {
        post("/simulators/registry/applications/" + filingNo + "/refusal", Map.of("ground", ground, "reason", reason));
    }

    public void registrarRefuses(String filingNo, String reason) {
        post("/simulators/registry/applications/" + filingNo + "/refusal", Map.of("reason", reason));
    }

    /** A bank's mortgage of 100 million is entered into the title. */
    public void addMortgage(String registryNo) {
        enter(registryNo, "Барьцааны гэрээ бүртгэх", "Голомт банк", 100_000_000L);
    }

    public void releaseMortgage(String registryNo) {
        post(burdens(registryNo) + "/ended", Map.of("serviceName", "Барьцааны гэрээ бүртгэх"));
    }

    /** A bailiff's arrest is entered into the title. */
    public void addArrest(String registryNo) {
        enter(registryNo, "Хөрөнгө битүүмжлэх тэмдэглэл хийх", "Шүүхийн шийдвэр гүйцэтгэх газар", null);
    }

    /** Any entry in the register's own words. */
    public void enter(String registryNo, String serviceName, String otherParty, Long contractPrice) {
        var order = new HashMap<String, Object>(Map.of("serviceName", serviceName, "otherParty", otherParty));
        order.put("contractPrice", contractPrice);
        post(burdens(registryNo), order);
    }

    private static String burdens(String registryNo) {
        return "/xyp/control/titles/" + encoded(registryNo) + "/burdens";
    }

    /** Loads titles, {@code registryNo, certificateNo, areaM2, fullAddress, owners, …}; known ones stay as they are. */
    public int loadTitles(List<Map<String, ?>> titles) {
        return call("POST", "/xyp/control/titles", titles).path("loaded").asInt();
    }

    public void marry(String husband, String wife, java.time.LocalDate since) {
        post("/xyp/control/marriages", Map.of("husband", husband, "wife", wife, "since", since.toString()));
    }

    public void die(String registerNumber) {
        call("POST", "/xyp/control/deaths?regnum=" + encoded(registerNumber), null);
    }

    public void divorce(String registerNumber) {
        call("POST", "/xyp/control/divorces?regnum=" + encoded(registerNumber), null);
    }

    /** @param operation its name in the log, or {@code *}; @param times null until {@link #allSwitchesOff} */
    public void switchOn(String system, String operation, Behaviour behaviour, String value, Integer times) {
        var order = new HashMap<String, Object>(Map.of("system", system, "operation", operation, "behaviour", behaviour));
        order.put("value", value);
        order.put("times", times);
        post("/simulators/switches", order);
    }

    /** For the next call only. */
    public void switchOnOnce(String system, String operation, Behaviour behaviour) {
        switchOn(system, operation, behaviour, null, 1);
    }

    public void allSwitchesOff() {
        call("DELETE", "/simulators/switches", null);
    }

    /** How many calls are made to wait just now. */
    public int held() {
        return call("GET", "/simulators/held", null).path("held").asInt();
    }

    /** All calls go on that are made to wait just now. */
    public void letHeldGo() {
        call("DELETE", "/simulators/held", null);
    }

    /** Mails that ELAND sent to this address, newest first: {@code subject, text, html, …}. */
    public List<JsonNode> mails(String to) {
        return mails(to, 0, 200);
    }

    /** Those that came after the mail of this number, newest first. */
    public List<JsonNode> mails(String to, long after) {
        return mails(to, after, 200);
    }

    /** Number of the newest mail to this address; 0 when there is none. */
    public long newestMail(String to) {
        return mails(to, 0, 1).stream().mapToLong(mail -> mail.path("id").asLong()).findFirst().orElse(0);
    }

    private List<JsonNode> mails(String to, long after, int limit) {
        var rows = new java.util.ArrayList<JsonNode>();
        call("GET", "/simulators/mails?to=" + encoded(to) + "&after=" + after + "&limit=" + limit, null).forEach(rows::add);
        return rows;
    }

    /** What was asked of a system, newest first. */
    public List<JsonNode> exchanges(String system) {
        var rows = new java.util.ArrayList<JsonNode>();
        call("GET", "/simulators/exchanges?system=" + system, null).forEach(rows::add);
        return rows;
    }

    public JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, body);
    }

    /** Calls the simulator server; an {@link IllegalStateException} with the answer when it is not 2xx. */
    public JsonNode call(String method, String path, Object body) {
        try {
            var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                    .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(JSON.writeValueAsString(body)));
            var answer = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body().isBlank() ? JSON.nullNode() : JSON.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    protected static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
