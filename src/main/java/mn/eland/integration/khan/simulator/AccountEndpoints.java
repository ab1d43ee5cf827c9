package mn.eland.integration.khan.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.integration.khan.simulator.BankBooks.Account;
import mn.eland.integration.khan.simulator.BankBooks.Entry;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, names and statements of the corporate gateway. */
@SimulatedEndpoint
@RequestMapping("/khan/v1")
public class AccountEndpoints {

    private static final String AUTHORIZATION = "Authorization";

    private final Stage stage;
    private final BankBooks books;
    private final KhanAccess access;

    public AccountEndpoints(Stage stage, BankBooks books, KhanAccess access) {
        this.stage = stage;
        this.books = books;
        this.access = access;
    }

    @GetMapping("/accounts")
    ResponseEntity<?> accounts(@RequestHeader(name = AUTHORIZATION, required = false) String bearer) {
        return stage.play("khan", "accounts", twist -> {
            access.require(bearer);
            return Map.of("accounts", books.clientAccounts().stream().map(AccountEndpoints::shown).toList());
        });
    }

    @GetMapping({"/accounts/{account}", "/accounts/{account}/", "/accounts/{account}/balance"})
    ResponseEntity<?> account(@RequestHeader(name = AUTHORIZATION, required = false) String bearer, @PathVariable String account) {
        return stage.play("khan", "account", twist -> {
            access.require(bearer);
            var own = own(account);
            var answer = shown(own);
            answer.put("balance", twist.lie().map(BigDecimal::new).orElse(own.balance()));
            return answer;
        });
    }

    /** The bank's own spelling of "available". */
    private static Map<String, Object> shown(Account account) {
        var row = new LinkedHashMap<String, Object>();
        row.put("number", account.number());
        row.put("iban", account.iban());
        row.put("name", account.name());
        row.put("currency", "MNT");
        row.put("avalaibleBalance", account.balance());
        return row;
    }

    /** Works for any bank; an account that is not there has neither {@code iban} nor {@code name}. */
    @GetMapping("/accounts/cam")
    ResponseEntity<?> nameCheck(@RequestHeader(name = AUTHORIZATION, required = false) String bearer,
                                @RequestParam(required = false) String iban, @RequestParam(required = false) String acct,
                                @RequestParam(name = "bank_code", required = false) String bankCode) {
        return stage.play("khan", "nameCheck", twist -> {
            access.require(bearer);
            Optional<Account> found = iban != null ? books.account(iban).or(() -> books.behind(iban)) : books.account(acct, padded(bankCode));
            var answer = new LinkedHashMap<String, Object>();
            found.ifPresent(account -> {
                answer.put("iban", iban != null ? iban : account.iban());
                answer.put("name", twist.lie().orElse(account.name()));
                answer.put("bankCode", account.bankCode());
                answer.put("currency", "MNT");
            });
            return answer;
        });
    }

    private static String padded(String bankCode) {
        return bankCode != null && bankCode.length() == 2 ? bankCode + "0000" : bankCode;
    }

    @GetMapping("/statements/{account}")
    ResponseEntity<?> statement(@RequestHeader(name = AUTHORIZATION, required = false) String bearer, @PathVariable String account,
                                @RequestParam String from, @RequestParam String to) {
        return stage.play("khan", "statement", twist -> {
            access.require(bearer);
            var own = own(account);
            return statement(own, books.between(own.iban(), date(from), date(to)));
        });
    }

    @GetMapping("/statements/{account}/record")
    ResponseEntity<?> statementAfter(@RequestHeader(name = AUTHORIZATION, required = false) String bearer,
                                     @PathVariable String account, @RequestParam long record) {
        return stage.play("khan", "statementAfter", twist -> {
            access.require(bearer);
            var own = own(account);
            return statement(own, books.after(own.iban(), record));
        });
    }

    /** Whether the nightly statement has to be used instead; here only when a switch says so. */
    @GetMapping("/statements/corporate/state")
    ResponseEntity<?> night(@RequestHeader(name = AUTHORIZATION, required = false) String bearer) {
        return stage.play("khan", "nightStatement", twist -> {
            access.require(bearer);
            return Boolean.parseBoolean(twist.lie().orElse("false"));
        });
    }

    /** The statement while the bank closes its day. */
    @GetMapping("/statements/corporate/{account}")
    ResponseEntity<?> statementAtNight(@RequestHeader(name = AUTHORIZATION, required = false) String bearer, @PathVariable String account,
                                       @RequestParam String from, @RequestParam String to) {
        return stage.play("khan", "statementAtNight", twist -> {
            access.require(bearer);
            var own = own(account);
            return statement(own, books.between(own.iban(), date(from), date(to)));
        });
    }

    /** Open to everybody. */
    @GetMapping("/rates")
    ResponseEntity<?> rates() {
        return stage.play("khan", "rates", twist -> List.of(rate("USD", "АНУ доллар", "3552.00", "3568.00"),
                rate("EUR", "Евро", "4088.00", "4145.00"), rate("CNY", "Юань", "499.00", "506.50"), rate("RUB", "Рубль", "44.10", "45.60")));
    }

    private static Map<String, Object> rate(String currency, String name, String buy, String sell) {
        return Map.of("currency", currency, "name", name, "buyRate", new BigDecimal(buy), "sellRate", new BigDecimal(sell));
    }

    private static Map<String, Object> statement(Account account, List<Entry> entries) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("account", account.number());
        answer.put("iban", account.iban());
        answer.put("currency", "MNT");
        answer.put("customerName", account.name());
        answer.put("transactions", entries.stream().map(AccountEndpoints::line).toList());
        return answer;
    }

    private static Map<String, Object> line(Entry entry) {
        var row = new LinkedHashMap<String, Object>();
        row.put("record", entry.record());
        row.put("tranDate", entry.tranDate().toString());
        row.put("postDate", entry.postDate().toString());
        row.put("time", entry.time());
        row.put("branch", "5000");
        row.put("teller", "CGW");
        row.put("journal", entry.journal());
        row.put("code", entry.code());
        row.put("amount", entry.amount());
        row.put("balance", entry.balance());
        row.put("debit", entry.amount().signum() < 0 ? entry.amount().negate() : 0);
        row.put("correction", entry.correction());
        row.put("description", entry.description());
        row.put("relatedAccount", entry.relatedAccount());
        row.put("virtualAccount", entry.virtualAccount());
        return row;
    }

    private Account own(String account) {
        return books.account(account).filter(Account::client)
                .orElseThrow(() -> KhanAccess.refused(404, "ACCOUNT_NOT_FOUND", "Данс олдсонгүй"));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            throw KhanAccess.refused(400, "INVALID_DATE", "Огноо YYYYMMDD байна");
        }
    }
}
