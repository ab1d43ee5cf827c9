package mn.eland.sale.listing;

import static mn.eland.kernel.Outcome.refused;

import java.util.Optional;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.price.AskingPrices;
import mn.eland.sale.SaleEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A prepared listing is valued by what similar properties cost, and a second agent looks at it before it is checked further. */
@Component
@Transactional
public class Approvals {

    private final ListingProcess process;
    private final PreparationStore preparations;
    private final PropertyRegister register;
    private final AskingPrices prices;
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Approvals(ListingProcess process, PreparationStore preparations, PropertyRegister register, AskingPrices prices, Parties parties,
              ApplicationEventPublisher events, ElandClock clock) {
        this.process = process;
        this.preparations = preparations;
        this.register = register;
        this.prices = prices;
        this.parties = parties;
        this.events = events;
        this.clock = clock;
    }

    void prepared(Actor agent, CaseRef listing) {
        preparations.add(listing, agent.party());
    }

    /** @return the price asked now, which may be another than when the mandate was given */
    Money value(CaseRef listing) {
        var view = register.listing(listing).orElseThrow();
        preparations.value(listing, view.price(), worthOf(view.property()));
        return view.price();
    }

    /** What similar properties make this one worth. */
    @Transactional(readOnly = true)
    public Valuation worthOf(PropertyView property) {
        return register.comparables(property.id()).map(found -> Valuation.of(found, property.areaM2()))
                .orElseGet(() -> Valuation.ofTooFew(register.similar(property.id()).size()));
    }

    /** How the listing was prepared last; empty while it is not. */
    @Transactional(readOnly = true)
    public Optional<Preparation> last(CaseRef listing) {
        return preparations.last(listing);
    }

    /**
     * Another agent approves a prepared listing, or sends it back with a reason. Refused with {@code AGENTS_ONLY},
     * {@code SAME_AGENT} to who prepared it, {@code OWN_DEAL} to its seller, {@code REASON_MISSING}.
     */
    Outcome<Void> review(Actor agent, CaseRef listing, boolean approved, String reason) {
        var prepared = preparations.last(listing).filter(last -> !last.isReviewed());
        var view = register.listing(listing);
        if (!agent.is(Role.AGENT)) {
            return refused(Refusal.forbidden("AGENTS_ONLY"));
        }
        if (prepared.isEmpty() || view.isEmpty()) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        if (agent.party().equals(prepared.get().by())) {
            return refused(Refusal.forbidden("SAME_AGENT").with("name", parties.party(agent.party()).shortName()));
        }
        if (agent.party().equals(view.get().seller())) {
            return refused(Refusal.forbidden("OWN_DEAL"));
        }
        if (!approved && (reason == null || reason.isBlank())) {
            return refused(Refusal.invalid("REASON_MISSING", "reason"));
        }
        var told = process.reviewed(listing, agent, approved);
        if (told.isDone()) {
            preparations.reviewed(listing, agent.party(), approved, approved ? null : reason.strip());
            if (approved) {
                prices.approve(listing);
            } else {
                events.publishEvent(new SaleEvent.ListingSentBack(listing, prepared.get().by(), reason.strip(), clock.instant()));
            }
        }
        return told;
    }
}
