package mn.eland.auction.admission;

import static mn.eland.kernel.Outcome.refused;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.auction.AuctionEvent;
import mn.eland.auction.admission.Admission.State;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lots;
import mn.eland.identity.Parties;
import mn.eland.identity.verification.Act;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Payee;
import mn.eland.property.PropertyRegister;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Asks to bid for a lot, and the auctioneer's answer where the signals ask for one. */
@Component
@Transactional
public class Admissions {

    private final AdmissionStore store;
    private final Lots lots;
    private final Parties parties;
    private final Permits permits;
    private final Standing standing;
    private final mn.eland.sale.diligence.Admission eligibility;
    private final PropertyRegister register;
    private final Payments payments;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Admissions(AdmissionStore store, Lots lots, Parties parties, Permits permits, Standing standing, mn.eland.sale.diligence.Admission eligibility,
               PropertyRegister register, Payments payments, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.lots = lots;
        this.parties = parties;
        this.permits = permits;
        this.standing = standing;
        this.eligibility = eligibility;
        this.register = register;
        this.payments = payments;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** Until when bidders are registered for a lot. */
    public Instant registrationEnds(Lot lot) {
        return lot.opensAt().minus(Duration.parse(workflow.parameter("auction.registration.closesBefore")));
    }

    /** The reader's own admission to a lot. */
    @Transactional(readOnly = true)
    public Optional<Admission> mine(Actor reader, CaseRef auction) {
        return reader == null ? Optional.empty() : store.of(auction, reader.party());
    }

    /**
     * Asks to bid, and opens the account for the deposit; asked again it gives the same admission. Refused with {@code LOT_UNKNOWN},
     * {@code NOT_A_BUYER}, {@code ADMISSION_CLOSED}, {@code OWN_LOT}, {@code BIDDER_BANNED}, as {@link Permits#hindrance(Actor, Act)}, and with the code of the table
     * {@code ownershipEligibility} for who could not own the property.
     */
    public Outcome<Admission> ask(Actor bidder, CaseRef auction) {
        return lots.lot(bidder, auction).flatMap(lot -> {
            var before = store.of(auction, bidder.party());
            return before.isPresent() ? Outcome.done(before.get()) : whyNot(bidder, lot).<Outcome<Admission>>map(Outcome::refused).orElseGet(() -> begin(bidder, lot));
        });
    }

    private Optional<Refusal> whyNot(Actor bidder, Lot lot) {
        if (!bidder.is(Role.BUYER)) {
            return Optional.of(Refusal.forbidden("NOT_A_BUYER"));
        }
        if (lot.state() != Lot.State.PUBLISHED || !clock.instant().isBefore(registrationEnds(lot))) {
            return Optional.of(Refusal.conflict("ADMISSION_CLOSED"));
        }
        if (lot.isSide(bidder.person()) || standing.principals(bidder).contains(lot.seller())) {
            return Optional.of(Refusal.conflict("OWN_LOT"));
        }
        return standing.hindrance(bidder).or(() -> permits.hindrance(bidder, Act.OFFER))
                .or(() -> store.bannedUntil(bidder.party(), clock.instant()).map(until -> Refusal.forbidden("BIDDER_BANNED").with("until", until.toString())))
                .or(() -> eligibility.ineligibility(bidder, register.listing(lot.listing()).orElseThrow()));
    }

    private Outcome<Admission> begin(Actor bidder, Lot lot) {
        var now = clock.instant();
        var payBy = registrationEnds(lot);
        var admission = new Admission(workflow.nextNumber('A'), lot.number(), bidder.party(), lot.deposit(), payBy, State.DEPOSIT, null, List.of(), 0, null, null);
        if (!store.insert(admission, now)) {
            return Outcome.done(store.of(lot.number(), bidder.party()).orElseThrow());
        }
        payTo(admission.number(), Payee.BUYER, bidder.party());
        payTo(admission.number(), Payee.SELLER, lot.seller());
        workflow.start("admitToLot", admission.number(), Values.of(AdmissionVariables.BIDDER, bidder.party().toString())
                .with(AdmissionVariables.PURPOSE, Payments.Purpose.DEPOSIT).with(AdmissionVariables.DEPOSIT, admission.deposit())
                .with(AdmissionVariables.PAY_WITHIN, "PT" + Duration.between(now, payBy).toSeconds() + "S")
                .with(AdmissionVariables.ADMIT_WITHIN, workflow.parameter("auction.admit.within"))
                .with(AdmissionVariables.RECHECK_WITHIN, workflow.parameter("auction.recheck.within")));
        events.publishEvent(new AuctionEvent.AdmissionAsked(admission.number(), lot.number(), bidder.party(), admission.deposit(), now));
        return Outcome.done(admission);
    }

    private void payTo(CaseRef admission, Payee payee, PartyId who) {
        var view = parties.party(who);
        if (view.iban() != null) {
            payments.payTo(admission, payee, new Payments.Beneficiary(who, view.fullName(), view.iban()));
        }
    }

    /** Refused with {@code AUCTIONEERS_ONLY}, {@code OWN_DEAL}, {@code REASON_MISSING}. */
    Outcome<Void> review(Actor auctioneer, CaseRef number, boolean admitted, String reason) {
        var admission = store.find(number).orElseThrow();
        var lot = lots.known(admission.auction());
        if (!auctioneer.is(Role.AUCTIONEER)) {
            return refused(Refusal.forbidden("AUCTIONEERS_ONLY"));
        }
        if (auctioneer.person().equals(admission.bidder()) || lot.isSide(auctioneer.person())) {
            return refused(Refusal.forbidden("OWN_DEAL"));
        }
        if (!admitted) {
            if (reason == null || reason.isBlank()) {
                return refused(Refusal.invalid("REASON_MISSING", "reason"));
            }
            store.reason(number, reason.strip());
        }
        return workflow.complete(number, "admitBidder", auctioneer, Values.of(AdmissionVariables.ADMITTED, admitted));
    }

    Optional<Admission> find(CaseRef number) {
        return store.find(number);
    }
}
