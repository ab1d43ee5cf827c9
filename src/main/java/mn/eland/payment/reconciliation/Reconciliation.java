package mn.eland.payment.reconciliation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.collection.Statement;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Compares a day of the books with the bank's statement and the gateway's payments. Moves no money and books nothing: what
 * does not agree goes to the escrow officers. The same day may be compared again at any time.
 */
@Component
public class Reconciliation {

    private static final Logger LOG = LoggerFactory.getLogger(Reconciliation.class);
    private static final int MOST_DAYS_BACK = 31;

    private final Bank bank;
    private final PaymentGateway gateway;
    private final Statement statement;
    private final BankComparison bankComparison;
    private final GatewayComparison gatewayComparison;
    private final ReconciliationStore store;
    private final Outages outages;
    private final ElandClock clock;

    Reconciliation(Bank bank, PaymentGateway gateway, Statement statement, BankComparison bankComparison,
                   GatewayComparison gatewayComparison, ReconciliationStore store, Outages outages, ElandClock clock) {
        this.bank = bank;
        this.gateway = gateway;
        this.statement = statement;
        this.bankComparison = bankComparison;
        this.gatewayComparison = gatewayComparison;
        this.store = store;
        this.outages = outages;
        this.clock = clock;
    }

    /** @param opening null on a day without a line; @param open differences nobody has settled yet; @param ranBy null for the night */
    public record DayView(LocalDate day, Money opening, Money in, Money out, Money closing, int lines, int payments, int differences,
                          int open, Instant ranAt, String ranBy) {

        public boolean isBalanced() {
            return open == 0;
        }
    }

    /** @param problem message key {@code payment.problem.<problem>}; @param finding record of the officers' list; @param note how it was settled */
    public record DifferenceView(String problem, String reference, Money expected, Money found, String caseNumber, String purpose,
                                 long finding, boolean open, String note, String settledBy) {
    }

    /** Days compared so far, newest first; for escrow officers. */
    public Outcome<List<DayView>> days(Actor officer) {
        return officer.is(Role.ESCROW_OFFICER) ? Outcome.done(store.days()) : Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
    }

    /** What did not agree on a day, in the order of the comparison; for escrow officers. */
    public Outcome<List<DifferenceView>> differences(Actor officer, LocalDate day) {
        return officer.is(Role.ESCROW_OFFICER) ? Outcome.done(store.differences(day))
                : Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
    }

    /** Compares a day now. Refused with {@code DAY_NOT_OVER} for a day to come, {@code BANK_UNAVAILABLE} when nobody answers. */
    public Outcome<DayView> compare(Actor officer, LocalDate day) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return Outcome.refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        if (day.isAfter(clock.today())) {
            return Outcome.refused(Refusal.invalid("DAY_NOT_OVER", "day"));
        }
        try {
            return Outcome.done(compare(day, officer.name()));
        } catch (Bank.Unavailable | PaymentGateway.Unavailable e) {
            return Outcome.refused(Refusal.conflict("BANK_UNAVAILABLE"));
        }
    }

    /** Every day that is over and was not compared yet, up to a month back; stops when an outside system gives no answer. */
    public void compareDue() {
        outages.round("comparison", this::compareDue);
    }

    /** How many days are over and not compared. */
    public int daysDue() {
        return (int) due().count();
    }

    private Stream<LocalDate> due() {
        var yesterday = clock.today().minusDays(1);
        var earliest = yesterday.minusDays(MOST_DAYS_BACK);
        var first = store.first().filter(day -> day.isAfter(earliest)).orElse(store.first().isPresent() ? earliest : yesterday);
        return Stream.iterate(first, day -> !day.isAfter(yesterday), day -> day.plusDays(1)).filter(day -> !store.isDone(day));
    }

    private void compareDue(Round round) {
        try {
            due().forEach(day -> {
                compare(day, null);
                round.answered();
            });
        } catch (Bank.Unavailable | PaymentGateway.Unavailable e) {
            round.failed(e);
            LOG.warn("The books could not be compared, next try in the following night: {}", e.getMessage());
        }
    }

    private DayView compare(LocalDate day, String ranBy) {
        statement.read();
        var kept = bank.statementOf(day);
        var payments = gateway.paidOn(day);
        var differences = new ArrayList<>(bankComparison.compare(day, kept, store.closedBefore(day).orElse(null)));
        differences.addAll(gatewayComparison.compare(day, payments));
        store.keep(day, kept, payments.size(), differences, ranBy);
        return store.day(day).orElseThrow();
    }
}
