package mn.eland.integration.qpay.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.integration.qpay.simulator.QPayBooks.Payment;
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

/** Payments of the merchant interface: what was paid on an invoice, and taking it back. */
@SimulatedEndpoint
@RequestMapping("/qpay/v2/payment")
public class PaymentEndpoints {

    private static final int LIST_LIMIT = 1000;

    private final Stage stage;
    private final QPayBooks books;
    private final QPayAccess access;

    public PaymentEndpoints(Stage stage, QPayBooks books, QPayAccess access) {
        this.stage = stage;
        this.books = books;
        this.access = access;
    }

    @PostMapping("/check")
    ResponseEntity<?> check(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("qpay", "checkPayment", twist -> {
            access.require(bearer);
            var page = Page.of(asked);
            var visible = visible(payments(asked, List.of("INVOICE", "QR")));
            return rows(page, visible, twist.lie().map(BigDecimal::new).orElse(null), this::checkRow);
        });
    }

    @PostMapping("/list")
    ResponseEntity<?> list(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("qpay", "listPayments", twist -> {
            access.require(bearer);
            var page = Page.of(asked);
            return rows(page, visible(payments(asked, List.of("MERCHANT", "INVOICE", "QR"))), null, this::listRow);
        });
    }

    /** The key {@code paid_amount} is not there when nothing was paid. */
    private static Map<String, Object> rows(Page page, List<Payment> all, BigDecimal lie,
                                            java.util.function.BiFunction<Payment, BigDecimal, Map<String, Object>> row) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("count", all.size());
        if (!all.isEmpty()) {
            answer.put("paid_amount", lie != null ? lie : all.stream().filter(one -> one.status().equals("PAID")).map(Payment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add).stripTrailingZeros());
        }
        answer.put("rows", page.cut(all).stream().map(one -> row.apply(one, lie == null ? one.amount() : lie)).toList());
        return answer;
    }

    private Map<String, Object> checkRow(Payment payment, BigDecimal amount) {
        var row = new LinkedHashMap<String, Object>();
        row.put("payment_id", payment.id());
        row.put("payment_status", payment.status());
        row.put("payment_amount", amount.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString());
        row.put("trx_fee", "0.00");
        row.put("payment_currency", "MNT");
        row.put("payment_wallet", payment.wallet());
        row.put("payment_type", payment.type());
        row.put("payment_date", iso(payment.paidAt()));
        row.put("next_payment_date", null);
        row.put("next_payment_datetime", null);
        putTransactions(row, payment, amount);
        return row;
    }

    private Map<String, Object> listRow(Payment payment, BigDecimal amount) {
        var row = new LinkedHashMap<String, Object>();
        row.put("payment_id", payment.id());
        row.put("payment_date", iso(payment.paidAt()));
        row.put("payment_status", payment.status());
        row.put("payment_fee", "0.00");
        row.put("payment_amount", payment.amount().toPlainString());
        row.put("payment_currency", "MNT");
        row.put("payment_wallet", payment.wallet());
        row.put("payment_name", "");
        row.put("payment_description", "");
        row.put("qr_code", "");
        row.put("paid_by", payment.paidBy());
        row.put("object_type", "INVOICE");
        row.put("object_id", payment.invoiceId().toString());
        return row;
    }

    @GetMapping({"/{id}", "/get/{id}"})
    ResponseEntity<?> get(@RequestHeader(name = "Authorization", required = false) String bearer, @PathVariable String id) {
        return stage.play("qpay", "getPayment", twist -> {
            access.require(bearer);
            var payment = books.payment(id).filter(this::isVisible).orElseThrow(QPayErrors::noPayment);
            var answer = new LinkedHashMap<String, Object>();
            answer.put("payment_id", payment.id());
            answer.put("payment_status", payment.status());
            answer.put("payment_fee", "0.00");
            answer.put("payment_amount", payment.amount().toPlainString());
            answer.put("payment_currency", "MNT");
            answer.put("payment_date", iso(payment.paidAt()));
            answer.put("payment_wallet", payment.wallet());
            answer.put("object_type", "INVOICE");
            answer.put("object_id", payment.invoiceId().toString());
            answer.put("next_payment_date", null);
            answer.put("next_payment_datetime", null);
            answer.put("transaction_type", payment.type());
            putTransactions(answer, payment, payment.amount());
            return answer;
        });
    }

    @DeleteMapping({"/cancel/{id}", "/refund/{id}"})
    ResponseEntity<?> takeBack(@RequestHeader(name = "Authorization", required = false) String bearer, @PathVariable String id) {
        return stage.play("qpay", "refundPayment", twist -> {
            access.require(bearer);
            var payment = books.payment(id).filter(this::isVisible).orElseThrow(QPayErrors::noPayment);
            if (payment.type().equals("P2P")) {
                throw QPayErrors.of(400, "PAYMENT_SETTLED", "Төлбөрийн тооцоо хийгдсэн байна");
            }
            if (!payment.status().equals("PAID")) {
                throw QPayErrors.of(400, "PAYMENT_ALREADY_CANCELED", "Төлбөр буцаагдсан байна");
            }
            books.paymentStatus(id, "REFUNDED");
            return Map.of();
        });
    }

    private List<Payment> payments(JsonNode asked, List<String> types) {
        var type = asked.path("object_type").asText("");
        var id = asked.path("object_id").asText("");
        if (!types.contains(type)) {
            throw QPayErrors.of(400, "INVALID_OBJECT_TYPE", "object_type буруу байна");
        }
        if (type.equals("MERCHANT")) {
            return books.allPayments(LIST_LIMIT);
        }
        UUID invoice = type.equals("QR")
                ? books.byQr(id).orElseThrow(() -> QPayErrors.of(404, "QRCODE_NOTFOUND", "QR код олдсонгүй")).id()
                : books.invoice(InvoiceEndpoints.uuid(id)).orElseThrow(QPayErrors::noInvoice).id();
        return books.payments(invoice);
    }

    private List<Payment> visible(List<Payment> payments) {
        return payments.stream().filter(this::isVisible).toList();
    }

    private boolean isVisible(Payment payment) {
        return !payment.visibleAt().isAfter(stage.clock().instant());
    }

    private static void putTransactions(Map<String, Object> row, Payment payment, BigDecimal amount) {
        boolean card = payment.type().equals("CARD");
        var one = new LinkedHashMap<String, Object>();
        if (card) {
            one.put("card_merchant_code", "ELAND");
            one.put("card_terminal_code", "00000001");
            one.put("card_number", "9495****0001");
            one.put("card_type", "UNIONPAY");
            one.put("is_cross_border", false);
            one.put("date", iso(payment.paidAt()));
        } else {
            one.put("id", payment.id());
            one.put("transaction_bank_code", payment.bankCode());
            one.put("account_bank_code", "050000");
            one.put("account_bank_name", "Хаан банк");
            one.put("account_number", "9999****0001");
        }
        one.put("status", "SUCCESS");
        one.put("amount", amount.setScale(2, java.math.RoundingMode.HALF_UP).toPlainString());
        one.put("currency", "MNT");
        one.put("settlement_status", card ? "PENDING" : "SETTLED");
        row.put("card_transactions", card ? List.of(one) : new ArrayList<>());
        row.put("p2p_transactions", card ? new ArrayList<>() : List.of(one));
    }

    private static String iso(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant.truncatedTo(ChronoUnit.MILLIS));
    }

    /** One page of a list; both numbers start at one. */
    private record Page(int number, int limit) {

        static Page of(JsonNode asked) {
            int number = asked.path("offset").path("page_number").asInt(1);
            int limit = asked.path("offset").path("page_limit").asInt(100);
            if (number < 1) {
                throw QPayErrors.field("page_number", "MIN_NUMBER", "page_number must be at least 1");
            }
            if (limit < 1) {
                throw QPayErrors.field("page_limit", "MIN_NUMBER", "page_limit must be at least 1");
            }
            return new Page(number, limit);
        }

        List<Payment> cut(List<Payment> all) {
            return all.stream().skip((long) (number - 1) * limit).limit(limit).toList();
        }
    }
}
