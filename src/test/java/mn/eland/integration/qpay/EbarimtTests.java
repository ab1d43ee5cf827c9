package mn.eland.integration.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.payment.spi.PaymentGateway.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Invoices with a VAT receipt and the receipts themselves: the adapter, and the simulator against the published fields. */
@IntegrationTest
class EbarimtTests {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CALLBACK = "http://localhost:1/callback";
    private static final String INVOICE = """
            {"invoice_code":"ELAND_EBARIMT","sender_invoice_no":"E-1","invoice_receiver_code":"terminal","invoice_description":"Зуучийн хөлс",
             "callback_url":"http://localhost:1/x","tax_type":"1","district_code":"0101","lines":[{"tax_product_code":"","line_description":"Зууч",
             "barcode":"","line_quantity":"2.00","line_unit_price":"550.00","note":"","classification_code":"7222100",
             "taxes":[{"tax_code":"VAT","description":"НӨАТ","amount":"100.0000","note":""}]}]}""";

    @Autowired PaymentGateway gateway;
    @Autowired Simulators simulators;
    @Value("${eland.integration.qpay.base-url}") String base;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
    }

    @Test
    void aFeeThatWasPaidGetsItsReceiptOnce() {
        var invoice = gateway.createServiceInvoice("E-10", new Service("ELAND E-10", 9_405_000, 855_000), CALLBACK, null);
        assertThat(invoice.qrText()).contains("54109405000.00");
        var payment = simulators.payInvoice(invoice.id(), 9_405_000);

        var receipt = gateway.vatReceipt(payment, false, "55000001");

        assertThat(receipt.number()).matches("\\d{33}");
        assertThat(receipt.lottery()).matches("[A-Z]{2} \\d{8}");
        assertThat(receipt.qrData()).matches("\\d{60}");
        assertThat(receipt.amountTugrug()).isEqualTo(9_405_000);
        assertThat(receipt.vatTugrug()).isEqualTo(855_000);
        assertThat(gateway.vatReceipt(payment, false, "55000001")).isEqualTo(receipt);
    }

    @Test
    void aCompanyGetsNoLottery() {
        var invoice = gateway.createServiceInvoice("E-11", new Service("ELAND E-11", 1_100, 100), CALLBACK, null);
        var payment = simulators.payInvoice(invoice.id(), 1_100);

        assertThat(gateway.vatReceipt(payment, true, "9900011").lottery()).isNull();
    }

    @Test
    void anOrdinaryPaymentIsNotRegisteredWithTheTaxOffice() {
        var invoice = gateway.createInvoice("E-12", 500, "x", CALLBACK, null);
        var payment = simulators.payInvoice(invoice.id(), 500);

        assertThatThrownBy(() -> gateway.vatReceipt(payment, false, "")).isInstanceOf(PaymentGateway.Unavailable.class)
                .hasMessageContaining("EBARIMT_NOT_REGISTERED");
        assertThatThrownBy(() -> gateway.vatReceipt("0", false, "")).hasMessageContaining("PAYMENT_NOTFOUND");
    }

    @Test
    void aBusySystemAndASilentOneMayBeAskedAgain() {
        var invoice = gateway.createServiceInvoice("E-13", new Service("ELAND E-13", 1_100, 100), CALLBACK, null);
        var payment = simulators.payInvoice(invoice.id(), 1_100);

        simulators.switchOnOnce("qpay", "createEbarimt", Behaviour.ERROR);
        assertThatThrownBy(() -> gateway.vatReceipt(payment, false, "55000001")).isInstanceOf(PaymentGateway.Unavailable.class);
        simulators.switchOnOnce("qpay", "createEbarimt", Behaviour.TIMEOUT_AFTER);
        assertThatThrownBy(() -> gateway.vatReceipt(payment, false, "55000001")).isInstanceOf(PaymentGateway.Unavailable.class);

        assertThat(gateway.vatReceipt(payment, false, "55000001").number()).isNotBlank();
    }

    @Test
    void theAnswerHasThePublishedFieldsAndIsCancelledByThePayment() throws Exception {
        var id = send("POST", "/invoice", INVOICE).get("invoice_id").asText();
        var read = send("GET", "/invoice/" + id, null);
        assertThat(read.get("total_amount").asText()).isEqualTo("1100.00");
        assertThat(read.get("tax_amount").decimalValue()).isEqualByComparingTo("100");
        var payment = simulators.payInvoice(id, 1_100);
        var order = "{\"payment_id\":\"" + payment + "\",\"ebarimt_receiver_type\":\"CITIZEN\",\"ebarimt_receiver\":\"55000001\",\"district_code\":\"0101\",\"classification_code\":\"7222100\"}";

        var made = send("POST", "/ebarimt_v3/create", order);

        assertThat(made.fieldNames()).toIterable().contains("id", "g_payment_id", "ebarimt_receiver_type", "ebarimt_receiver",
                "ebarimt_district_code", "amount", "vat_amount", "city_tax_amount", "ebarimt_qr_data", "ebarimt_lottery",
                "ebarimt_receipt_id", "ebarimt_status", "barimt_status", "barimt_status_date", "merchant_tin", "merchant_register_no",
                "tax_type", "created_date", "barimt_items", "barimt_histories");
        assertThat(made.get("vat_amount").asText()).isEqualTo("100.00");
        assertThat(send("DELETE", "/ebarimt_v3/" + payment, null).isEmpty()).isTrue();
        assertThat(send("DELETE", "/ebarimt_v3/" + payment, null).get("error").asText()).isEqualTo("BARIMT_NOT_FOUND");
        assertThat(simulators.exchanges("qpay")).noneSatisfy(row -> assertThat(row.path("response").asText())
                .contains(made.get("ebarimt_lottery").asText()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"tax_type\":\"1\"|\"tax_type\":\"9\"|tax_type",
            "\"district_code\":\"0101\"|\"district_code\":\"1\"|district_code",
            "\"line_quantity\":\"2.00\"|\"line_quantity\":2|line_quantity",
            "7222100|72|classification_code",
            "\"tax_type\":\"1\"|\"tax_type\":\"3\"|TAX_PRODUCT_CODE_REQUIRED",
            "\"taxes\":[{|\"other\":[{|TAX_LINE_REQUIRED",
            "\"lines\":[{|\"other\":[{|INVOICE_LINE_REQUIRED"})
    void aWrongLineIsNamed(String right, String wrong, String error) throws Exception {
        assertThat(INVOICE).contains(right);

        assertThat(send("POST", "/invoice", INVOICE.replace(right, wrong)).get("error").toString()).contains(error);
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + path)).header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token())
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        return JSON.readTree(HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    private String token() throws IOException, InterruptedException {
        var basic = Base64.getEncoder().encodeToString("ELAND:sandbox".getBytes());
        var request = HttpRequest.newBuilder(URI.create(base + "/auth/token")).header("Authorization", "Basic " + basic)
                .POST(HttpRequest.BodyPublishers.noBody()).build();
        return JSON.readTree(HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body()).get("access_token").asText();
    }
}
