package mn.eland.sale;

import java.util.List;
import java.util.Map;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.property.PayoffLetter;
import mn.eland.property.PropertyRegister;
import mn.eland.property.TitleReading;
import mn.eland.property.TransferPapers;
import mn.eland.sale.Sale.Stage;
import mn.eland.sale.consent.ConsentView;
import mn.eland.sale.consent.Consents;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Representatives;
import mn.eland.sale.diligence.Diligence;
import mn.eland.sale.diligence.Taxation;
import mn.eland.sale.financing.Divider;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.handover.Photographs;
import mn.eland.sale.handover.Retentions;
import mn.eland.sale.papers.Charges;
import mn.eland.sale.papers.Deed;
import mn.eland.sale.papers.Introductions;
import mn.eland.sale.papers.SalePapers;
import mn.eland.sale.risk.Assessments;
import mn.eland.workflow.Values;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What only the process may cause in a sale, in the order of its diagram. */
@Component
@Transactional
class SaleCourse {

    private static final int FULL_CASH = 100;

    private final SaleStore store;
    private final SaleFile file;
    private final SalePapers papers;
    private final SaleProcess process;
    private final Diligence diligence;
    private final Introductions introductions;
    private final Taxation taxation;
    private final Charges charges;
    private final Loans loans;
    private final Divider divider;
    private final Assessments assessments;
    private final Representatives representatives;
    private final Consents consents;
    private final Retentions retentions;
    private final Photographs photographs;
    private final PropertyRegister register;
    private final Contracts contracts;
    private final Payments payments;
    private final Notarizations notarizations;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    SaleCourse(SaleStore store, SaleFile file, SalePapers papers, SaleProcess process, Diligence diligence, Introductions introductions,
               Taxation taxation, Charges charges, Loans loans, Divider divider, Assessments assessments, Representatives representatives,
               Consents consents, Retentions retentions, Photographs photographs, PropertyRegister register, Contracts contracts, Payments payments, Notarizations notarizations,
               ApplicationEventPublisher events, ElandClock clock) {
        this.store = store;
        this.file = file;
        this.papers = papers;
        this.process = process;
        this.diligence = diligence;
        this.introductions = introductions;
        this.taxation = taxation;
        this.charges = charges;
        this.loans = loans;
        this.divider = divider;
        this.assessments = assessments;
        this.representatives = representatives;
        this.consents = consents;
        this.retentions = retentions;
        this.photographs = photographs;
        this.register = register;
        this.contracts = contracts;
        this.payments = payments;
        this.notarizations = notarizations;
        this.events = events;
        this.clock = clock;
    }

    /** Takes the property and tells the register who the parties are. @return false when another sale holds it */
    boolean reserve(SaleId id) {
        var sale = store.lock(id);
        if (!register.reserve(sale.subject().property(), sale.caseRef()).isDone()) {
            return false;
        }
        introductions.toRegister(sale.caseRef(), sale.people().seller());
        introductions.toRegister(sale.caseRef(), sale.people().buyer());
        return true;
    }

    Values agreedMoney(SaleId id) {
        var sale = store.find(id).orElseThrow();
        return Values.of(SaleVariables.PRICE, sale.price()).with(SaleVariables.DEPOSIT, sale.deposit())
                .with(SaleVariables.BALANCE, sale.balance())
                .with(SaleVariables.CASH_SHARE, (double) sale.terms().cashPct() / FULL_CASH);
    }

    Values stateBuyer(SaleId id) {
        var deal = deal(id);
        return diligence.eligibility(deal.buyer(), deal.property());
    }

    void escalateReview(SaleId id, String group) {
        events.publishEvent(new SaleEvent.RiskReviewDue(id.caseRef(), group, true, clock.instant()));
    }

    Values draftPreliminary(SaleId id) {
        var sale = reach(id, Stage.PRELIMINARY);
        return toSign(sale, papers.preliminary(deed(sale)));
    }

    /** The deposit is there and binds. @return true when a bank has to lend part of the price first */
    boolean openFinancing(SaleId id) {
        boolean loan = loans.of(id.caseRef()).loan();
        if (loan) {
            reach(id, Stage.FUNDING);
        }
        return loan;
    }

    Values draftSaleContract(SaleId id) {
        var sale = reach(id, Stage.FUNDING);
        return toSign(sale, papers.saleContract(deed(sale)));
    }

    private void drafted(SaleId id, Contracts.DocumentView document) {
        file.note(id, "documentDrafted." + document.kind(), null, Map.of("number", document.number()), document.id());
    }

    private Values toSign(Sale sale, Contracts.DocumentView document) {
        drafted(sale.id(), document);
        return Values.of(SaleVariables.DOCUMENT, document.id().toString())
                .with(SaleVariables.SIGNERS, List.of(sale.people().seller().toString(), sale.people().buyer().toString()));
    }

    /** States whom the case may have to pay, and asks the buyer for money. */
    Values requestMoney(SaleId id, Payments.Purpose purpose) {
        var sale = store.find(id).orElseThrow();
        introductions.toCashier(sale.caseRef(), Payments.Payee.BUYER, sale.people().buyer());
        introductions.toCashier(sale.caseRef(), Payments.Payee.SELLER, sale.people().seller());
        if (sale.people().agent() != null) {
            introductions.toCashier(sale.caseRef(), Payments.Payee.BROKER, sale.people().agent());
        }
        var amount = purpose == Payments.Purpose.DEPOSIT ? sale.deposit() : sale.balance().plus(charges.agree(sale.caseRef(), sale.price(), sale.terms().urgent()));
        file.note(id, "paymentDue." + purpose, null, Map.of("amount", amount.toString()), null);
        events.publishEvent(new SaleEvent.PaymentDue(id.caseRef(), sale.people().buyer(), purpose.name(), amount, clock.instant()));
        return Values.of(SaleVariables.PURPOSE, purpose.name()).with(SaleVariables.TO_PAY, amount);
    }

    void bookNotary(SaleId id) {
        var sale = reach(id, Stage.NOTARY);
        var contract = contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT).orElseThrow();
        boolean underPressure = assessments.latest(sale.caseRef()).map(risk -> risk.codes().contains("PRESSURE_RISK")).orElse(false);
        var title = register.title(sale.subject().property());
        notarizations.open(sale.caseRef(), new Notarizations.Request(contract.id(), sale.subject().registryNo(),
                sale.subject().district(), sale.price(), sale.people().seller(), sale.people().buyer(), underPressure,
                title.map(reading -> Math.max(1, reading.ownerNames().size())).orElse(1),
                representatives.of(sale.caseRef()).isPresent() || introductions.isByPower(sale.subject().listing(), sale.people().seller()), introductions.isForeign(sale.people().buyer()),
                title.map(TitleReading::mortgage).orElse(false), sale.subject().objectType().equals("LAND")));
    }

    Values stateSeller(SaleId id) {
        var sale = reach(id, Stage.TAX);
        charges.introduceNotary(sale.caseRef());
        return taxation.seller(deal(id));
    }

    /** Divides the price: tax, the seller's bank, the agent's fee with value added tax, and what is left for the seller. */
    Money agreeSettlement(SaleId id, double taxRate, String taxCode) {
        var deal = deal(id);
        var parts = divider.agree(deal, taxRate);
        file.settled(id, new SaleFile.Settled(taxRate, taxCode, parts.tax(), parts.fee(), parts.vat(), parts.payoff(), parts.net(), parts.saleVat()));
        payments.agreeSettlement(deal.sale(), new Payments.Settlement(parts.price(), deal.seller(), deal.agent(), parts.tax(), parts.saleVat(),
                parts.payoff(), parts.fee(), parts.vat(), Money.ZERO, Money.ZERO, parts.net()));
        return parts.tax();
    }

    boolean payoffExceedsPrice(SaleId id) {
        return divider.isPayoffUncovered(deal(id));
    }

    void gatherPapers(SaleId id, String notaryNumber, String taxReceiptNo, String feeReceiptNo) {
        var sale = reach(id, Stage.REGISTRATION);
        var hash = contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT).map(Contracts.DocumentView::sha256).orElse(null);
        register.rememberPapers(sale.caseRef(), new TransferPapers(notaryNumber, hash, taxReceiptNo, feeReceiptNo, sale.terms().urgent()));
    }

    /** The new owner is registered: the price is earned, the listing is over. */
    void earnPrice(SaleId id) {
        var sale = reach(id, Stage.HANDOVER);
        payments.earn(sale.caseRef());
        payments.offerCommission(sale.caseRef(), introductions.vatPayer(sale.caseRef(), sale.people().seller()));
        register.markSold(sale.subject().property(), sale.caseRef(), sale.people().buyer(), sale.price());
        file.note(id, "titlePassed", null, Map.of(), null);
        events.publishEvent(new SaleEvent.TitlePassed(sale.caseRef(), sale.subject().listing(), sale.subject().property(),
                sale.people().buyer(), sale.price(), clock.instant()));
    }

    void urge(SaleId id, boolean seller) {
        var people = store.find(id).orElseThrow().people();
        events.publishEvent(new SaleEvent.HandoverUrged(id.caseRef(), seller ? people.seller() : people.buyer(), clock.instant()));
    }

    void urgeBoth(SaleId id) {
        urge(id, true);
        urge(id, false);
    }

    Values draftHandoverAct(SaleId id) {
        var handover = file.handover(id).orElseThrow();
        var sale = store.find(id).orElseThrow();
        return toSign(sale, papers.handoverAct(deed(sale), new Deed.Handover(handover.on(), handover.keys(), handover.meters(),
                handover.furniture(), handover.utilityDebt(), handover.defects(), photographs.listed(id.caseRef(), sale.state().stageSince()))));
    }

    Values prepareRelease(SaleId id) {
        var sale = reach(id, Stage.RELEASE);
        boolean retained = retentions.isAgreed(sale.caseRef());
        return Values.of(SaleVariables.AMOUNT, sale.price())
                .with(SaleVariables.RETENTION_AGREED, retained).with(SaleVariables.RETAIN_WITHIN, retentions.term())
                .with(SaleVariables.HANDOVER_SIGNED, !retained && contracts.document(sale.caseRef(), DocumentKind.HANDOVER_ACT)
                        .map(Contracts.DocumentView::isAcceptedByAll).orElse(false))
                .with(SaleVariables.DEADLINE_PASSED, false).with(SaleVariables.AWARD_FINAL, false)
                .with(SaleVariables.NOTARY_REFUSED, false).with(SaleVariables.MORTGAGE_PAYOFF,
                        payments.settlement(id.caseRef()).map(Payments.Settlement::mortgagePayoff).orElse(Money.ZERO));
    }

    void complete(SaleId id) {
        var sale = reach(id, Stage.COMPLETED);
        events.publishEvent(new SaleEvent.SaleCompleted(id.caseRef(), sale.subject().listing(), sale.people().all(), sale.price(),
                clock.instant()));
    }

    private Deed deed(Sale sale) {
        var property = sale.subject().property();
        var given = consents.of(sale.caseRef()).stream().filter(ConsentView::isCleared)
                .map(consent -> new Deed.Consent(consent.kind(), consent.name().isBlank() ? null : consent.name(), consent.isWaived())).toList();
        return new Deed(sale.caseRef(), register.property(property), sale.people().seller(), sale.people().buyer(), sale.price(),
                sale.deposit(), register.title(property).orElse(null), register.payoff(property).map(PayoffLetter::bank).orElse(null), given,
                new Deed.Terms(sale.subject().listing(), consents.share(property), sale.terms().doubleDeposit()));
    }

    private Sale reach(SaleId id, Stage stage) {
        var sale = store.lock(id);
        if (sale.reach(stage, clock.instant())) {
            store.save(sale);
            file.note(id, "stage." + stage, null, Map.of(), null);
            events.publishEvent(new SaleEvent.StageReached(id.caseRef(), stage.name(), sale.people().all(), clock.instant()));
        }
        return sale;
    }

    private Deal deal(SaleId id) {
        return file.deal(id.caseRef());
    }
}
