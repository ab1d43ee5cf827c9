package mn.eland.sale;

import static mn.eland.kernel.Outcome.refused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mn.eland.identity.Parties;
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
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.Sales.OfferRange;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.deal.Representatives;
import mn.eland.sale.diligence.Admission;
import mn.eland.sale.financing.Loans;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Offers and answers, until the parties agree on a price. Runs in the door's transaction. */
@Component
class Negotiation {

    /** Guards against a slip of the keyboard, not against a bargain: an offer between a tenth and double the asked price. */
    private static final int LEAST_PCT = 10;
    private static final int MOST_PCT = 200;

    private final SaleStore store;
    private final SaleFile file;
    private final SaleProcess process;
    private final PropertyRegister register;
    private final Parties parties;
    private final Admission admission;
    private final Loans loans;
    private final Representatives representatives;
    private final Standing standing;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Negotiation(SaleStore store, SaleFile file, SaleProcess process, PropertyRegister register, Parties parties,
                Admission admission, Loans loans, Representatives representatives, Standing standing, ApplicationEventPublisher events,
                ElandClock clock) {
        this.store = store;
        this.file = file;
        this.process = process;
        this.register = register;
        this.parties = parties;
        this.admission = admission;
        this.loans = loans;
        this.representatives = representatives;
        this.standing = standing;
        this.events = events;
        this.clock = clock;
    }

    Outcome<Sale> makeOffer(Actor actor, CaseRef number, OfferTerms terms) {
        var paper = terms.buyer() == null || terms.buyer().equals(actor.party()) ? null : parties.acting(actor.party(), terms.buyer());
        if (paper != null && !paper.isDone()) {
            return refused(paper.refusal());
        }
        return makeOffer(paper == null ? actor : standing.among(actor, List.of(terms.buyer())), paper == null ? null : paper.get(), number, terms);
    }

    private Outcome<Sale> makeOffer(Actor buyer, Parties.Representation paper, CaseRef number, OfferTerms terms) {
        var listing = register.listing(number).orElse(null);
        if (listing == null || listing.state() == ListingView.State.DRAFT) {
            return refused(Refusal.notFound("LISTING_UNKNOWN").with("number", number));
        }
        var reason = whyNotOffer(buyer, listing, terms);
        if (reason != null) {
            return refused(reason);
        }
        var now = clock.instant();
        var sale = Sale.open(process.nextId(), subject(listing), people(buyer, listing),
                new Sale.Terms(terms.depositPct(), terms.conditions(), terms.annualIncome(), terms.cashPct(), terms.urgent(), terms.doubleDeposit()),
                terms.price(), Duration.ofDays(terms.validDays()), now);
        if (!store.insert(sale)) {
            return refused(store.liveOffer(number, buyer.party()).map(other -> Refusal.conflict("OFFER_EXISTS").with("number", other))
                    .orElseGet(() -> Refusal.conflict("OFFER_EXISTS").with("number", "")));
        }
        loans.keep(sale.caseRef(), terms.financing());
        file.note(sale.id(), "offerMade", buyer.name(), Map.of("price", terms.price().toString()), null);
        if (paper != null) {
            representatives.acted(sale.caseRef(), paper);
            file.note(sale.id(), "represented." + paper.basis(), buyer.name(), Map.of("holder", buyer.proxy().name(), "paper", paper.paperNo()), null);
        }
        process.offerMade(sale, terms.validDays());
        events.publishEvent(new SaleEvent.OfferMade(sale.caseRef(), number, listing.seller(), buyer.party(), terms.price(), now));
        return Outcome.done(sale);
    }

    /** The first reason why this person may not make this offer; null when there is none. */
    private Refusal whyNotOffer(Actor buyer, ListingView listing, OfferTerms terms) {
        if (!buyer.is(Role.BUYER)) {
            return Refusal.forbidden("NOT_A_BUYER");
        }
        var barred = admission.refusal(buyer, listing).orElse(null);
        if (barred != null) {
            return barred;
        }
        var wrong = wrongTerms(listing.price(), terms);
        return wrong != null ? wrong : admission.ineligibility(buyer, listing).orElse(null);
    }

    /** What the table of parameters lets an offer hold. */
    OfferRange range() {
        return new OfferRange(process.number("deposit.pct.min"), process.number("deposit.pct"), process.daysOf("offer.validity"), process.number("offer.maxDays"));
    }

    private Refusal wrongTerms(Money asked, OfferTerms terms) {
        var range = range();
        var price = wrongPrice(asked, terms.price(), "price");
        if (price != null) {
            return price;
        }
        if (terms.depositPct() < range.leastDepositPct() || terms.depositPct() > range.depositPct()) {
            return Refusal.invalid("DEPOSIT_OUT_OF_RANGE", "depositPct");
        }
        if (terms.validDays() < 1 || terms.validDays() > range.longestDays()) {
            return Refusal.invalid("TERM_OUT_OF_RANGE", "validDays");
        }
        if (terms.cashPct() < 0 || terms.cashPct() > 100) {
            return Refusal.invalid("CASH_OUT_OF_RANGE", "cashPct");
        }
        return terms.financing().wrong(terms.price(), terms.price().percent(terms.depositPct()));
    }

    private static Refusal wrongPrice(Money asked, Money price, String field) {
        var least = asked.percent(LEAST_PCT);
        var most = asked.percent(MOST_PCT);
        if (price == null || price.compareTo(least) < 0 || price.compareTo(most) > 0) {
            return Refusal.invalid("PRICE_OUT_OF_RANGE", field).with("least", least).with("most", most);
        }
        return null;
    }

    private static Sale.Subject subject(ListingView listing) {
        var property = listing.property();
        return new Sale.Subject(listing.number(), property.id(), property.address() + ", " + property.areaM2() + " м²",
                property.district(), property.registryNo(), property.kind().name(), listing.price());
    }

    private Sale.People people(Actor buyer, ListingView listing) {
        return new Sale.People(listing.seller(), parties.party(listing.seller()).shortName(), buyer.party(),
                parties.party(buyer.party()).shortName(), listing.agent(),
                listing.agent() == null ? null : parties.party(listing.agent()).shortName());
    }

    Outcome<Sale> answer(Actor actor, SaleId id, Answer answer, Money counterPrice, int validDays, String reason) {
        var sale = store.lock(id);
        var late = whyNotAnswer(actor, sale);
        if (late != null) {
            return refused(late);
        }
        if (answer == Answer.COUNTER && (validDays < 1 || validDays > range().longestDays())) {
            return refused(Refusal.invalid("TERM_OUT_OF_RANGE", "validDays"));
        }
        var wrong = answer == Answer.COUNTER ? wrongPrice(sale.subject().asked(), counterPrice, "counterPrice") : null;
        if (wrong != null) {
            return refused(wrong);
        }
        if (answer == Answer.ACCEPT && !register.reserve(sale.subject().property(), sale.caseRef()).isDone()) {
            return refused(Refusal.conflict("PROPERTY_RESERVED"));
        }
        answered(actor, sale, answer, counterPrice, validDays, reason);
        return Outcome.done(store.find(id).orElseThrow());
    }

    private Refusal whyNotAnswer(Actor actor, Sale sale) {
        if (!sale.isParty(actor.party())) {
            return Refusal.forbidden("NOT_A_PARTY");
        }
        if (sale.stage() == Sale.Stage.CALLED_OFF) {
            return Refusal.expired("OFFER_GONE");
        }
        var waitsFor = sale.toAnswer().orElse(null);
        if (sale.stage() != Sale.Stage.OFFER || waitsFor == null) {
            return Refusal.conflict("OFFER_ANSWERED");
        }
        if (!actor.party().equals(waitsFor)) {
            return Refusal.conflict("NOT_YOUR_TURN");
        }
        boolean late = !clock.instant().isBefore(sale.onTable().orElseThrow().validUntil())
                || !process.waitsForAnswer(sale, waitsFor.equals(sale.people().seller()));
        return late ? Refusal.expired("OFFER_LAPSED") : null;
    }

    private void answered(Actor actor, Sale sale, Answer answer, Money counterPrice, int validDays, String reason) {
        var now = clock.instant();
        var people = sale.people();
        switch (answer) {
            case ACCEPT -> {
                sale.accept(now);
                file.note(sale.id(), "offerAccepted", actor.name(), Map.of("price", sale.price().toString()), null);
                events.publishEvent(new SaleEvent.OfferAccepted(sale.caseRef(), sale.subject().listing(), people.seller(),
                        people.buyer(), sale.price(), now));
            }
            case COUNTER -> {
                sale.counter(actor.party(), counterPrice, Duration.ofDays(validDays), reason, now);
                file.note(sale.id(), "offerCountered", actor.name(), Map.of("price", counterPrice.toString()), null);
                events.publishEvent(new SaleEvent.OfferCountered(sale.caseRef(), actor.party(), sale.toAnswer().orElseThrow(),
                        counterPrice, now));
            }
            case REFUSE -> {
                sale.refuse(reason);
                file.note(sale.id(), "offerRefused", actor.name(), Map.of(), null);
            }
        }
        store.save(sale);
        process.offerAnswered(sale, actor, answer, validDays);
    }

    /** Tells the other buyers of the listing that another offer was accepted. */
    void tellOthers(SaleEvent.OfferAccepted accepted) {
        for (var other : store.negotiating(accepted.listing(), SaleId.of(accepted.caseRef()))) {
            file.note(other.id(), "propertyReserved", null, Map.of(), null);
            events.publishEvent(new SaleEvent.PropertyReserved(other.caseRef(), other.people().buyer(), clock.instant()));
        }
    }

    /** An offer stands as it was made; whoever made one learns that less or more is asked now. */
    void tellBuyers(SaleEvent.AskingPriceChanged changed) {
        for (var sale : negotiating(changed.caseRef())) {
            file.note(sale.id(), "askingPriceChanged", null, Map.of("from", changed.from().toString(), "to", changed.to().toString()), null);
            events.publishEvent(new SaleEvent.OfferRepriced(sale.caseRef(), sale.people().buyer(), changed.from(), changed.to(), clock.instant()));
        }
    }

    List<Sale> negotiating(CaseRef listing) {
        return store.negotiating(listing, null);
    }
}
