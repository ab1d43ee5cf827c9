package mn.eland.integration.khan.simulator;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import mn.eland.integration.khan.simulator.BankBooks.Account;
import mn.eland.integration.khan.simulator.BankBooks.InterbankOrder;
import mn.eland.integration.stage.Stage;

/** Moves money in the simulated bank. Callers are in a transaction. */
public class Teller {

    /** Above this an order to another bank goes by the large-value system and is credited on the next working day. */
    static final BigDecimal CLEARED_AT_ONCE_MAX = new BigDecimal("5000000");
    private static final ZoneId ULAANBAATAR = ZoneId.of("Asia/Ulaanbaatar");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmssSS");
    private static final Set<MonthDay> HOLIDAYS = Set.of(MonthDay.of(1, 1), MonthDay.of(3, 8), MonthDay.of(6, 1),
            MonthDay.of(7, 11), MonthDay.of(7, 12), MonthDay.of(7, 13), MonthDay.of(7, 14), MonthDay.of(7, 15),
            MonthDay.of(11, 26), MonthDay.of(12, 29));

    private final Stage stage;
    private final BankBooks books;

    public Teller(Stage stage, BankBooks books) {
        this.stage = stage;
        this.books = books;
    }

    LocalDateTime now() {
        return LocalDateTime.ofInstant(stage.clock().instant(), ULAANBAATAR);
    }

    /** Money out to an account of the same bank; arrives at once. */
    long payInside(Account from, Account to, BigDecimal amount, String description, String transferid) {
        long journal = books.nextJournal();
        write(from, journal, amount.negate(), 0, description, to.iban(), transferid, null);
        write(to, journal, amount, 0, description, from.iban(), transferid, null);
        return journal;
    }

    /** Money out to another bank. */
    long payOutside(Account from, Account to, BigDecimal amount, String name, String description, String transferid) {
        long journal = books.nextJournal();
        write(from, journal, amount.negate(), 0, description, to.iban(), transferid, null);
        var valueDate = amount.compareTo(CLEARED_AT_ONCE_MAX) > 0 ? nextWorkingDay(now().toLocalDate()) : now().toLocalDate();
        books.send(journal, from.iban(), new InterbankOrder(journal, to.iban(), name, amount, valueDate, description), to.bankCode());
        return journal;
    }

    /** Money in from anywhere. */
    public long receive(String iban, BigDecimal amount, String description, String fromIban) {
        long journal = books.nextJournal();
        write(books.locked(iban), journal, amount, 0, description, fromIban, null, null);
        return journal;
    }

    /** Money in to a number out of the client's range: booked on the account behind it, and the line names the number. */
    public long receiveVirtual(String virtualIban, BigDecimal amount, String description, String fromIban) {
        var account = books.behind(virtualIban).orElseThrow(() -> new IllegalStateException("there is no account " + virtualIban));
        long journal = books.nextJournal();
        write(books.locked(account.iban()), journal, amount, 0, description, fromIban, null, virtualIban);
        return journal;
    }

    /** Takes an earlier entry back by a line marked as a correction. */
    public void correct(String iban, long record) {
        var wrong = books.byRecord(iban, record).orElseThrow();
        write(books.locked(iban), wrong.journal(), wrong.amount().negate(), 1, wrong.description(), wrong.relatedAccount(),
                wrong.transferid(), wrong.virtualAccount());
    }

    private void write(Account account, long journal, BigDecimal amount, int correction, String description,
                       String related, String transferid, String virtualAccount) {
        books.book(account, now().toLocalDate(), TIME.format(now()), journal, amount, correction, description, related, transferid, virtualAccount);
    }

    static LocalDate nextWorkingDay(LocalDate day) {
        var next = day.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY
                || HOLIDAYS.contains(MonthDay.from(next))) {
            next = next.plusDays(1);
        }
        return next;
    }
}
