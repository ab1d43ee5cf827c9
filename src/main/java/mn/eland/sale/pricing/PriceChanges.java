package mn.eland.sale.pricing;

import static mn.eland.kernel.Outcome.refused;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.property.ListingView.State;
import mn.eland.property.PropertyRegister;
import mn.eland.property.price.AskingPrices;
import mn.eland.property.price.AskingPrices.Asked;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.listing.Approvals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seller or agent ask another price. Within the margin around the price that was approved last it counts at once; beyond it
 * another agent looks at it, as at the listing itself (ADR 19, 39). Who has an offer on the table is told either way.
 */
@Component
@Transactional
public class PriceChanges {

    private static final String TASK = "approvePrice";

    private final AskingPrices prices;
    private final PropertyRegister register;
    private final PriceStore store;
    private final Approvals approvals;
    private final Standing standing;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    PriceChanges(AskingPrices prices, PropertyRegister register, PriceStore store, Approvals approvals, Standing standing, Workflow workflow,
                 ApplicationEventPublisher events, ElandClock clock) {
        this.prices = prices;
        this.register = register;
        this.store = store;
        this.approvals = approvals;
        this.standing = standing;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** For the seller, who represents him, and the agent; refused with {@code LISTING_UNKNOWN}, {@code LISTING_NOT_YOURS}. */
    @Transactional(readOnly = true)
    public Outcome<PriceTerms> terms(Actor person, CaseRef listing) {
        return side(person, listing).map(actor -> terms(prices.of(listing).orElseThrow()));
    }

    private PriceTerms terms(Asked asked) {
        var listing = asked.listing().number();
        return new PriceTerms(asked.listing(), asked.version(), asked.approved(), Integer.parseInt(workflow.parameter("listing.price.changePct")),
                store.waiting(listing).orElse(null), store.all(listing), prices.history(listing));
    }

    /** The person as seller, by himself or as who represents him, or as the agent of the listing. */
    private Outcome<Actor> side(Actor person, CaseRef number) {
        return register.listing(person, number).flatMap(listing -> {
            var actor = person.party().equals(listing.agent()) ? person : standing.among(person, List.of(listing.seller()));
            if (!actor.party().equals(listing.seller()) && !actor.party().equals(listing.agent())) {
                return refused(Refusal.forbidden("LISTING_NOT_YOURS"));
            }
            return standing.hindrance(actor).map(Outcome::<Actor>refused).orElseGet(() -> Outcome.done(actor));
        });
    }

    /**
     * Asks another price: AT_ONCE within the margin, WAITING beyond it. Refused as {@link #terms}, with {@code PRICE_INVALID},
     * {@code IF_MATCH_MISSING} when {@code seen} is null, {@code LISTING_CHANGED} when the listing has been edited since that version,
     * {@code PRICE_SAME}, {@code PRICE_RESERVED} while a sale holds the property, {@code LISTING_STATE} when the listing is over, and
     * {@code PRICE_CHANGE_WAITING} while another change waits.
     */
    public Outcome<PriceChange> ask(Actor person, CaseRef listing, Money price, Integer seen) {
        return side(person, listing).flatMap(actor -> {
            var asked = prices.hold(listing).orElseThrow();
            if (!AskingPrices.isPrice(price)) {
                return refused(Refusal.invalid("PRICE_INVALID", "price"));
            }
            if (seen == null) {
                return refused(Refusal.blind("IF_MATCH_MISSING"));
            }
            if (seen != asked.version()) {
                return refused(Refusal.stale("LISTING_CHANGED").with("price", asked.listing().price().toString()));
            }
            return mayBecome(asked, price).flatMap(open -> Outcome.done(terms(asked).isAtOnce(price) ? atOnce(actor, asked, price)
                    : begin(actor, asked.listing(), price)));
        });
    }

    private Outcome<Void> mayBecome(Asked asked, Money price) {
        var open = open(asked);
        if (!open.isDone()) {
            return open;
        }
        if (store.waiting(asked.listing().number()).isPresent()) {
            return refused(Refusal.conflict("PRICE_CHANGE_WAITING"));
        }
        return price.equals(asked.listing().price()) ? refused(Refusal.invalid("PRICE_SAME", "price")) : Outcome.done();
    }

    private Outcome<Void> open(Asked asked) {
        var listing = asked.listing();
        if (listing.state() == State.RESERVED) {
            return refused(Refusal.conflict("PRICE_RESERVED"));
        }
        return asked.isOpen() ? Outcome.done() : refused(Refusal.conflict("LISTING_STATE").with("number", listing.number()));
    }

    private PriceChange atOnce(Actor actor, Asked asked, Money price) {
        var change = store.add(asked.listing().number(), asked.listing().price(), price, actor, "AT_ONCE");
        put(change);
        return change;
    }

    private PriceChange begin(Actor actor, ListingView listing, Money price) {
        store.add(listing.number(), listing.price(), price, actor, "WAITING");
        workflow.start("changePrice", listing.number(), Values.of(PriceVariables.APPROVE_WITHIN, approveWithin(listing)));
        return store.waiting(listing.number()).orElseThrow();
    }

    private String approveWithin(ListingView listing) {
        return (String) workflow.decide("saleDeadlines", Map.of("objectType", listing.property().kind().name())).get(0).get("approveListingWithin");
    }

    private void put(PriceChange change) {
        prices.change(change.listing(), change.to()).get();
        workflow.factsChanged(change.listing());
        events.publishEvent(new SaleEvent.AskingPriceChanged(change.listing(), change.from(), change.to(), clock.instant()));
    }

    /** Seller or agent leave the price as it is after all; refused with {@code PRICE_CHANGE_UNKNOWN} when no change waits. */
    public Outcome<Void> takeBack(Actor person, CaseRef listing) {
        return side(person, listing).flatMap(actor -> {
            prices.hold(listing);
            if (store.waiting(listing).isEmpty()) {
                return refused(Refusal.notFound("PRICE_CHANGE_UNKNOWN"));
            }
            store.answered(listing, "TAKEN_BACK", null, null);
            workflow.tell(listing, "PriceChangeDropped", Values.none()).get();
            return Outcome.done();
        });
    }

    /**
     * Another agent approves the price or sends it back with a reason. Refused with {@code AGENTS_ONLY}, {@code SAME_AGENT} to who asked
     * for it and to the agent of the listing, {@code OWN_DEAL} to the seller's side, {@code REASON_MISSING}, and {@code PRICE_RESERVED}
     * while a sale holds the property.
     */
    Outcome<Void> review(Actor agent, CaseRef listing, boolean approved, String reason) {
        var asked = prices.hold(listing);
        var waiting = store.waiting(listing);
        if (!agent.is(Role.AGENT)) {
            return refused(Refusal.forbidden("AGENTS_ONLY"));
        }
        if (waiting.isEmpty() || asked.isEmpty()) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        var change = waiting.get();
        if (List.of(change.by(), change.person()).contains(agent.person()) || agent.party().equals(asked.get().listing().agent())) {
            return refused(Refusal.forbidden("SAME_AGENT").with("name", agent.name()));
        }
        if (standing.among(agent, List.of(asked.get().listing().seller())).party().equals(asked.get().listing().seller())) {
            return refused(Refusal.forbidden("OWN_DEAL"));
        }
        if (!approved && (reason == null || reason.isBlank())) {
            return refused(Refusal.invalid("REASON_MISSING", "reason"));
        }
        return (approved ? open(asked.get()) : Outcome.done()).flatMap(open -> reviewed(agent, change, approved, reason));
    }

    private Outcome<Void> reviewed(Actor agent, PriceChange change, boolean approved, String reason) {
        var told = workflow.complete(change.listing(), TASK, agent, Values.of(PriceVariables.APPROVED, approved));
        if (told.isDone()) {
            store.answered(change.listing(), approved ? "APPROVED" : "SENT_BACK", agent.person(), approved ? null : reason.strip());
            events.publishEvent(new SaleEvent.PriceChangeAnswered(change.listing(), change.person(), approved, change.to(),
                    approved ? "" : reason.strip(), clock.instant()));
        }
        return told;
    }

    /** The change that waits for another agent, as its task shows it. */
    @Transactional(readOnly = true)
    Optional<PriceChange> waiting(CaseRef listing) {
        return store.waiting(listing);
    }

    void value(CaseRef listing) {
        store.value(listing, approvals.worthOf(register.listing(listing).orElseThrow().property()));
    }

    void apply(CaseRef listing) {
        put(store.waiting(listing).orElseThrow());
        prices.approve(listing);
    }

    /** Nobody has to look at the price any more. Who took it back knows; who is overtaken by the end of the listing is told. */
    void drop(CaseRef listing) {
        store.waiting(listing).ifPresent(overtaken -> {
            store.answered(listing, "DROPPED", null, null);
            events.publishEvent(new SaleEvent.PriceChangeDropped(listing, overtaken.person(), overtaken.to(), clock.instant()));
        });
    }

    /** The listing is over. */
    void overtaken(CaseRef listing) {
        if (store.waiting(listing).isPresent()) {
            workflow.tell(listing, "PriceChangeDropped", Values.none());
        }
    }
}
