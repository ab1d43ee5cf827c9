package mn.eland.integration.khan;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.Json;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.Bank;
import org.springframework.stereotype.Component;

/**
 * The bank by its corporate gateway. The gateway does not recognise a repeated order, so each one carries its marker in
 * the description, and an order without a clear answer is UNKNOWN until the statement has been read.
 */
@Component
class KhanBank implements Bank {

    private static final String OWN_BANK = "050000";
    private static final int LONGEST_DESCRIPTION = 140;
    private static final int HOURS_MINUTES_SECONDS = 6;
    private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;

    private final KhanClient client;
    private final KhanProperties properties;
    private final ElandClock clock;

    KhanBank(KhanClient client, KhanProperties properties, ElandClock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public Optional<AccountName> nameOf(String iban) {
        var body = client.ask("/v1/accounts/cam?iban=" + URLEncoder.encode(iban, StandardCharsets.UTF_8));
        var found = Json.text(body, "iban");
        var name = Json.text(body, "name");
        if (found == null || name == null) {
            return Optional.empty();
        }
        var bank = Json.text(body, "bankCode");
        if (bank == null || !bank.matches("\\d{6}")) {
            throw new Unavailable("Khan Bank named the holder and not the bank of an account", null);
        }
        return Optional.of(new AccountName(found, name, bank));
    }

    @Override
    public TransferResult transfer(Transfer transfer) {
        boolean inside = OWN_BANK.equals(transfer.toBank());
        var order = new LinkedHashMap<String, Object>();
        order.put("fromAccount", properties.account());
        order.put("toAccount", transfer.toIban());
        order.put("toCurrency", "MNT");
        order.put("amount", transfer.amountTugrug());
        order.put("currency", "MNT");
        order.put("description", marked(transfer));
        order.put("loginName", properties.loginName());
        order.put("tranPassword", properties.tranPassword());
        order.put("transferid", transfer.marker());
        if (!inside) {
            order.put("toAccountName", transfer.toName());
            order.put("toBank", transfer.toBank());
        }
        return sent(inside ? "/v1/transfer/domestic" : "/v1/transfer/interbank", order);
    }

    private TransferResult sent(String path, Map<String, ?> order) {
        try {
            var reply = client.order(path, order);
            if (!reply.isOk()) {
                return new TransferResult(TransferResult.State.UNKNOWN, null, "Khan Bank answered " + reply.status());
            }
            var body = Json.read(reply.body());
            var journal = Json.text(body, "journalNo");
            if (journal != null) {
                return new TransferResult(TransferResult.State.BOOKED, journal, null);
            }
            if (body.isMissingNode()) {
                return new TransferResult(TransferResult.State.UNKNOWN, null, "Khan Bank answered nothing readable");
            }
            return new TransferResult(TransferResult.State.REFUSED, null,
                    Json.text(body, "message") == null ? "no journal number" : Json.text(body, "message"));
        } catch (HttpCalls.NoAnswer e) {
            return new TransferResult(TransferResult.State.UNKNOWN, null, e.getMessage());
        }
    }

    private static String marked(Transfer transfer) {
        var text = "CODE: " + transfer.marker() + " " + (transfer.description() == null ? "" : transfer.description());
        return text.length() > LONGEST_DESCRIPTION ? text.substring(0, LONGEST_DESCRIPTION) : text.strip();
    }

    @Override
    public Optional<StatementLine> find(String marker, LocalDate since) {
        var whole = Pattern.compile("(?<![\\p{L}\\p{N}:._-])" + Pattern.quote(marker) + "(?![\\p{L}\\p{N}:._-])");
        var lines = lines(client.ask("/v1/statements/" + properties.account() + "?from=" + DATE.format(since) + "&to="
                + DATE.format(clock.today())));
        return lines.stream()
                .filter(line -> !line.correction() && line.amountTugrug() < 0)
                .filter(line -> whole.matcher(line.description()).find())
                .filter(line -> lines.stream().noneMatch(other -> other.correction()
                        && other.journalNo().equals(line.journalNo()) && other.amountTugrug() == -line.amountTugrug()))
                .findFirst();
    }

    @Override
    public DayStatement statementOf(LocalDate day) {
        boolean night = client.ask("/v1/statements/corporate/state").asBoolean();
        var answer = client.ask("/v1/statements/" + (night ? "corporate/" : "") + properties.account() + "?from=" + DATE.format(day) + "&to=" + DATE.format(day));
        var rows = new ArrayList<JsonNode>();
        answer.path("transactions").forEach(rows::add);
        rows.sort(java.util.Comparator.comparingLong(row -> row.path("record").asLong()));
        if (rows.isEmpty()) {
            return new DayStatement(null, null, List.of());
        }
        var first = rows.get(0);
        return new DayStatement(Json.tugrug(first.path("balance")) - Json.tugrug(first.path("amount")),
                Json.tugrug(rows.get(rows.size() - 1).path("balance")), lines(answer));
    }

    @Override
    public List<StatementLine> statementAfter(long record) {
        return lines(client.ask("/v1/statements/" + properties.account() + "/record?record=" + record));
    }

    private static List<StatementLine> lines(JsonNode statement) {
        var lines = new ArrayList<StatementLine>();
        statement.path("transactions").forEach(row -> lines.add(new StatementLine(row.path("record").asLong(), moment(row),
                Json.tugrug(row.path("amount")), row.path("description").asText(""), row.path("relatedAccount").asText(""),
                row.path("journal").asText(""), row.path("correction").asInt(0) != 0, Json.text(row, "virtualAccount"))));
        lines.sort(java.util.Comparator.comparingLong(StatementLine::record));
        return List.copyOf(lines);
    }

    /** Date, and a time of hour, minute, second and two more digits. */
    private static Instant moment(JsonNode row) {
        var date = LocalDate.parse(row.path("tranDate").asText());
        var digits = row.path("time").asText("");
        var time = digits.length() < HOURS_MINUTES_SECONDS ? LocalTime.MIDNIGHT
                : LocalTime.parse(digits.substring(0, HOURS_MINUTES_SECONDS), DateTimeFormatter.ofPattern("HHmmss"));
        return date.atTime(time).atZone(ElandClock.ULAANBAATAR).toInstant();
    }
}
