package mn.eland.payment.reconciliation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.payment.collection.Findings.Problem;
import mn.eland.payment.reconciliation.Booked.Sent;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.spi.Bank.DayStatement;
import mn.eland.payment.spi.Bank.StatementLine;
import org.springframework.stereotype.Component;

/** Holds the books against the statement: each line has its receipt or transfer, each receipt and transfer has its line. */
@Component
class BankComparison {

    private static final Pattern MARKER = Pattern.compile("\\bEL\\d{10}\\b");

    private final Bank bank;
    private final Booked books;

    BankComparison(Bank bank, Booked books) {
        this.bank = bank;
        this.books = books;
    }

    /** @param closedBefore what the account had when the day before was compared, or null */
    List<Difference> compare(LocalDate day, DayStatement statement, Long closedBefore) {
        var differences = new ArrayList<Difference>();
        balances(day, statement, closedBefore, differences);
        statement.lines().forEach(line -> line(line, differences));
        transfers(day, statement, differences);
        receipts(day, statement, differences);
        return differences;
    }

    private static void balances(LocalDate day, DayStatement statement, Long closedBefore, List<Difference> differences) {
        if (statement.openingTugrug() == null) {
            return;
        }
        if (closedBefore != null && !closedBefore.equals(statement.openingTugrug())) {
            differences.add(Difference.of(Problem.OPENING_DIFFERS, day.toString(), closedBefore, statement.openingTugrug()));
        }
        long sum = statement.openingTugrug() + statement.lines().stream().mapToLong(StatementLine::amountTugrug).sum();
        if (sum != statement.closingTugrug()) {
            differences.add(Difference.of(Problem.CLOSING_DIFFERS, day.toString(), sum, statement.closingTugrug()));
        }
    }

    private void line(StatementLine line, List<Difference> differences) {
        var marker = MARKER.matcher(line.description());
        var transfer = marker.find() ? books.transfer(marker.group()) : java.util.Optional.<Sent>empty();
        if (line.correction()) {
            differences.add(Difference.ofLine(Problem.CORRECTION, line, null));
        } else if (line.amountTugrug() < 0) {
            if (transfer.isEmpty()) {
                differences.add(Difference.ofLine(Problem.NO_ORDER, line, null));
            } else if (transfer.get().amount() != -line.amountTugrug()) {
                differences.add(Difference.ofLine(Problem.AMOUNT_DIFFERS, line, -transfer.get().amount()));
            } else if (transfer.get().state().equals("SENT")) {
                differences.add(Difference.ofLine(Problem.LINE_NOT_BOOKED, line, null));
            }
        } else if (transfer.isEmpty() || !Long.valueOf(line.record()).equals(transfer.get().returnedRecord())) {
            moneyIn(line, differences);
        }
    }

    private void moneyIn(StatementLine line, List<Difference> differences) {
        var receipt = books.receipt("khan:" + line.record());
        if (receipt.isEmpty()) {
            differences.add(Difference.ofLine(Problem.LINE_NOT_BOOKED, line, null));
        } else if (receipt.get().amount() != line.amountTugrug()) {
            differences.add(Difference.ofLine(Problem.RECEIPT_DIFFERS, line, receipt.get().amount()));
        }
    }

    /** The bank may date a transfer of midnight a day sooner or later. */
    private void transfers(LocalDate day, DayStatement statement, List<Difference> differences) {
        var sent = books.sent(day);
        if (sent.isEmpty()) {
            return;
        }
        var seen = Stream.of(bank.statementOf(day.minusDays(1)), statement, bank.statementOf(day.plusDays(1)))
                .flatMap(one -> one.lines().stream()).filter(line -> line.amountTugrug() < 0)
                .map(StatementLine::description).collect(Collectors.joining("\n"));
        for (var transfer : sent) {
            if (!seen.contains(transfer.marker())) {
                var problem = transfer.state().equals("SENT") ? Problem.TRANSFER_UNANSWERED : Problem.TRANSFER_NOT_IN_STATEMENT;
                differences.add(Difference.of(problem, "transfer:" + transfer.id(), -transfer.amount(), null));
            }
        }
    }

    private void receipts(LocalDate day, DayStatement statement, List<Difference> differences) {
        Map<String, StatementLine> lines = statement.lines().stream()
                .collect(Collectors.toMap(line -> "khan:" + line.record(), Function.identity(), (one, other) -> one));
        books.receipts("BANK", day).stream().filter(receipt -> !lines.containsKey(receipt.externalId())).forEach(receipt ->
                differences.add(Difference.of(Problem.RECEIPT_NOT_IN_STATEMENT, receipt.externalId(), receipt.amount(), null)));
    }
}
