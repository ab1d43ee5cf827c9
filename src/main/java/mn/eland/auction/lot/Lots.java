package mn.eland.auction.lot;

import static mn.eland.kernel.Outcome.refused;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import mn.eland.auction.AuctionEvent;
import mn.eland.auction.Auctions;
import mn.eland.auction.LotId;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.rule.AuctionRules;
import mn.eland.auction.rule.AuctionRules.Kind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lots, and what people may do with them besides bidding. */
@Component
@Transactional
public class Lots {

    /** A sale takes no offer above double the asked price, so neither does the lot. */
    private static final int MOST_PCT = 200;

    private final LotStore store;
    private final Auctions auctions;
    private final AuctionRules rules;
    private final Deposits deposits;
    private final PropertyRegister register;
    private final Standing standing;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Lots(LotStore store, Auctions auctions, AuctionRules rules, Deposits deposits, PropertyRegister register, Standing standing, Workflow workflow,
         ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.auctions = auctions;
        this.rules = rules;
        this.deposits = deposits;
        this.register = register;
        this.standing = standing;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** @param reserve below which the seller need not sell; empty to sell for the start price */
    public record Offer(CaseRef listing, Money start, Optional<Money> reserve, Instant opensAt, Instant closesAt) {
    }

    /** From when on a lot that is offered now may open: the notice of the table, from the next day on. */
    @Transactional(readOnly = true)
    public Instant earliestOpening() {
        return workflow.plus(clock.instant(), terms().notice().orElseThrow().toString());
    }

    private AuctionRules.Round terms() {
        return rules.round(Kind.VOLUNTARY, 1, false, Format.OPEN);
    }

    /**
     * The seller, or who represents him, puts a published listing up for auction, and it is reserved for it. Refused with
     * {@code LISTING_UNKNOWN}, {@code LISTING_NOT_YOURS}, as {@link Standing#hindrance}, {@code START_PRICE_INVALID}, {@code RESERVE_INVALID},
     * {@code NOTICE_TOO_SHORT}, {@code BIDDING_TIME_INVALID}, {@code PROPERTY_RESERVED}, {@code LOT_EXISTS}.
     */
    public Outcome<Lot> offer(Actor person, Offer offer) {
        return register.listing(person, offer.listing()).flatMap(listing -> {
            var actor = standing.among(person, List.of(listing.seller()));
            if (!actor.party().equals(listing.seller())) {
                return refused(Refusal.forbidden("LISTING_NOT_YOURS"));
            }
            var wrong = standing.hindrance(actor).orElseGet(() -> wrong(listing, offer));
            return wrong != null ? refused(wrong) : begin(listing, offer);
        });
    }

    private Refusal wrong(ListingView listing, Offer offer) {
        var most = listing.price().percent(MOST_PCT);
        if (offer.start() == null || !offer.start().isPositive() || offer.start().compareTo(listing.price()) > 0
                || offer.start().compareTo(listing.price().percent(10)) < 0) {
            return Refusal.invalid("START_PRICE_INVALID", "start").with("least", listing.price().percent(10)).with("most", listing.price());
        }
        if (offer.reserve().filter(reserve -> reserve.compareTo(offer.start()) < 0 || reserve.compareTo(most) > 0).isPresent()) {
            return Refusal.invalid("RESERVE_INVALID", "reserve").with("most", most);
        }
        if (offer.opensAt() == null || offer.opensAt().isBefore(earliestOpening())) {
            return Refusal.invalid("NOTICE_TOO_SHORT", "opensAt").with("days", terms().notice().orElseThrow().getDays());
        }
        return offer.closesAt() == null || !offer.closesAt().isAfter(offer.opensAt()) ? Refusal.invalid("BIDDING_TIME_INVALID", "closesAt") : null;
    }

    private Outcome<Lot> begin(ListingView listing, Offer offer) {
        var terms = terms();
        var most = Money.of(Long.parseLong(workflow.parameter("auction.deposit.most")));
        var share = offer.start().percent(terms.depositPct().orElseThrow());
        var number = workflow.nextNumber('A');
        var lot = new Lot(number, LotId.random(), listing.number(), listing.property().id(), listing.seller(), listing.agent(),
                listing.property().address() + ", " + listing.property().areaM2() + " м²", Kind.VOLUNTARY, 1, offer.start(), offer.reserve(),
                listing.price().percent(MOST_PCT), share.compareTo(most) < 0 ? share : most, terms.payWithin().orElseThrow().toString(),
                offer.opensAt().truncatedTo(ChronoUnit.MILLIS), offer.closesAt().truncatedTo(ChronoUnit.MILLIS), Lot.State.OFFERED, null,
                Lot.Outcome.OPEN, clock.instant());
        var reserved = register.reserve(lot.property(), number);
        if (!reserved.isDone()) {
            return refused(reserved.refusal());
        }
        if (!store.insert(lot)) {
            throw new IllegalStateException("a listing that nobody had reserved is in an auction: " + lot.listing());
        }
        workflow.start("auctionLot", number, Values.of(LotVariables.SELLER, lot.seller().toString()).with(LotVariables.PAY_WITHIN, lot.payWithin())
                .with(LotVariables.APPROVE_WITHIN, workflow.parameter("auction.approveLot.within"))
                .with(LotVariables.ACCEPT_WITHIN, workflow.parameter("auction.acceptBestBid.within")));
        events.publishEvent(new AuctionEvent.LotOffered(number, lot.listing(), lot.seller(), clock.instant()));
        return Outcome.done(lot);
    }

    /** Lots that anybody may see. */
    @Transactional(readOnly = true)
    public List<Lot> catalogue(int limit) {
        return store.catalogue(limit);
    }

    /** A published lot, or one of the reader's own or for auctioneers; otherwise NOT_FOUND. */
    @Transactional(readOnly = true)
    public Outcome<Lot> lot(Actor reader, CaseRef number) {
        return store.find(number).filter(lot -> lot.state().isPublic() || reader != null && mayRun(reader, lot)).map(Outcome::done)
                .orElseGet(() -> refused(Refusal.notFound("LOT_UNKNOWN")));
    }

    /** The seller's side and auctioneers. */
    public boolean mayRun(Actor actor, Lot lot) {
        return actor.isAnyOf(Role.AUCTIONEER, Role.OPERATOR, Role.ADMIN) || lot.isSide(standing.among(actor, List.of(lot.seller())).party());
    }

    /** An auctioneer publishes the lot or refuses it with a reason. Refused with {@code AUCTIONEERS_ONLY}, {@code OWN_DEAL}, {@code REASON_MISSING}. */
    Outcome<Void> approve(Actor auctioneer, CaseRef number, boolean approved, String reason) {
        var lot = store.lock(number);
        if (!auctioneer.is(Role.AUCTIONEER)) {
            return refused(Refusal.forbidden("AUCTIONEERS_ONLY"));
        }
        if (lot.isSide(standing.among(auctioneer, List.of(lot.seller())).party())) {
            return refused(Refusal.forbidden("OWN_DEAL"));
        }
        if (!approved && (reason == null || reason.isBlank())) {
            return refused(Refusal.invalid("REASON_MISSING", "reason"));
        }
        if (approved && !clock.instant().isBefore(lot.opensAt())) {
            return refused(Refusal.conflict("LOT_OPENS_BEFORE_NOTICE"));
        }
        if (!approved) {
            store.move(number, Lot.State.OFFERED, reason.strip(), clock.instant());
        }
        return workflow.complete(number, "approveLot", auctioneer, Values.of(LotVariables.APPROVED, approved));
    }

    /** Seller or auctioneer take the lot back before the hammer, with a reason; deposits go back. Refused with {@code REASON_MISSING}, {@code HAMMER_FELL}. */
    public Outcome<Void> withdraw(Actor actor, CaseRef number, String reason) {
        return lot(actor, number).flatMap(seen -> {
            var lot = store.lock(number);
            if (!mayRun(actor, lot)) {
                return refused(Refusal.forbidden("LOT_NOT_YOURS"));
            }
            if (reason == null || reason.isBlank()) {
                return refused(Refusal.invalid("REASON_MISSING", "reason"));
            }
            if (lot.state() != Lot.State.PUBLISHED || !auctions.stop(lot.id())) {
                return refused(Refusal.conflict("HAMMER_FELL"));
            }
            store.move(number, Lot.State.PUBLISHED, reason.strip(), clock.instant());
            events.publishEvent(new AuctionEvent.LotWithdrawn(number, deposits.people(number), reason.strip(), clock.instant()));
            return workflow.tell(number, "LotWithdrawn", Values.none());
        });
    }

    /** The seller takes the best bid although it is below the reserve, or not. */
    Outcome<Void> answerBestBid(Actor person, CaseRef number, boolean taken) {
        var lot = store.lock(number);
        var seller = standing.among(person, List.of(lot.seller()));
        return workflow.complete(number, "acceptBestBid", seller, Values.of(LotVariables.BEST_BID_TAKEN, taken));
    }

    /** Who came second buys at the price of his own bid, or not. */
    Outcome<Void> answerRunnerUp(Actor person, CaseRef number, boolean taken) {
        store.lock(number);
        return workflow.complete(number, "takeLot", person, Values.of(LotVariables.TAKEN, taken));
    }

    /** A lot that exists, for whoever acts in its course. */
    @Transactional(readOnly = true)
    public Lot known(CaseRef number) {
        return store.find(number).orElseThrow();
    }

    Optional<Lot> find(CaseRef number) {
        return store.find(number);
    }

    /** News of the sale that the hammer opened; other sales are none of our business. */
    void priceFunded(CaseRef sale) {
        store.ofSale(sale).ifPresent(lot -> {
            workflow.tell(lot.number(), "PriceFunded", Values.none());
            events.publishEvent(new AuctionEvent.PriceFunded(lot.number(), sale, clock.instant()));
        });
    }

    void saleFailed(CaseRef sale, String reason) {
        store.ofSale(sale).ifPresent(lot -> {
            workflow.tell(lot.number(), "SaleFailed", Values.of(LotVariables.SALE_END, reason));
            events.publishEvent(new AuctionEvent.SaleFailed(lot.number(), sale, reason, clock.instant()));
        });
    }
}
