package mn.eland.integration.qpay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.integration.qpay.simulator.QPayBooks.Invoice;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Invoices of the merchant interface, version 2. */
@SimulatedEndpoint
@RequestMapping("/qpay/v2/invoice")
public class InvoiceEndpoints {

    private static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");
    private static final DateTimeFormatter DATE_TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final BigDecimal LARGEST = new BigDecimal("100000000000");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Stage stage;
    private final QPayBooks books;
    private final QPayAccess access;

    public InvoiceEndpoints(Stage stage, QPayBooks books, QPayAccess access) {
        this.stage = stage;
        this.books = books;
        this.access = access;
    }

    @PostMapping
    ResponseEntity<?> create(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("qpay", "createInvoice", twist -> {
            access.require(bearer);
            var invoice = invoice(asked, twist.lie().map(BigDecimal::new).orElse(null));
            books.add(invoice);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("invoice_id", invoice.id().toString());
            answer.put("qr_text", invoice.qrText());
            answer.put("qr_image", QrCode.picture(invoice.qrText()));
            answer.put("qPay_shortUrl", "https://s.qpay.mn/" + invoice.shortCode());
            answer.put("urls", Wallets.links(invoice.qrText()));
            return answer;
        });
    }

    private Invoice invoice(JsonNode asked, BigDecimal lie) {
        for (var field : List.of("invoice_code", "sender_invoice_no", "invoice_receiver_code", "invoice_description", "callback_url")) {
            if (asked.path(field).asText("").isBlank()) {
                throw QPayErrors.field(field, "REQUIRED", field + " is required");
            }
        }
        if (!access.ownsInvoiceCode(asked.path("invoice_code").asText())) {
            throw QPayErrors.of(400, "INVOICE_CODE_INVALID", "Нэхэмжлэхийн код буруу байна");
        }
        var amount = lie != null ? lie : amount(asked);
        if (amount.signum() <= 0) {
            throw QPayErrors.of(400, "MIN_AMOUNT_ERR", "Дүн хэт бага байна");
        }
        if (amount.compareTo(LARGEST) > 0) {
            throw QPayErrors.of(400, "MAX_AMOUNT_ERR", "Дүн хэт их байна");
        }
        amount = amount.setScale(2, RoundingMode.HALF_UP);
        var id = UUID.randomUUID();
        var now = stage.clock().instant();
        var expires = asked.path("enable_expiry").asBoolean(false) ? expiry(asked) : null;
        var bill = id.toString().replace("-", "").substring(0, 20);
        return new Invoice(id, asked.path("invoice_code").asText(), asked.path("sender_invoice_no").asText(),
                text(asked, "sender_branch_code"), asked.path("invoice_receiver_code").asText(),
                asked.path("invoice_description").asText(), amount, asked.path("callback_url").asText(), "OPEN",
                expires != null, expires != null ? expires : now.plus(365, ChronoUnit.DAYS), text(asked, "invoice_due_date"),
                asked.path("allow_partial").asBoolean(false), decimal(asked, "minimum_amount"),
                asked.path("allow_exceed").asBoolean(false), decimal(asked, "maximum_amount"), text(asked, "note"),
                lines(asked, amount), QrCode.payload("ELAND", bill, amount), bill.substring(0, 12), now);
    }

    private BigDecimal amount(JsonNode asked) {
        if (access.makesReceipts(asked.path("invoice_code").asText())) {
            return TaxedLines.sum(asked);
        }
        if (!asked.path("amount").isNumber()) {
            throw QPayErrors.field("amount", "NUMBER", "amount must be a number");
        }
        return asked.path("amount").decimalValue();
    }

    private static java.time.Instant expiry(JsonNode asked) {
        try {
            return LocalDateTime.parse(asked.path("expiry_date").asText(""), DATE_TIME).atZone(ULAANBAATAR).toInstant();
        } catch (DateTimeParseException e) {
            throw QPayErrors.field("expiry_date", "DATE_FORMAT", "expiry_date must be YYYY-MM-DD HH:mm:ss");
        }
    }

    /** One line is made from the description when none was sent; its numbers are texts. */
    private static String lines(JsonNode asked, BigDecimal amount) {
        if (asked.path("lines").isArray() && !asked.path("lines").isEmpty()) {
            return asked.path("lines").toString();
        }
        ObjectNode line = JSON.createObjectNode().putNull("tax_product_code")
                .put("line_description", asked.path("invoice_description").asText()).put("line_quantity", "1.00")
                .put("line_unit_price", amount.toPlainString()).put("note", "");
        line.putArray("discounts");
        line.putArray("surcharges");
        line.putArray("taxes");
        return JSON.createArrayNode().add(line).toString();
    }

    @GetMapping("/{id}")
    ResponseEntity<?> get(@RequestHeader(name = "Authorization", required = false) String bearer, @PathVariable String id) {
        return stage.play("qpay", "getInvoice", twist -> {
            access.require(bearer);
            return shown(books.invoice(uuid(id)).orElseThrow(QPayErrors::noInvoice));
        });
    }

    private static Map<String, Object> shown(Invoice invoice) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("invoice_id", invoice.id().toString());
        answer.put("invoice_status", invoice.status());
        answer.put("sender_invoice_no", invoice.senderInvoiceNo());
        answer.put("sender_branch_code", invoice.branchCode());
        answer.put("invoice_description", invoice.description());
        answer.put("invoice_due_date", invoice.dueDate());
        answer.put("enable_expiry", invoice.enableExpiry());
        answer.put("expiry_date", DateTimeFormatter.ISO_INSTANT.format(invoice.expiryDate().truncatedTo(ChronoUnit.MILLIS)));
        answer.put("allow_partial", invoice.allowPartial());
        answer.put("minimum_amount", invoice.minimum().toPlainString());
        answer.put("allow_exceed", invoice.allowExceed());
        answer.put("maximum_amount", invoice.maximum().toPlainString());
        answer.put("total_amount", invoice.amount().toPlainString());
        answer.put("gross_amount", invoice.amount().stripTrailingZeros());
        answer.put("tax_amount", TaxedLines.tax(tree(invoice.lines()), "VAT"));
        answer.put("surcharge_amount", 0);
        answer.put("discount_amount", 0);
        answer.put("callback_url", invoice.callbackUrl());
        answer.put("note", invoice.note());
        answer.put("lines", tree(invoice.lines()));
        answer.put("transactions", new ArrayList<>());
        answer.put("inputs", new ArrayList<>());
        return answer;
    }

    @DeleteMapping("/{id}")
    ResponseEntity<?> cancel(@RequestHeader(name = "Authorization", required = false) String bearer, @PathVariable String id) {
        return stage.play("qpay", "cancelInvoice", twist -> {
            access.require(bearer);
            var invoice = books.locked(uuid(id)).orElseThrow(QPayErrors::noInvoice);
            if (invoice.status().equals("CANCELED")) {
                throw QPayErrors.of(400, "INVOICE_ALREADY_CANCELED", "Нэхэмжлэх цуцлагдсан байна");
            }
            if (!books.payments(invoice.id()).isEmpty()) {
                throw QPayErrors.of(400, "INVOICE_PAID", "Нэхэмжлэх төлөгдсөн байна");
            }
            books.status(invoice.id(), "CANCELED");
            return Map.of();
        });
    }

    static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw QPayErrors.noInvoice();
        }
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(JsonNode asked, String field) {
        return asked.path(field).isValueNode() && !asked.path(field).isNull() ? asked.path(field).asText() : null;
    }

    private static BigDecimal decimal(JsonNode asked, String field) {
        return asked.path(field).isNumber() ? asked.path(field).decimalValue().setScale(2, RoundingMode.HALF_UP) : new BigDecimal("0.00");
    }
}
