package mn.eland.integration.qpay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Base64;
import mn.eland.Simulators;
import mn.eland.integration.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** The simulator against the published field names and oddities. */
@IntegrationTest
class QPayProtocolTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String INVOICE = """
            {"invoice_code":"ELAND_INVOICE","sender_invoice_no":"P-1","invoice_receiver_code":"terminal",
             "invoice_description":"Барьцаа","amount":1500,"callback_url":"http://localhost:1/x"}""";

    @Autowired Simulators simulators;
    @Value("${eland.integration.qpay.base-url}") String base;

    @Test
    void aTokenEndsAtAMomentAndNotAfterADuration() throws Exception {
        var token = send("POST", "/auth/token", basic("sandbox"), null);

        assertThat(token.body().get("expires_in").asLong()).isGreaterThan(Instant.now().getEpochSecond());
        assertThat(token.body().get("not-before-policy").isTextual()).isTrue();
        assertThat(token.body().get("access_token").asText()).hasSizeBetween(270, 400);
        var refreshed = send("POST", "/auth/refresh", "Bearer " + token.body().get("refresh_token").asText(), null);
        assertThat(refreshed.body().has("access_token")).isTrue();
        assertThat(send("POST", "/auth/token", basic("wrong"), null).body().get("error").asText()).isEqualTo("AUTHENTICATION_FAILED");
    }

    @Test
    void withoutATokenThereAreTwoSpellingsOfTheSameError() throws Exception {
        var none = send("POST", "/invoice", null, INVOICE);
        var wrong = send("POST", "/invoice", "Bearer nonsense", INVOICE);

        assertThat(none.status()).isEqualTo(401);
        assertThat(none.body().get("error").asText()).isEqualTo("NO_CREDENTIALS");
        assertThat(wrong.body().get("error").asText()).isEqualTo("NO_CREDENDIALS");
    }

    @Test
    void theInvoiceMixesTextsAndNumbersAsTheRealOneDoes() throws Exception {
        var made = send("POST", "/invoice", bearer(), INVOICE).body();

        assertThat(made.fieldNames()).toIterable().containsExactly("invoice_id", "qr_text", "qr_image", "qPay_shortUrl", "urls");
        var read = send("GET", "/invoice/" + made.get("invoice_id").asText(), bearer(), null).body();
        assertThat(read.get("invoice_status").asText()).isEqualTo("OPEN");
        assertThat(read.get("invoice_description").asText()).isEqualTo("Барьцаа");
        assertThat(read.get("total_amount").isTextual()).isTrue();
        assertThat(read.get("total_amount").asText()).isEqualTo("1500.00");
        assertThat(read.get("gross_amount").isNumber()).isTrue();
        assertThat(read.get("expiry_date").asText()).endsWith("Z");
        assertThat(read.get("lines").get(0).get("line_unit_price").isTextual()).isTrue();
    }

    @Test
    void theChecksumClosesTheCode() throws Exception {
        var text = send("POST", "/invoice", bearer(), INVOICE).body().get("qr_text").asText();

        var head = text.substring(0, text.length() - 4);
        assertThat(head).endsWith("6304");
        int crc = 0xFFFF;
        for (char each : head.toCharArray()) {
            crc ^= each << 8;
            for (int i = 0; i < 8; i++) {
                crc = ((crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1) & 0xFFFF;
            }
        }
        assertThat(text.substring(text.length() - 4)).isEqualTo("%04X".formatted(crc));
    }

    @Test
    void thePaidAmountIsAbsentUntilPaidAndTheRowsHaveTexts() throws Exception {
        var id = send("POST", "/invoice", bearer(), INVOICE).body().get("invoice_id").asText();
        var check = "{\"object_type\":\"INVOICE\",\"object_id\":\"" + id + "\",\"offset\":{\"page_number\":1,\"page_limit\":100}}";

        var unpaid = send("POST", "/payment/check", bearer(), check).body();
        assertThat(unpaid).isEqualTo(JSON.readTree("{\"count\":0,\"rows\":[]}"));

        var payment = simulators.payInvoice(id, 1500);
        var paid = send("POST", "/payment/check", bearer(), check).body();
        assertThat(paid.get("count")).isIn(IntNode.valueOf(1), LongNode.valueOf(1));
        assertThat(paid.get("paid_amount").isNumber()).isTrue();
        assertThat(paid.get("rows").get(0).get("payment_amount").asText()).isEqualTo("1500.00");
        assertThat(paid.get("rows").get(0).get("payment_status").asText()).isEqualTo("PAID");
        assertThat(paid.get("rows").get(0).get("p2p_transactions").get(0).get("settlement_status").asText()).isEqualTo("SETTLED");
        assertThat(send("GET", "/payment/" + payment, bearer(), null).body().get("object_id").asText()).isEqualTo(id);
        assertThat(send("DELETE", "/payment/refund/" + payment, bearer(), "{\"note\":\"x\"}").body().get("error").asText())
                .isEqualTo("PAYMENT_SETTLED");
        assertThat(send("DELETE", "/invoice/" + id, bearer(), null).body().get("error").asText()).isEqualTo("INVOICE_PAID");
    }

    @Test
    void aWrongPageIsAnErrorPerField() throws Exception {
        var id = send("POST", "/invoice", bearer(), INVOICE).body().get("invoice_id").asText();
        var check = "{\"object_type\":\"INVOICE\",\"object_id\":\"" + id + "\",\"offset\":{\"page_number\":1,\"page_limit\":0}}";

        var answer = send("POST", "/payment/check", bearer(), check);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body().at("/error/page_limit/type").asText()).isEqualTo("MIN_NUMBER");
    }

    @Test
    void secretsAndPicturesAreNotInTheLog() throws Exception {
        send("POST", "/invoice", bearer(), INVOICE);

        assertThat(simulators.exchanges("qpay")).allSatisfy(row -> {
            assertThat(row.path("response").asText()).doesNotContainPattern("\"access_token\":\"[A-Za-z]");
            assertThat(row.path("response").asText().length()).isLessThan(20_001);
        });
    }

    private String bearer() throws Exception {
        return "Bearer " + send("POST", "/auth/token", basic("sandbox"), null).body().get("access_token").asText();
    }

    private static String basic(String password) {
        return "Basic " + Base64.getEncoder().encodeToString(("ELAND:" + password).getBytes());
    }

    private record Reply(int status, JsonNode body) {
    }

    private Reply send(String method, String path, String authorization, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json").method(method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        var answer = HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Reply(answer.statusCode(), JSON.readTree(answer.body()));
    }
}
