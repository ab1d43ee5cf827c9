package mn.eland.integration.khan.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.integration.khan.simulator.BankBooks.Account;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Twist;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Transfers of the corporate gateway. Nothing is idempotent here: the same {@code transferid} twice is two transfers, as
 * with the real bank. An answer without {@code journalNo} means that nothing was booked.
 */
@SimulatedEndpoint
@RequestMapping("/khan/v1/transfer")
public class TransferEndpoints {

    private static final String LOGIN_NAME = "eland";
    private static final String TRANSACTION_PASSWORD = "sandbox";

    private final Stage stage;
    private final BankBooks books;
    private final Teller teller;
    private final KhanAccess access;

    public TransferEndpoints(Stage stage, BankBooks books, Teller teller, KhanAccess access) {
        this.stage = stage;
        this.books = books;
        this.teller = teller;
        this.access = access;
    }

    @PostMapping("/domestic")
    ResponseEntity<?> domestic(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("khan", "transferDomestic", twist -> {
            access.require(bearer);
            var from = checked(asked, List.of("fromAccount", "toAccount", "toCurrency", "currency", "description", "transferid"));
            var to = books.account(asked.path("toAccount").asText()).filter(account -> account.bankCode().equals("050000"));
            var amount = amount(asked, twist);
            if (to.isEmpty() || from.balance().compareTo(amount) < 0) {
                return notBooked(asked, to.isEmpty());
            }
            return booked(asked, teller.payInside(from, to.get(), amount, asked.path("description").asText(), asked.path("transferid").asText()));
        });
    }

    @PostMapping("/interbank")
    ResponseEntity<?> interbank(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody JsonNode asked) {
        return stage.play("khan", "transferInterbank", twist -> {
            access.require(bearer);
            var from = checked(asked, List.of("fromAccount", "toAccount", "toCurrency", "currency", "description", "transferid",
                    "toAccountName", "toBank"));
            var toBank = asked.path("toBank").asText();
            if (!toBank.matches("\\d{6}")) {
                throw KhanAccess.refused(400, "INVALID_BANK", "Банкны код 6 оронтой байна");
            }
            var to = books.account(asked.path("toAccount").asText()).filter(account -> account.bankCode().equals(toBank));
            var amount = amount(asked, twist);
            if (to.isEmpty() || from.balance().compareTo(amount) < 0) {
                return notBooked(asked, to.isEmpty());
            }
            return booked(asked, teller.payOutside(from, to.get(), amount, asked.path("toAccountName").asText(),
                    asked.path("description").asText(), asked.path("transferid").asText()));
        });
    }

    private Account checked(JsonNode asked, List<String> required) {
        if (!LOGIN_NAME.equals(asked.path("loginName").asText()) || !TRANSACTION_PASSWORD.equals(asked.path("tranPassword").asText())) {
            throw KhanAccess.refused(400, "INVALID_TRAN_PASSWORD", "Гүйлгээний нууц үг буруу байна");
        }
        for (var field : required) {
            if (asked.path(field).asText("").isBlank()) {
                throw KhanAccess.refused(400, "REQUIRED", field);
            }
        }
        if (!asked.path("amount").isNumber() || asked.path("amount").decimalValue().signum() <= 0) {
            throw KhanAccess.refused(400, "INVALID_AMOUNT", "Дүн буруу байна");
        }
        var from = books.account(asked.path("fromAccount").asText()).filter(Account::client)
                .orElseThrow(() -> KhanAccess.refused(400, "ACCOUNT_NOT_FOUND", "Шилжүүлэх данс олдсонгүй"));
        return books.locked(from.iban());
    }

    private static BigDecimal amount(JsonNode asked, Twist twist) {
        return twist.lie().map(BigDecimal::new).orElseGet(() -> asked.path("amount").decimalValue());
    }

    private Map<String, Object> booked(JsonNode asked, long journal) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("uuid", UUID.randomUUID().toString());
        answer.put("journalNo", Long.toString(journal));
        answer.put("systemDate", teller.now().toLocalDate().toString());
        answer.put("transferid", asked.path("transferid").asText());
        return answer;
    }

    private Map<String, Object> notBooked(JsonNode asked, boolean noAccount) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("uuid", UUID.randomUUID().toString());
        answer.put("systemDate", teller.now().toLocalDate().toString());
        answer.put("transferid", asked.path("transferid").asText());
        answer.put("code", noAccount ? "ACCOUNT_NOT_FOUND" : "INSUFFICIENT_BALANCE");
        answer.put("message", noAccount ? "Хүлээн авах данс олдсонгүй" : "Үлдэгдэл хүрэлцэхгүй байна");
        return answer;
    }
}
