package mn.eland.auction.lot;

import static mn.eland.auction.rule.AuctionRules.Cause.INELIGIBLE;
import static mn.eland.auction.rule.AuctionRules.Cause.LOT_DEFECT;
import static mn.eland.auction.rule.AuctionRules.Cause.NO_PAYMENT;
import static mn.eland.auction.rule.AuctionRules.Cause.NO_SIGNATURE;
import static mn.eland.auction.rule.AuctionRules.Cause.SELLER_REFUSES;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import mn.eland.auction.AuctionEvent;
import mn.eland.auction.Auctions;
import mn.eland.auction.lot.Lot.State;
import mn.eland.auction.rule.AuctionRules;
import mn.eland.auction.rule.AuctionRules.Cause;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.workflow.Values;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A bid is an offer and the hammer accepts it (Civil Code 195.4): the sale of the winner, and what follows when it comes to nothing. */
@Component
@Transactional
class SaleOpening {

    private static final Set<String> UNPAID = Set.of("DEPOSIT_OVERDUE", "BALANCE_OVERDUE");
    private static final Set<String> UNABLE = Set.of("NOT_ELIGIBLE", "IDENTITY_REJECTED", "NOT_OPENED");
    private static final Set<String> UNWILLING_SELLER = Set.of("SELLER_WITHDREW", "CONSENT_REFUSED", "CONSENT_WITHHELD");
    private static final Set<String> BLOCKED = Set.of("RISK_BLOCKED");
    /** Who did not sign is not told by the reason: people decide about the deposit. */
    private static final Set<String> UNCLEAR = Set.of("PRELIMINARY_NOT_ACCEPTED", "CONTRACT_NOT_ACCEPTED", "DEADLINE_PASSED");
    /** Where the deposit of a winner goes, as the table says, in per cent for him and the seller; anywhere else people divide it. */
    private static final Map<String, long[]> SHARES = Map.of("SELLER", new long[] {0, 100}, "WINNER", new long[] {100, 0},
            "WINNER_LESS_COST", new long[] {100, 0});

    private final LotStore store;
    private final Auctions auctions;
    private final AuctionRules rules;
    private final Deposits deposits;
    private final Sales sales;
    private final Parties parties;
    private final PropertyRegister register;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    SaleOpening(LotStore store, Auctions auctions, AuctionRules rules, Deposits deposits, Sales sales, Parties parties, PropertyRegister register,
                ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.auctions = auctions;
        this.rules = rules;
        this.deposits = deposits;
        this.sales = sales;
        this.parties = parties;
        this.register = register;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the winner's offer and the seller's acceptance. All others get their deposits back. */
    Values open(CaseRef number) {
        var lot = store.lock(number);
        var outcome = lot.outcome();
        var winner = auctions.bidder(lot.id(), outcome.winner());
        store.move(number, State.WON, null, clock.instant());
        deposits.returnAll(number, outcome.winner());
        register.release(lot.property(), number);
        var range = sales.offerRange();
        var sale = sales.makeOffer(acting(winner), lot.listing(), new OfferTerms(outcome.price(), range.depositPct(), range.usualDays(), null))
                .flatMap(offer -> sales.answerOffer(acting(lot.seller()), offer.id(), Answer.ACCEPT, null, null));
        if (!sale.isDone()) {
            register.reserve(lot.property(), number);
            return Values.of(LotVariables.SALE_OPEN, false).with(LotVariables.SALE_END, "NOT_OPENED");
        }
        var opened = sale.get().id().caseRef();
        store.outcome(number, new Lot.Outcome(outcome.winner(), outcome.price(), opened, outcome.passed()));
        events.publishEvent(new AuctionEvent.LotWon(number, opened, winner, lot.seller(), outcome.price(), clock.instant()));
        return Values.of(LotVariables.SALE_OPEN, true);
    }

    /** What follows by the table: where the deposit goes, for how long the winner may not bid again, and whether the next best is asked. */
    Values judge(CaseRef number, String saleEnd) {
        var lot = store.lock(number);
        var outcome = lot.outcome();
        var winner = auctions.bidder(lot.id(), outcome.winner());
        var passed = new ArrayList<>(outcome.passed());
        passed.add(outcome.winner());
        var next = auctions.best(lot.id(), passed);
        double gap = next.map(best -> 100.0 * (outcome.price().tugrug() - Math.min(best.limit().tugrug(), outcome.price().tugrug()))
                / outcome.price().tugrug()).orElse(100.0);
        var follows = rules.afterDefault(lot.kind(), cause(saleEnd), gap);
        var shares = UNCLEAR.contains(saleEnd) ? null : SHARES.get(follows.depositTo());
        deposits.decide(number, outcome.winner(), shares == null ? null : Long.valueOf(shares[0]), shares == null ? null : Long.valueOf(shares[1]));
        if (follows.banDays() > 0 && !UNCLEAR.contains(saleEnd)) {
            store.ban(winner, number, cause(saleEnd).name(), clock.instant().plus(Duration.ofDays(follows.banDays())));
        }
        boolean asked = next.isPresent() && follows.next().equals("OFFER_RUNNER_UP");
        if (!asked) {
            store.outcome(number, new Lot.Outcome(null, null, null, passed));
            return Values.of(LotVariables.RUNNER_UP_ASKED, false);
        }
        return ask(lot, next.get(), passed, follows.nextWithin().map(Object::toString).orElse(lot.payWithin()));
    }

    private Values ask(Lot lot, Auctions.Best next, ArrayList<Integer> passed, String within) {
        var price = next.limit().compareTo(lot.outcome().price()) < 0 ? next.limit() : lot.outcome().price();
        var runnerUp = auctions.bidder(lot.id(), next.paddle());
        store.outcome(lot.number(), new Lot.Outcome(next.paddle(), price, null, passed));
        register.reserve(lot.property(), lot.number());
        events.publishEvent(new AuctionEvent.RunnerUpAsked(lot.number(), runnerUp, price, clock.instant()));
        return Values.of(LotVariables.RUNNER_UP_ASKED, true).with(LotVariables.RUNNER_UP, runnerUp.toString())
                .with(LotVariables.TAKE_WITHIN, within);
    }

    private static Cause cause(String saleEnd) {
        return BLOCKED.contains(saleEnd) ? Cause.FRAUD : UNPAID.contains(saleEnd) ? NO_PAYMENT : UNABLE.contains(saleEnd) ? INELIGIBLE
                : UNWILLING_SELLER.contains(saleEnd) ? SELLER_REFUSES : saleEnd.equals("BUYER_WITHDREW") || UNCLEAR.contains(saleEnd) ? NO_SIGNATURE : LOT_DEFECT;
    }

    private Actor acting(PartyId who) {
        return new Actor(who, parties.party(who).shortName(), Set.of(Role.BUYER, Role.SELLER));
    }
}
