package mn.eland.sale.tax;

import static mn.eland.kernel.Outcome.refused;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.contract.Contracts;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Settlement;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.deal.Deals;
import mn.eland.sale.diligence.Taxation;
import mn.eland.sale.tax.TaxView.Receipt;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seller owes the tax on the price (Law on Personal Income Tax) and the registrar wants its receipt. It is taken from
 * the price, unless the seller chooses to pay it and shows the receipt in time; tax that the law has withheld stays so.
 */
@Component
@Transactional
public class TaxReceipts {

    private static final String UPLOAD = "uploadTaxReceipt";
    private static final String CHECK = "checkTaxReceipt";
    private static final String WITHHELD = "SELLER_WITHHELD";
    private static final int LONGEST_NUMBER = 60;
    private static final Set<String> BEFORE_TAX = Set.of("CHECKS", "PRELIMINARY", "FUNDING", "NOTARY");

    private final Sales sales;
    private final Deals deals;
    private final Taxation taxation;
    private final TaxReceiptStore store;
    private final Payments payments;
    private final Contracts contracts;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    TaxReceipts(Sales sales, Deals deals, Taxation taxation, TaxReceiptStore store, Payments payments, Contracts contracts, Workflow workflow,
                ApplicationEventPublisher events, ElandClock clock) {
        this.sales = sales;
        this.deals = deals;
        this.taxation = taxation;
        this.store = store;
        this.payments = payments;
        this.contracts = contracts;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** @param type media type that the file's own bytes say; @param content the file */
    public record NewReceipt(String number, LocalDate paidOn, String type, byte[] content) {
    }

    /** A file that was shown. */
    public record Shown(String type, InputStream content) {
    }

    /** Seller, who represents him, and staff who watch over money, see how the tax is paid; for others there is nothing to see. */
    @Transactional(readOnly = true)
    public Outcome<TaxView> view(Actor reader, CaseRef sale) {
        return mine(reader, sale).map(view -> new TaxView(store.isBySeller(sale), mayChoose(reader, view), workflow.isOpen(sale, UPLOAD),
                store.last(sale).orElse(null)));
    }

    private boolean mayChoose(Actor reader, SaleView view) {
        return seller(reader, view.id().caseRef()).isDone() && BEFORE_TAX.contains(view.stage()) && !isWithheld(view.id().caseRef());
    }

    private boolean isWithheld(CaseRef sale) {
        return taxation.of(deals.deal(sale)).withheld();
    }

    private Outcome<SaleView> mine(Actor reader, CaseRef sale) {
        return sales.as(reader, SaleId.of(sale)).flatMap(actor -> sales.sale(actor, SaleId.of(sale)).flatMap(view -> actor.party().equals(view.seller())
                || actor.isAnyOf(Role.ESCROW_OFFICER, Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN)
                ? Outcome.done(view) : refused(Refusal.forbidden("SELLER_ONLY"))));
    }

    /** The seller, in person or by who represents him; refused as {@link Sales#acting}, and with {@code SELLER_ONLY}. */
    private Outcome<Actor> seller(Actor person, CaseRef sale) {
        return sales.acting(person, SaleId.of(sale)).flatMap(actor -> sales.sale(actor, SaleId.of(sale)).flatMap(view ->
                actor.party().equals(view.seller()) ? Outcome.done(actor) : refused(Refusal.forbidden("SELLER_ONLY"))));
    }

    /** The seller says who pays the tax, until the contract is certified. Refused with {@code TAX_WITHHELD} where the law has it withheld. */
    public Outcome<TaxView> choose(Actor person, CaseRef sale, boolean bySeller) {
        return seller(person, sale).flatMap(seller -> mine(seller, sale).flatMap(view -> {
            if (!BEFORE_TAX.contains(view.stage())) {
                return refused(Refusal.conflict("TAX_CHOICE_OVER"));
            }
            if (isWithheld(sale)) {
                return refused(Refusal.conflict("TAX_WITHHELD"));
            }
            store.choose(sale, bySeller);
            deals.note(sale, bySeller ? "taxBySeller" : "taxFromEscrow", seller.name(), Map.of(), null);
            return view(seller, sale);
        }));
    }

    public boolean isBySeller(CaseRef sale, Money tax, String payer) {
        return tax.isPositive() && !WITHHELD.equals(payer) && store.isBySeller(sale);
    }

    /** How long the seller has for the receipt. */
    public String receiptWithin(CaseRef sale) {
        return (String) workflow.decide("saleDeadlines", Map.of("objectType", deals.deal(sale).property().kind().name())).get(0).get("taxReceiptWithin");
    }

    /** How long the officers have to look at it, as for a release. */
    public String checkWithin() {
        return workflow.parameter("release.approveWithin");
    }

    /** The seller shows the receipt of the tax office; an escrow officer looks at it. */
    public Outcome<TaxView> show(Actor person, CaseRef sale, NewReceipt receipt) {
        return mayShow(person, sale).flatMap(seller -> {
            if (receipt.number() == null || receipt.number().isBlank() || receipt.number().strip().length() > LONGEST_NUMBER) {
                return refused(Refusal.invalid("TAX_RECEIPT_NUMBER", "receiptNo"));
            }
            if (receipt.paidOn() == null) {
                return refused(Refusal.invalid("FIELD_REQUIRED", "paidOn"));
            }
            if (receipt.paidOn().isAfter(clock.today())) {
                return refused(Refusal.invalid("DATE_IN_FUTURE", "paidOn"));
            }
            store.show(seller, sale, receipt, payments.settlement(sale).orElseThrow().tax(), contracts.keep(receipt.content()));
            deals.note(sale, "taxReceiptShown", seller.name(), Map.of("number", receipt.number().strip()), null);
            workflow.complete(sale, UPLOAD, seller, Values.of(TaxVariables.RECEIPT_SHOWN, true)).get();
            return view(seller, sale);
        });
    }

    /** The seller would rather have it paid from the escrow after all. */
    public Outcome<Void> letEscrowPay(Actor person, CaseRef sale) {
        return mayShow(person, sale).map(seller -> {
            deals.note(sale, "taxFromEscrow", seller.name(), Map.of(), null);
            workflow.complete(sale, UPLOAD, seller, Values.of(TaxVariables.RECEIPT_SHOWN, false)).get();
            return null;
        });
    }

    /** The task in which this seller may leave the tax to the escrow. */
    @Transactional(readOnly = true)
    public Optional<String> task(Actor seller, CaseRef sale) {
        return workflow.openTasks(seller, sale).stream().filter(task -> task.taskKey().equals(UPLOAD)).map(TaskView::id).findFirst();
    }

    /** The seller as who he acts, while his receipt is waited for; refused with {@code TAX_RECEIPT_NOT_DUE} otherwise. */
    @Transactional(readOnly = true)
    public Outcome<Actor> mayShow(Actor person, CaseRef sale) {
        return seller(person, sale).flatMap(seller ->
                workflow.isOpen(sale, UPLOAD) ? Outcome.done(seller) : refused(Refusal.conflict("TAX_RECEIPT_NOT_DUE")));
    }

    /** An escrow officer takes the receipt for the tax of this sale, or sends it back with a reason. */
    Outcome<Void> answer(Actor officer, CaseRef sale, boolean accepted, String reason) {
        var seller = deals.deal(sale).seller();
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        if (sales.as(officer, SaleId.of(sale)).get().party().equals(seller)) {
            return refused(Refusal.forbidden("OWN_DEAL"));
        }
        var receipt = store.last(sale).orElseThrow();
        if (accepted && store.isUsed(receipt)) {
            return refused(Refusal.conflict("TAX_RECEIPT_USED").with("number", receipt.number()));
        }
        if (workflow.openTasks(officer, sale).stream().noneMatch(task -> task.taskKey().equals(CHECK))) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        store.answer(officer, receipt, accepted, reason);
        deals.note(sale, accepted ? "taxReceiptAccepted" : "taxReceiptSentBack", null,
                accepted ? Map.of("number", receipt.number()) : Map.of("number", receipt.number(), "reason", reason), null);
        events.publishEvent(new SaleEvent.TaxReceiptAnswered(sale, seller, accepted, accepted ? "" : reason, clock.instant()));
        workflow.complete(sale, CHECK, officer, Values.of(TaxVariables.RECEIPT_ACCEPTED, accepted)).get();
        return Outcome.done();
    }

    /** The receipt did not come in time, so that the escrow pays. */
    public void unshown(CaseRef sale) {
        deals.note(sale, "taxUnshown", null, Map.of(), null);
    }

    /** The tax is paid, so nothing is taken from the price for it, nor for value added tax, which the same seller files. @return the number of the receipt, for the registrar */
    public String waive(CaseRef sale) {
        var old = payments.settlement(sale).orElseThrow();
        var net = old.sellerNet().plus(old.tax()).plus(old.saleVat());
        payments.agreeSettlement(sale, new Settlement(old.price(), old.seller(), old.broker(), Money.ZERO, old.mortgagePayoff(), old.brokerFee(),
                old.brokerVat(), old.platformFee(), old.platformVat(), net));
        store.settleWithoutTax(sale, net);
        return store.last(sale).filter(Receipt::isAccepted).orElseThrow().number();
    }

    /** The file last shown. */
    @Transactional(readOnly = true)
    public Outcome<Shown> file(Actor actor, CaseRef sale) {
        return mine(actor, sale).flatMap(view -> store.last(sale).map(receipt -> Outcome.done(new Shown(receipt.type(), contracts.file(receipt.sha256()))))
                .orElseGet(() -> refused(Refusal.notFound("TAX_RECEIPT_UNKNOWN"))));
    }
}
