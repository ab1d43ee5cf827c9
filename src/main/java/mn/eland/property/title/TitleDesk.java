package mn.eland.property.title;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.property.ListingView;
import mn.eland.property.PropertyRegister;
import mn.eland.property.PropertyView;
import mn.eland.property.TitleReading;
import mn.eland.property.spi.FilingOffice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the processes and the agents do between the platform and the state register: read, cure, file, fix, chase. */
@Service
@Transactional
public class TitleDesk {

    private final PropertyRegister register;
    private final Titles titles;
    private final Filings filings;
    private final PropertyProcess process;
    private final ElandClock clock;

    TitleDesk(PropertyRegister register, Titles titles, Filings filings, PropertyProcess process, ElandClock clock) {
        this.register = register;
        this.titles = titles;
        this.filings = filings;
        this.process = process;
        this.clock = clock;
    }

    TitleReading readTitle(CaseRef caseRef, PropertyId property, PartyId seller) {
        return titles.read(caseRef, register.property(property), seller, Integer.parseInt(process.parameter("age.majority")));
    }

    long ageInDays(TitleReading reading) {
        return Duration.between(reading.readAt(), clock.instant()).toDays();
    }

    void recordTitle(CaseRef caseRef, PropertyId property, PartyId seller, String decision, String code) {
        titles.decide(caseRef, property, seller, decision, code);
    }

    void stopListing(CaseRef caseRef, PropertyId property, String code) {
        var listing = caseRef.number().startsWith("L-") ? Optional.of(caseRef)
                : register.openListing(property).map(ListingView::number);
        listing.flatMap(register::listing).filter(found -> found.state() != ListingView.State.LOCKED)
                .ifPresent(found -> register.lock(found.number(), code).get());
    }

    /** The inputs of the table {@code registrationFee} and the two deadlines at the counter. */
    FilingTerms filingTerms(CaseRef caseRef) {
        return new FilingTerms("SALE", filings.papers(caseRef).urgent() ? "URGENT" : "NORMAL",
                Long.parseLong(process.parameter("gasr.normal.workingDays")), Long.parseLong(process.parameter("gasr.urgent.hours")),
                process.parameter("gasr.escalateAfter"), process.parameter("gasr.fixWithin"));
    }

    /** How old what the register said may be, in days. */
    long referenceMaxAgeDays() {
        return Period.parse(process.parameter("reference.maxAge")).getDays();
    }

    /** Whether the property of a minor needs a permit of the Governor. */
    boolean asksGovernorPermit() {
        return process.asksGovernorPermit();
    }

    String fileTransfer(CaseRef caseRef, String stepKey, PropertyId property, PartyId seller, PartyId buyer, Money price) {
        var subject = register.property(property);
        var from = titles.person(caseRef, seller);
        var to = titles.person(caseRef, buyer);
        var papers = filings.papers(caseRef);
        return filings.file(caseRef, stepKey, property, new FilingOffice.Application(subject.registryNo(), subject.certificateNo(),
                from.registerNumber(), to.registerNumber(), to.parentName(), to.givenName(), price.tugrug(), papers.notaryNumber(),
                papers.contractSha256(), papers.taxReceiptNo(), papers.feeReceiptNo(), papers.urgent()));
    }

    /** The property a title check or a filing of this case is about. */
    public Optional<PropertyView> propertyOf(CaseRef caseRef) {
        return titles.propertyOf(caseRef).or(() -> filings.propertyOf(caseRef)).map(register::property);
    }

    /** An agent shows the paper that removes the defect; the register is then read again. */
    public Outcome<Void> cureTitle(Actor actor, CaseRef caseRef, Cure cure) {
        var reading = titles.last(caseRef);
        if (!mayServe(actor)) {
            return Outcome.refused(Refusal.forbidden("AGENT_ONLY"));
        }
        if (reading.isEmpty() || !"CURE".equals(reading.get().decision())) {
            return Outcome.refused(Refusal.conflict("NOTHING_TO_CURE"));
        }
        var code = reading.get().code();
        if (cure.documentDate().isAfter(clock.today())) {
            return Outcome.refused(Refusal.invalid("DATE_IN_FUTURE", "documentDate"));
        }
        if (code.equals("CADASTRE_DIFF") && cure.parcelNo() == null) {
            return Outcome.refused(Refusal.invalid("PARCEL_NO_MISSING", "parcelNo"));
        }
        if (code.equals("AREA_DIFF") && cure.areaM2() == null) {
            return Outcome.refused(Refusal.invalid("AREA_INVALID", "areaM2"));
        }
        var wrong = code.equals("MORTGAGE") ? wrongPayoff(caseRef, cure.payoff()) : null;
        if (wrong != null) {
            return Outcome.refused(wrong);
        }
        return process.titleCured(actor, caseRef).map(done -> {
            titles.cure(actor, caseRef, titles.propertyOf(caseRef).orElseThrow(), code, cure);
            return null;
        });
    }

    /** The first thing wrong with what a bank says it is owed; null when there is none. */
    private Refusal wrongPayoff(CaseRef caseRef, Payoff payoff) {
        if (payoff == null || payoff.amount() == null || !payoff.amount().isPositive()) {
            return Refusal.invalid("PAYOFF_MISSING", "payoffMnt");
        }
        if (!Iban.isValid(Iban.plain(payoff.iban()))) {
            return Refusal.invalid("IBAN_INVALID", "payoffIban");
        }
        if (payoff.validUntil() == null || !payoff.validUntil().isAfter(clock.today())) {
            return Refusal.invalid("PAYOFF_EXPIRED", "payoffValidUntil");
        }
        return titles.propertyOf(caseRef).flatMap(register::openListing).map(ListingView::price)
                .filter(price -> payoff.amount().compareTo(price) >= 0)
                .map(price -> Refusal.invalid("PAYOFF_ABOVE_PRICE", "payoffMnt").with("price", price)).orElse(null);
    }

    /** An agent has put right what the registrar refused and files again, or gives up. */
    public Outcome<Void> fixFiling(Actor actor, CaseRef sale, Fix fix) {
        if (!mayServe(actor)) {
            return Outcome.refused(Refusal.forbidden("AGENT_ONLY"));
        }
        return process.filingFixed(actor, sale, fix.refile()).map(done -> {
            filings.note(actor, sale, "FIX", fix.explanation());
            if (fix.certificateNo() != null) {
                filings.correctCertificate(filings.propertyOf(sale).orElseThrow(), fix.certificateNo());
            }
            return null;
        });
    }

    /** An agent has asked the registrar why the answer takes so long. */
    public Outcome<Void> chaseRegistrar(Actor actor, CaseRef sale, Chase chase) {
        if (!mayServe(actor)) {
            return Outcome.refused(Refusal.forbidden("AGENT_ONLY"));
        }
        if (chase.askedOn().isAfter(clock.today())) {
            return Outcome.refused(Refusal.invalid("DATE_IN_FUTURE", "askedOn"));
        }
        return process.registrarChased(actor, sale).map(done -> {
            filings.note(actor, sale, "CHASE", chase.askedOn() + " " + chase.channel() + ": " + chase.answer());
            return null;
        });
    }

    private static boolean mayServe(Actor actor) {
        return actor.isAnyOf(Role.AGENT, Role.OPERATOR, Role.ADMIN);
    }

    record FilingTerms(String service, String urgency, long normalWorkingDays, long urgentHours, String escalateAfter, String fixWithin) {
    }

    /** @param parcelNo the right parcel, or null; @param areaM2 the right area, or null; @param payoff what the mortgagee is owed, or null */
    public record Cure(String documentNo, LocalDate documentDate, String issuer, String note, String parcelNo, Double areaM2, Payoff payoff) {

        public Cure(String documentNo, LocalDate documentDate, String issuer, String note, String parcelNo, Double areaM2) {
            this(documentNo, documentDate, issuer, note, parcelNo, areaM2, null);
        }
    }

    public record Payoff(Money amount, String iban, LocalDate validUntil) {
    }

    /** @param channel PHONE, OFFICE or LETTER */
    public record Chase(LocalDate askedOn, String channel, String answer) {
    }

    /** @param certificateNo the right certificate, or null when it was not the matter */
    public record Fix(boolean refile, String explanation, String certificateNo) {
    }
}
