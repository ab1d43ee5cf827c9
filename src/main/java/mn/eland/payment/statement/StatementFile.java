package mn.eland.payment.statement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.payment.spi.Bank.StatementLine;

/**
 * A statement of the escrow account as a table. Headings in English or Mongolian, in any order; every line has the
 * account, and the balances must follow from the sums, so that a line that is missing or was altered is seen.
 */
public final class StatementFile {

    private static final int MOST_LINES = 5_000;
    private static final int LONGEST_CELL = 500;
    private static final Map<String, String> HEADINGS = Map.ofEntries(Map.entry("данс", "account"), Map.entry("бичилт", "record"),
            Map.entry("огноо", "trandate"), Map.entry("цаг", "time"), Map.entry("дүн", "amount"), Map.entry("үлдэгдэл", "balance"),
            Map.entry("гүйлгээний утга", "description"), Map.entry("харьцсан данс", "relatedaccount"), Map.entry("журнал", "journal"),
            Map.entry("залруулга", "correction"), Map.entry("виртуал данс", "virtualaccount"));
    private static final List<String> NEEDED = List.of("account", "record", "trandate", "amount", "balance", "description");

    private final String account;
    private final Map<String, Integer> columns = new HashMap<>();

    private StatementFile(String account) {
        this.account = account;
    }

    private record Line(StatementLine line, long balance, int number) {
    }

    private static final class Unreadable extends RuntimeException {

        private final transient Refusal refusal;

        private Unreadable(String code, int line) {
            super(code);
            this.refusal = Refusal.invalid(code, "file").with("line", line);
        }
    }

    /** @param iban of the account whose statement it must be; its account number will do in the file too */
    public static Outcome<List<StatementLine>> read(String text, String iban) {
        try {
            return Outcome.done(new StatementFile(iban).lines(Csv.rows(text)));
        } catch (Unreadable wrong) {
            return Outcome.refused(wrong.refusal);
        }
    }

    private List<StatementLine> lines(List<List<String>> rows) {
        if (rows.size() < 2 || rows.size() > MOST_LINES + 1) {
            throw new Unreadable("STATEMENT_LENGTH", MOST_LINES);
        }
        for (int n = 0; n < rows.get(0).size(); n++) {
            var heading = rows.get(0).get(n).strip().toLowerCase(Locale.ROOT);
            columns.put(HEADINGS.getOrDefault(heading, heading.replaceAll("[ _-]", "")), n);
        }
        if (!columns.keySet().containsAll(NEEDED)) {
            throw new Unreadable("STATEMENT_COLUMNS", 1);
        }
        var lines = new ArrayList<Line>();
        for (int n = 1; n < rows.size(); n++) {
            lines.add(line(rows.get(n), n + 1));
        }
        lines.sort(Comparator.comparingLong(line -> line.line().record()));
        for (int n = 1; n < lines.size(); n++) {
            var line = lines.get(n);
            if (lines.get(n - 1).balance() + line.line().amountTugrug() != line.balance()
                    || lines.get(n - 1).line().record() == line.line().record()) {
                throw new Unreadable("STATEMENT_BALANCE", line.number());
            }
        }
        return lines.stream().map(Line::line).toList();
    }

    private Line line(List<String> row, int number) {
        var of = cell(row, "account").replaceAll("\\s", "");
        if (of.isEmpty() || !account.equals(of) && !account.substring(8).equals(of)) {
            throw new Unreadable("STATEMENT_OF_ANOTHER_ACCOUNT", number);
        }
        try {
            long record = Long.parseLong(cell(row, "record"));
            if (record <= 0) {
                throw new Unreadable("STATEMENT_LINE", number);
            }
            var at = LocalDate.parse(cell(row, "trandate")).atTime(time(cell(row, "time"))).atZone(ElandClock.ULAANBAATAR).toInstant();
            var sentTo = harmless(cell(row, "virtualaccount").replaceAll("\\s", ""));
            return new Line(new StatementLine(record, at, tugrug(cell(row, "amount")), harmless(cell(row, "description")),
                    harmless(cell(row, "relatedaccount").replaceAll("\\s", "")), harmless(cell(row, "journal")),
                    !cell(row, "correction").isEmpty() && !cell(row, "correction").equals("0"), sentTo.isEmpty() ? null : sentTo), tugrug(cell(row, "balance")), number);
        } catch (DateTimeException | ArithmeticException | NumberFormatException e) {
            throw new Unreadable("STATEMENT_LINE", number);
        }
    }

    private String cell(List<String> row, String column) {
        var n = columns.get(column);
        var text = n == null || n >= row.size() ? "" : row.get(n).strip();
        return text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text;
    }

    private static LocalTime time(String text) {
        var digits = text.replace(":", "");
        return digits.length() < 6 ? LocalTime.MIDNIGHT : LocalTime.parse(digits.substring(0, 6), DateTimeFormatter.ofPattern("HHmmss"));
    }

    private static long tugrug(String text) {
        return new BigDecimal(text.replaceAll("[\\s,]", "")).longValueExact();
    }

    /** A cell that a spreadsheet would take for a formula stays text wherever it is shown or carried to later. */
    public static String harmless(String text) {
        var clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        return clean.isEmpty() || "=+-@".indexOf(clean.charAt(0)) < 0 ? clean : "'" + clean;
    }
}
