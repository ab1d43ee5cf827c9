package mn.eland.payment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.Bank;

/** A bank with a statement that remembers, and moods: what it does with the next transfers is said by the test. */
class PlayedBank implements Bank {

    enum Mood { BOOKS, TIMES_OUT_AFTER_BOOKING, TIMES_OUT_BEFORE_BOOKING, REFUSES, DIES_AFTER_BOOKING, DIES_BEFORE_BOOKING }

    /** The machine is switched off in the middle of a call. */
    static final class PowerCut extends Error {
    }

    private final ElandClock clock;
    private final List<StatementLine> statement = new ArrayList<>();
    private final Deque<Mood> moods = new ArrayDeque<>();
    private final Map<String, String> holders = new HashMap<>();
    final List<Transfer> orders = new ArrayList<>();
    final List<String> checked = new ArrayList<>();
    private long insteadOfOrdered;
    private long lost;
    boolean down;

    PlayedBank(ElandClock clock) {
        this.clock = clock;
    }

    void next(Mood... next) {
        moods.addAll(List.of(next));
    }

    void reset() {
        statement.clear();
        moods.clear();
        orders.clear();
        lost = 0;
        checked.clear();
        holders.clear();
        holders.putAll(Deal.HOLDERS);
        down = false;
    }

    /** Who holds the account by the register; null for an account that does not exist. */
    void holds(String iban, String name) {
        holders.put(iban, name);
    }

    /** The bank books another sum than the next order says. */
    void booksInstead(long amount) {
        insteadOfOrdered = amount;
    }

    /** The other bank could not credit the transfer: it comes back under its marker. */
    StatementLine givesBack(Transfer transfer, String why) {
        return line(transfer.amountTugrug(), "BUTSAALT CODE: " + transfer.marker() + " " + why, transfer.toIban(), false);
    }

    /** Money comes in from outside. */
    StatementLine receives(long amount, String description, String fromIban) {
        return line(amount, description, fromIban, false);
    }

    /** Money comes in from outside, to the own account of a deal. */
    StatementLine receivesAt(String virtualAccount, long amount, String description, String fromIban) {
        long record = RECORDS.incrementAndGet();
        var line = new StatementLine(record, clock.instant(), amount, description, fromIban, "J" + record, false, virtualAccount);
        statement.add(line);
        return line;
    }

    /** The bank takes back what it has booked. */
    StatementLine corrects(StatementLine wrong) {
        return line(-wrong.amountTugrug(), "Correction of " + wrong.journalNo(), wrong.relatedAccount(), true);
    }

    private StatementLine line(long amount, String description, String account, boolean correction) {
        long record = RECORDS.incrementAndGet();
        var line = new StatementLine(record, clock.instant(), amount, description, account, "J" + record, correction);
        statement.add(line);
        return line;
    }

    private static final java.util.concurrent.atomic.AtomicLong RECORDS = new java.util.concurrent.atomic.AtomicLong();

    /** How often money left under this text. */
    long paid(String iban) {
        return statement.stream().filter(line -> line.amountTugrug() < 0 && iban.equals(line.relatedAccount()))
                .mapToLong(line -> -line.amountTugrug()).sum();
    }

    @Override
    public Optional<AccountName> nameOf(String iban) {
        answer();
        checked.add(iban);
        return Optional.ofNullable(holders.getOrDefault(iban, "Дашийн Хүслэн")).map(name -> new AccountName(iban, name, "050000"));
    }

    @Override
    public TransferResult transfer(Transfer transfer) {
        orders.add(transfer);
        var mood = moods.isEmpty() ? Mood.BOOKS : moods.poll();
        if (mood == Mood.REFUSES) {
            return new TransferResult(TransferResult.State.REFUSED, null, "данс хаагдсан");
        }
        if (mood == Mood.TIMES_OUT_BEFORE_BOOKING) {
            return new TransferResult(TransferResult.State.UNKNOWN, null, "no answer");
        }
        if (mood == Mood.DIES_BEFORE_BOOKING) {
            throw new PowerCut();
        }
        long amount = insteadOfOrdered == 0 ? transfer.amountTugrug() : insteadOfOrdered;
        insteadOfOrdered = 0;
        var booked = line(-amount, "CODE: " + transfer.marker() + " " + transfer.description(), transfer.toIban(), false);
        if (mood == Mood.TIMES_OUT_AFTER_BOOKING) {
            down = true;
            return new TransferResult(TransferResult.State.UNKNOWN, null, "no answer");
        }
        if (mood == Mood.DIES_AFTER_BOOKING) {
            throw new PowerCut();
        }
        return new TransferResult(TransferResult.State.BOOKED, booked.journalNo(), null);
    }

    @Override
    public Optional<StatementLine> find(String marker, LocalDate since) {
        answer();
        return statement.stream().filter(line -> line.amountTugrug() < 0 && line.description().contains(marker)).findFirst();
    }

    @Override
    public List<StatementLine> statementAfter(long record) {
        answer();
        return statement.stream().filter(line -> line.record() > record).toList();
    }

    @Override
    public DayStatement statementOf(LocalDate day) {
        answer();
        var lines = statement.stream().filter(line -> LocalDate.ofInstant(line.at(), ElandClock.ULAANBAATAR).equals(day)).toList();
        long before = statement.stream().filter(line -> LocalDate.ofInstant(line.at(), ElandClock.ULAANBAATAR).isBefore(day))
                .mapToLong(StatementLine::amountTugrug).sum();
        long after = before + lines.stream().mapToLong(StatementLine::amountTugrug).sum();
        return lines.isEmpty() ? new DayStatement(null, null, lines) : new DayStatement(before, after + lost, lines);
    }

    /** A line disappears from the statement; its sum stays in the balance. */
    void loses(StatementLine line) {
        statement.remove(line);
        lost += line.amountTugrug();
    }

    /** Lines vanish, and with them their sums. */
    void forgets(java.util.function.Predicate<StatementLine> which) {
        statement.removeIf(which);
    }

    private void answer() {
        if (down) {
            throw new Unavailable("the bank does not answer", null);
        }
    }
}
