package mn.eland.integration.qpay;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.http.Json;
import mn.eland.integration.qpay.QPayClient.Answer;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.PaymentGateway;
import org.springframework.stereotype.Component;

/** Invoices and payments by the QPay merchant interface. Only rows the gateway calls {@code PAID} count. */
@Component
class QPayPaymentGateway implements PaymentGateway {

    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int PAGE = 100;
    private static final int LONGEST_DESCRIPTION = 255;
    private static final String UNKNOWN_PAYER = "terminal";
    private static final String WITH_VAT = "1";

    private final QPayClient client;
    private final QPayProperties properties;

    QPayPaymentGateway(QPayClient client, QPayProperties properties) {
        this.client = client;
        this.properties = properties;
    }

    @Override
    public Invoice createInvoice(String senderInvoiceNo, long amountTugrug, String description, String callbackUrl, Instant expiresAt) {
        var asked = order(properties.invoiceCode(), senderInvoiceNo, description, callbackUrl, expiresAt);
        asked.put("amount", amountTugrug);
        return made(asked);
    }

    @Override
    public Invoice createServiceInvoice(String senderInvoiceNo, Service service, String callbackUrl, Instant expiresAt) {
        var asked = order(properties.ebarimtInvoiceCode(), senderInvoiceNo, service.description(), callbackUrl, expiresAt);
        asked.put("tax_type", WITH_VAT);
        asked.put("district_code", properties.districtCode());
        asked.put("lines", List.of(Map.of("line_description", cut(service.description()), "line_quantity", "1.00", "line_unit_price",
                service.grossTugrug() + ".00", "classification_code", properties.classificationCode(), "taxes",
                List.of(Map.of("tax_code", "VAT", "description", "НӨАТ", "amount", service.vatTugrug() + ".00")))));
        return made(asked);
    }

    private static Map<String, Object> order(String code, String senderInvoiceNo, String description, String callbackUrl, Instant expiresAt) {
        var asked = new LinkedHashMap<String, Object>();
        asked.put("invoice_code", code);
        asked.put("sender_invoice_no", senderInvoiceNo);
        asked.put("invoice_receiver_code", UNKNOWN_PAYER);
        asked.put("invoice_description", cut(description));
        asked.put("allow_partial", false);
        asked.put("allow_exceed", false);
        asked.put("callback_url", callbackUrl);
        if (expiresAt != null) {
            asked.put("enable_expiry", true);
            asked.put("expiry_date", EXPIRY.format(LocalDateTime.ofInstant(expiresAt, ElandClock.ULAANBAATAR)));
        }
        return asked;
    }

    private Invoice made(Map<String, Object> asked) {
        var body = good("create an invoice", client.call("POST", "/invoice", asked)).body();
        var links = new ArrayList<Link>();
        body.path("urls").forEach(url -> links.add(new Link(url.path("name").asText(), url.path("description").asText(),
                url.path("logo").asText(), url.path("link").asText())));
        return new Invoice(body.path("invoice_id").asText(), body.path("qr_text").asText(), body.path("qr_image").asText(),
                List.copyOf(links));
    }

    @Override
    public VatReceipt vatReceipt(String paymentId, boolean company, String receiver) {
        var body = good("make a VAT receipt", client.call("POST", "/ebarimt_v3/create", Map.of("payment_id", paymentId,
                "ebarimt_receiver_type", company ? "COMPANY" : "CITIZEN", "ebarimt_receiver", receiver,
                "district_code", properties.districtCode(), "classification_code", properties.classificationCode()))).body();
        var number = Json.text(body, "ebarimt_receipt_id");
        if (number == null || number.isBlank()) {
            throw new Unavailable("QPay made a VAT receipt without a number: " + Json.text(body, "ebarimt_status"), null);
        }
        var lottery = Json.text(body, "ebarimt_lottery");
        return new VatReceipt(number, Json.tugrug(body.path("amount")), Json.tugrug(body.path("vat_amount")),
                lottery == null || lottery.isBlank() ? null : lottery, Json.text(body, "ebarimt_qr_data"));
    }

    @Override
    public PaymentState check(String invoiceId) {
        var paid = new ArrayList<JsonNode>();
        for (int page = 1; ; page++) {
            var body = good("check a payment", client.call("POST", "/payment/check", asked(invoiceId, page))).body();
            body.path("rows").forEach(row -> {
                if ("PAID".equals(row.path("payment_status").asText())) {
                    paid.add(row);
                }
            });
            if ((long) page * PAGE >= Json.tugrug(body.path("count"))) {
                break;
            }
        }
        var payers = paid.isEmpty() ? Map.<String, String>of() : payers(invoiceId);
        var payments = paid.stream().map(row -> payment(row, payers)).toList();
        return new PaymentState(payments.stream().mapToLong(Payment::amountTugrug).sum(), payments);
    }

    /** Who paid stands only in the list of payments; without it the payment counts all the same. */
    private Map<String, String> payers(String invoiceId) {
        var payers = new HashMap<String, String>();
        try {
            client.call("POST", "/payment/list", asked(invoiceId, 1)).body().path("rows").forEach(row -> {
                var payer = Json.text(row, "paid_by");
                if (payer != null) {
                    payers.put(row.path("payment_id").asText(), payer);
                }
            });
        } catch (Unavailable e) {
            payers.clear();
        }
        return payers;
    }

    @Override
    public List<ListedPayment> paidOn(LocalDate day) {
        var listed = new ArrayList<ListedPayment>();
        for (int page = 1; ; page++) {
            var body = good("list payments", client.call("POST", "/payment/list", Map.of("object_type", "MERCHANT",
                    "object_id", properties.invoiceCode(), "start_date", day.toString(), "end_date", day.plusDays(1).toString(),
                    "offset", Map.of("page_number", page, "page_limit", PAGE)))).body();
            body.path("rows").forEach(row -> {
                var at = moment(Json.text(row, "payment_date"));
                if ("PAID".equals(row.path("payment_status").asText()) && at != null
                        && LocalDate.ofInstant(at, ElandClock.ULAANBAATAR).equals(day)) {
                    listed.add(new ListedPayment(row.path("payment_id").asText(), row.path("object_id").asText(),
                            Json.tugrug(row.path("payment_amount")), at));
                }
            });
            if ((long) page * PAGE >= Json.tugrug(body.path("count"))) {
                return List.copyOf(listed);
            }
        }
    }

    @Override
    public Optional<ListedPayment> payment(String paymentId) {
        var answer = client.call("GET", "/payment/" + URLEncoder.encode(paymentId, StandardCharsets.UTF_8), null);
        if (answer.errorCode().equals("PAYMENT_NOTFOUND")) {
            return Optional.empty();
        }
        var body = good("find a payment", answer).body();
        return "PAID".equals(body.path("payment_status").asText()) ? Optional.of(new ListedPayment(body.path("payment_id").asText(),
                body.path("object_id").asText(), Json.tugrug(body.path("payment_amount")), moment(Json.text(body, "payment_date")))) : Optional.empty();
    }

    private static Map<String, Object> asked(String invoiceId, int page) {
        return Map.of("object_type", "INVOICE", "object_id", invoiceId, "offset", Map.of("page_number", page, "page_limit", PAGE));
    }

    private static Payment payment(JsonNode row, Map<String, String> payers) {
        var id = row.path("payment_id").asText();
        return new Payment(id, Json.tugrug(row.path("payment_amount")), moment(Json.text(row, "payment_date")), payers.get(id), null);
    }

    /** The date is not in every answer of the gateway. */
    private static Instant moment(String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            try {
                return LocalDateTime.parse(text, EXPIRY).atZone(ElandClock.ULAANBAATAR).toInstant();
            } catch (DateTimeParseException other) {
                return null;
            }
        }
    }

    @Override
    public boolean cancel(String invoiceId) {
        var answer = client.call("DELETE", "/invoice/" + invoiceId, null);
        if (answer.errorCode().equals("INVOICE_PAID")) {
            return false;
        }
        if (answer.errorCode().equals("INVOICE_ALREADY_CANCELED")) {
            return true;
        }
        return good("cancel an invoice", answer).isOk();
    }

    private static Answer good(String what, Answer answer) {
        if (!answer.isOk()) {
            throw new Unavailable("QPay refused to " + what + ": " + answer.status() + " " + answer.errorCode(), null);
        }
        return answer;
    }

    private static String cut(String description) {
        return description.length() > LONGEST_DESCRIPTION ? description.substring(0, LONGEST_DESCRIPTION) : description;
    }
}
