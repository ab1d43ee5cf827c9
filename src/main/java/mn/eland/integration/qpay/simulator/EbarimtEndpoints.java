package mn.eland.integration.qpay.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.integration.qpay.simulator.EbarimtBooks.Barimt;
import mn.eland.integration.qpay.simulator.QPayBooks.Invoice;
import mn.eland.integration.qpay.simulator.QPayBooks.Payment;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * VAT receipts of payments. Asked twice for one payment it gives the receipt it has; what the real gateway does then is
 * published nowhere.
 */
@SimulatedEndpoint
@RequestMapping("/qpay/v2/ebarimt_v3")
public class EbarimtEndpoints {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CITIZEN = "CITIZEN";
    private static final String MERCHANT_TIN = "37900846788";

    private final Stage stage;
    private final QPayBooks books;
    private final EbarimtBooks receipts;
    private final QPayAccess access;

    public EbarimtEndpoints(Stage stage, QPayBooks books, EbarimtBooks receipts, QPayAccess access) {
        this.stage = stage;
        this.books = books;
        this.receipts = receipts;
        this.access = access;
    }

    @PostMapping("/create")
    ResponseEntity<?> create(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("qpay", "createEbarimt", twist -> {
            access.require(bearer);
            checked(asked);
            var payment = books.payment(asked.path("payment_id").asText()).orElseThrow(QPayErrors::noPayment);
            if (!payment.status().equals("PAID")) {
                throw QPayErrors.of(400, "PAYMENT_NOT_PAID", "Төлбөр төлөгдөөгүй байна");
            }
            var invoice = books.invoice(payment.invoiceId()).orElseThrow(QPayErrors::noInvoice);
            if (!access.makesReceipts(invoice.code())) {
                throw QPayErrors.of(400, "EBARIMT_NOT_REGISTERED", "И-баримтад бүртгэгдээгүй нэхэмжлэх байна");
            }
            var barimt = receipts.standing(payment.id()).orElseGet(() -> receipts.add(payment.id(), asked, stage.clock().instant()));
            return shown(barimt, payment, invoice);
        });
    }

    private static void checked(JsonNode asked) {
        for (var field : List.of("payment_id", "ebarimt_receiver_type")) {
            if (asked.path(field).asText("").isBlank()) {
                throw QPayErrors.field(field, "REQUIRED", field + " is required");
            }
        }
        var type = asked.path("ebarimt_receiver_type").asText();
        if (!List.of(CITIZEN, "COMPANY").contains(type)) {
            throw QPayErrors.field("ebarimt_receiver_type", "ENUM", "ebarimt_receiver_type must be CITIZEN or COMPANY");
        }
        var receiver = asked.path("ebarimt_receiver").asText("");
        if (!(type.equals(CITIZEN) ? receiver.matches("(\\d{8})?") : receiver.matches("\\d{7}"))) {
            throw QPayErrors.field("ebarimt_receiver", "PATTERN", "ebarimt_receiver is a number of 8 digits, or the register of a company");
        }
        if (!asked.path("district_code").asText("").matches("\\d{4}")) {
            throw QPayErrors.field("district_code", "PATTERN", "district_code must be 4 digits");
        }
    }

    /** The lottery number is a citizen's only. */
    private static Map<String, Object> shown(Barimt barimt, Payment payment, Invoice invoice) {
        var lines = lines(invoice);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", barimt.id().toString());
        answer.put("g_payment_id", payment.id());
        answer.put("ebarimt_receiver_type", barimt.receiverType());
        answer.put("ebarimt_receiver", barimt.receiver());
        answer.put("ebarimt_district_code", barimt.district());
        answer.put("amount", payment.amount().toPlainString());
        answer.put("vat_amount", TaxedLines.tax(lines, "VAT").toPlainString());
        answer.put("city_tax_amount", TaxedLines.tax(lines, "CITY_TAX").toPlainString());
        answer.put("ebarimt_qr_data", barimt.qrData());
        answer.put("ebarimt_lottery", barimt.receiverType().equals(CITIZEN) ? barimt.lottery() : "");
        answer.put("ebarimt_receipt_id", barimt.receiptId());
        answer.put("ebarimt_status", "SUCCESS");
        answer.put("barimt_status", "REGISTERED");
        answer.put("barimt_status_date", iso(barimt.at()));
        answer.put("merchant_tin", MERCHANT_TIN);
        answer.put("merchant_register_no", "6543210");
        answer.put("tax_type", "1");
        answer.put("created_date", iso(barimt.at()));
        answer.put("barimt_items", lines);
        answer.put("barimt_histories", List.of());
        return answer;
    }

    @DeleteMapping("/{payment}")
    ResponseEntity<?> cancel(@RequestHeader(name = "Authorization", required = false) String bearer, @PathVariable String payment) {
        return stage.play("qpay", "cancelEbarimt", twist -> {
            access.require(bearer);
            if (!receipts.cancel(payment)) {
                throw QPayErrors.of(422, "BARIMT_NOT_FOUND", "Баримт олдсонгүй");
            }
            return Map.of();
        });
    }

    private static JsonNode lines(Invoice invoice) {
        try {
            return JSON.readTree(invoice.lines());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String iso(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }
}
