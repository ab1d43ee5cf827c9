package mn.eland.sale.listing;

import static mn.eland.kernel.Outcome.refused;

import java.util.List;
import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.consent.Statement;
import mn.eland.sale.consent.Statements;
import mn.eland.sale.papers.Introductions;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sellers' mandates and what becomes of their listings. */
@Component
@Transactional
public class Mandates {

    private final ListingProcess process;
    private final PropertyRegister register;
    private final Parties parties;
    private final Standing standing;
    private final Introductions introductions;
    private final Statements statements;
    private final Approvals approvals;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Mandates(ListingProcess process, PropertyRegister register, Parties parties, Standing standing, Introductions introductions,
             Statements statements, Approvals approvals, ApplicationEventPublisher events, ElandClock clock) {
        this.process = process;
        this.register = register;
        this.parties = parties;
        this.standing = standing;
        this.introductions = introductions;
        this.statements = statements;
        this.approvals = approvals;
        this.events = events;
        this.clock = clock;
    }

    /** The owner for himself, a representative or an agent for the owner. */
    public Outcome<ListingView> give(Actor actor, ListingDraft draft) {
        boolean forHimself = actor.is(Role.SELLER) && actor.party().equals(draft.seller());
        boolean forOwner = actor.is(Role.AGENT) && actor.party().equals(draft.agent());
        var acting = forHimself || forOwner ? null : acting(actor, draft);
        if (acting != null && !acting.isDone()) {
            return refused(acting.refusal());
        }
        if (parties.find(draft.seller()).isEmpty()) {
            return refused(Refusal.invalid("SELLER_UNKNOWN", "seller"));
        }
        if (draft.agent() != null && parties.withRole(Role.AGENT).stream().noneMatch(agent -> agent.id().equals(draft.agent()))) {
            return refused(Refusal.invalid("AGENT_UNKNOWN", "agent"));
        }
        var unable = forHimself ? standing.hindrance(actor) : Optional.<Refusal>empty();
        if (unable.isPresent()) {
            return refused(unable.get());
        }
        var drafted = register.draft(process.nextNumber(), draft);
        if (drafted instanceof Outcome.Done<ListingView> done) {
            opened(done.value());
            if (acting != null) {
                parties.acted(acting.get(), done.value().number());
            }
        }
        return drafted;
    }

    /** A director, a guardian or the holder of a power of attorney acts for the owner. */
    private Outcome<Parties.Representation> acting(Actor actor, ListingDraft draft) {
        var acting = actor.is(Role.SELLER) ? parties.acting(actor.party(), draft.seller()) : null;
        return acting != null && (acting.isDone() || acting.refusal().code().equals("POA_EXPIRED")) ? acting
                : refused(Refusal.forbidden("NOT_YOUR_MANDATE"));
    }

    private void opened(ListingView listing) {
        introductions.toRegister(listing.number(), listing.seller());
        process.mandateGiven(listing);
        events.publishEvent(new SaleEvent.MandateGiven(listing.number(), listing.seller(), listing.agent(), clock.instant()));
    }

    /** An agent takes the mandate, or leaves it with a reason. The agent named in the mandate goes before others. */
    public Outcome<Void> prepare(Actor agent, CaseRef number, boolean ready, String reason, Statement statement) {
        var listing = register.listing(number).orElse(null);
        if (listing == null) {
            return refused(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        if (listing.agent() != null && !listing.agent().equals(agent.party())) {
            return refused(Refusal.forbidden("OTHER_AGENT"));
        }
        if (!ready && (reason == null || reason.isBlank())) {
            return refused(Refusal.invalid("REASON_MISSING", "reason"));
        }
        if (ready) {
            statements.keep(agent, number, statement);
            approvals.prepared(agent, number);
        }
        process.prepared(number, agent, ready).get();
        return Outcome.done();
    }

    public Outcome<Void> withdraw(Actor actor, CaseRef number) {
        var listing = register.listing(number).orElse(null);
        var seller = listing == null ? actor : standing.among(actor, List.of(listing.seller()));
        if (listing == null || !seller.party().equals(listing.seller()) && !actor.party().equals(listing.agent())) {
            return refused(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        var unable = standing.hindrance(seller);
        if (unable.isPresent()) {
            return refused(unable.get());
        }
        if (listing.state() == ListingView.State.RESERVED) {
            return refused(Refusal.conflict("LISTING_RESERVED"));
        }
        return listing.state() == ListingView.State.PUBLISHED ? process.withdrawn(number) : refused(Refusal.conflict("LISTING_CLOSED"));
    }

    public void sold(CaseRef listing) {
        process.sold(listing);
    }

    void publish(CaseRef listing) {
        register.publish(listing).get();
    }

    void takeOff(CaseRef listing) {
        register.withdraw(listing);
        register.listing(listing).ifPresent(view ->
                events.publishEvent(new SaleEvent.ListingWithdrawn(listing, view.seller(), clock.instant())));
    }

    void drop(CaseRef listing) {
        register.withdraw(listing);
        refusedBecause(listing, "MANDATE_DECLINED");
    }

    void expire(CaseRef listing) {
        register.expire(listing);
        register.listing(listing).ifPresent(view ->
                events.publishEvent(new SaleEvent.ListingExpired(listing, view.seller(), clock.instant())));
    }

    void lock(CaseRef listing, String code) {
        register.lock(listing, code);
        refusedBecause(listing, code);
    }

    private void refusedBecause(CaseRef listing, String code) {
        register.listing(listing).ifPresent(view ->
                events.publishEvent(new SaleEvent.ListingRefused(listing, view.seller(), code, clock.instant())));
    }
}
