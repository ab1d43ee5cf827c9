package mn.eland.sale.arrears;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentEvent.MoneyReceived;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.CollectionView;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.arrears.ArrearsStore.Delay;
import mn.eland.sale.deal.Deals;
import mn.eland.sale.papers.Deed;
import mn.eland.sale.papers.SalePapers;
import mn.eland.workflow.Values;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A balance that is not there in time. The buyer is reminded, gets an extra period in writing, and owes late interest if
 * it was agreed in writing. The deposit counts towards the price, so interest is paid for itself, after the balance.
 */
@Component
@Transactional
public class Arrears {

    private static final double PER_CENT = 100;
    private static final DateTimeFormatter TO_THE_MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ElandClock.ULAANBAATAR);

    private final ArrearsStore store;
    private final LatePenalty penalty;
    private final Deals deals;
    private final SalePapers papers;
    private final Payments payments;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Arrears(ArrearsStore store, LatePenalty penalty, Deals deals, SalePapers papers, Payments payments,
            ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.penalty = penalty;
        this.deals = deals;
        this.papers = papers;
        this.payments = payments;
        this.events = events;
        this.clock = clock;
    }

    /** What is owed and how late, or empty when the balance came in time. */
    @Transactional(readOnly = true)
    public Optional<ArrearsView> of(CaseRef sale) {
        return store.find(sale).map(delay -> {
            var missing = collection(sale, Purpose.BALANCE).map(CollectionView::missing).orElse(Money.ZERO);
            var now = delay.isOpen() ? penalty.counted(delay, missing, clock.instant()) : delay;
            return new ArrearsView(delay.dueAt(), delay.extraUntil(), missing, now.interest(),
                    delay.agreed() ? delay.rate() * PER_CENT : 0, delay.state());
        });
    }

    void remind(CaseRef sale) {
        var balance = collection(sale, Purpose.BALANCE).orElseThrow();
        deals.note(sale, "paymentReminded", null, Map.of("amount", balance.missing().toString()), null);
        events.publishEvent(new SaleEvent.PaymentReminded(sale, balance.payer(), balance.missing(), balance.payBy(), clock.instant()));
    }

    /** Writes the delay down; the answer is what the table is asked about the last day of the extra period. */
    Values open(CaseRef sale, String extraPeriod) {
        var balance = collection(sale, Purpose.BALANCE).orElseThrow();
        var agreed = papers.agreedLateRate(sale);
        var price = balance.amount().minus(payments.fees(sale).sum());
        var owed = balance.missing().compareTo(price) < 0 ? balance.missing() : price;
        double rate = agreed.orElse(0.0);
        store.open(new Delay(sale, balance.payBy(), null, owed, agreed.isPresent(), rate, 0, Money.ZERO, "OPEN"));
        var now = clock.instant();
        return Values.of(ArrearsVariables.AGREED, agreed.isPresent()).with(ArrearsVariables.CONTRACT_RATE, rate)
                .with(ArrearsVariables.DAYS_LATE, LatePenalty.days(balance.payBy(), penalty.ends(now, extraPeriod)))
                .with(ArrearsVariables.MAX_RATE, penalty.maxRate()).with(ArrearsVariables.MAX_PCT, penalty.maxPct());
    }

    /** CC 225: rescission needs an extra period, granted in writing and run out. The letter goes to both parties. */
    void grant(CaseRef sale, String extraPeriod, double ratePerDay) {
        var deal = deals.deal(sale);
        var balance = collection(sale, Purpose.BALANCE).orElseThrow();
        var until = penalty.ends(clock.instant(), extraPeriod);
        store.granted(sale, until);
        var letter = papers.extraPeriodNotice(new Deed(sale, deal.property(), deal.seller(), deal.buyer(), deal.price(),
                collection(sale, Purpose.DEPOSIT).map(CollectionView::amount).orElse(Money.ZERO), null, null, List.of()),
                letter(balance, until, ratePerDay));
        deals.note(sale, "extraPeriodGranted", null, Map.of("amount", balance.missing().toString(), "until", TO_THE_MINUTE.format(until)), letter.id());
        events.publishEvent(new SaleEvent.ExtraPeriodGranted(sale, deal.buyer(), deal.seller(), balance.missing(), until, clock.instant()));
    }

    private static Map<String, Object> letter(CollectionView balance, Instant until, double ratePerDay) {
        var facts = new HashMap<String, Object>(Map.of("missing", balance.missing(), "received", balance.received(),
                "dueAt", balance.payBy(), "extraUntil", until));
        if (ratePerDay > 0) {
            facts.put("penaltyPctPerDay", ratePerDay * PER_CENT);
        }
        return facts;
    }

    /** Money for the balance came: until today what was missing before bears interest. */
    void received(MoneyReceived received) {
        store.find(received.caseRef()).filter(delay -> delay.isOpen() && received.purpose() == Purpose.BALANCE)
                .ifPresent(delay -> store.save(penalty.counted(delay, received.missing().plus(received.amount()), received.at())));
    }

    /** The balance is there: the interest is fixed, and asked for when there is any. */
    Values settle(CaseRef sale) {
        var interest = store.find(sale).map(Delay::interest).orElse(Money.ZERO);
        store.end(sale, "SETTLED");
        if (interest.isPositive()) {
            var payer = deals.deal(sale).buyer();
            deals.note(sale, "paymentDue.INTEREST", null, Map.of("amount", interest.toString()), null);
            events.publishEvent(new SaleEvent.PaymentDue(sale, payer, Purpose.INTEREST.name(), interest, clock.instant()));
        }
        return Values.of(ArrearsVariables.PURPOSE, Purpose.INTEREST).with(ArrearsVariables.INTEREST, interest)
                .with(ArrearsVariables.INTEREST_DUE, interest.isPositive());
    }

    /** The sale goes on all the same: the price is there. The interest stays a claim of the seller. */
    void unpaid(CaseRef sale) {
        var interest = collection(sale, Purpose.INTEREST).orElseThrow().missing();
        store.end(sale, "UNPAID");
        deals.note(sale, "interestUnpaid", null, Map.of("amount", interest.toString()), null);
        events.publishEvent(new SaleEvent.InterestUnpaid(sale, deals.deal(sale).seller(), interest, clock.instant()));
    }

    private Optional<CollectionView> collection(CaseRef sale, Purpose purpose) {
        return payments.collections(sale).stream().filter(collection -> collection.purpose() == purpose).findFirst();
    }
}
