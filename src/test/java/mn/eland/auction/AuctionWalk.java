package mn.eland.auction;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import mn.eland.Simulators;
import mn.eland.auction.admission.Admission;
import mn.eland.auction.admission.Admissions;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleWalk;
import org.springframework.context.ApplicationContext;

/** People walk an auction on the whole application: Temuulen's flat, Khatanbaatar's hammer. */
public final class AuctionWalk extends SaleWalk {

    public static final long ASKED = 285_000_000;
    public static final long START = 200_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    public final Lots lots;
    public final Admissions admissions;
    public final Auctions auctions;
    public final Payments payments;
    public final ElandClock clock;

    public AuctionWalk(ApplicationContext context, Simulators simulators) {
        super(context, simulators);
        this.lots = context.getBean(Lots.class);
        this.admissions = context.getBean(Admissions.class);
        this.auctions = context.getBean(Auctions.class);
        this.payments = context.getBean(Payments.class);
        this.clock = context.getBean(ElandClock.class);
    }

    /** Offered with the shortest notice, open for a day. */
    public Lot offered(Optional<Money> reserve) {
        var listing = publishedFlat(ASKED);
        var opens = lots.earliestOpening().plus(Duration.ofHours(1));
        return lots.offer(person("temuulen"), new Lots.Offer(listing, Money.of(START), reserve, opens, opens.plus(Duration.ofDays(1)))).get();
    }

    public Lot published(Optional<Money> reserve) {
        var lot = offered(reserve);
        doTask("khatanbaatar", lot.number(), "approveLot", java.util.Map.of("decision", "PUBLISH"));
        soon("the lot is published", () -> lots.known(lot.number()).state() == Lot.State.PUBLISHED);
        return lots.known(lot.number());
    }

    public Lot published() {
        return published(Optional.empty());
    }

    public Admission asked(String name, Lot lot) {
        var admission = admissions.ask(person(name), lot.number()).get();
        soon("the deposit is asked for", () -> payments.collections(admission.number()).stream().anyMatch(one -> one.state().equals("OPEN")));
        return admission;
    }

    public Admission paid(String name, Lot lot) {
        var admission = asked(name, lot);
        var invoice = payments.payByQr(admission.number(), Purpose.DEPOSIT, person(name)).get();
        simulators.payInvoice(invoice.invoiceId(), admission.deposit().tugrug());
        payments.checkPayment(admission.number(), Purpose.DEPOSIT);
        return admission;
    }

    /** Pays the deposit and waits for the paddle. */
    public Admission admitted(String name, Lot lot) {
        paid(name, lot);
        soon(name + " has a paddle", () -> mine(name, lot).paddle() != null);
        return mine(name, lot);
    }

    public Admission mine(String name, Lot lot) {
        return admissions.mine(person(name), lot.number()).orElseThrow();
    }

    public Answer bid(String name, Lot lot, long limit) {
        return auctions.bid(lot.id(), new Bid(person(name).party(), Money.of(limit), UUID.randomUUID().toString())).answer();
    }

    public void untilOpening(Lot lot) {
        clock.passes(Duration.between(clock.instant(), lot.opensAt()).plusSeconds(1));
    }

    public void untilClose(Lot lot) {
        clock.passes(Duration.between(clock.instant(), auctions.view(lot.id()).closesAt()).plusSeconds(1));
    }

    public void untilState(Lot lot, Lot.State state) {
        soon("the lot is " + state, () -> lots.known(lot.number()).state() == state);
    }

    public Money refunded(CaseRef admission) {
        return payments.escrow(admission).refunded();
    }

    public void soon(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(100)).until(condition);
    }
}
