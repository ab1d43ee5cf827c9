package mn.eland.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mn.eland.contract.Contracts;
import mn.eland.contract.spi.DocumentAccess;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Recollection;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales.NowView;
import mn.eland.sale.Sales.SaleView;
import mn.eland.sale.financing.Loans;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Who may see a sale, and what each of them has to do in it now. For everybody else the sale does not exist. */
@Component
class SalePolicy implements DocumentAccess {

    private static final Role[] OVERSEERS = {Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.ESCROW_OFFICER, Role.OPERATOR, Role.ADMIN};

    private static final Set<Sale.Stage> BETWEEN_DEPOSIT_AND_TITLE =
            Set.of(Sale.Stage.FUNDING, Sale.Stage.NOTARY, Sale.Stage.TAX, Sale.Stage.REGISTRATION);

    private final SaleStore store;
    private final Workflow workflow;
    private final Contracts contracts;
    private final Payments payments;
    private final Notarizations notarizations;
    private final PropertyRegister register;
    private final Loans loans;
    private final Standing standing;
    private final Recollection recollection;

    SalePolicy(SaleStore store, Workflow workflow, Contracts contracts, Payments payments, Notarizations notarizations,
               PropertyRegister register, Loans loans, Standing standing, Recollection recollection) {
        this.store = store;
        this.workflow = workflow;
        this.contracts = contracts;
        this.payments = payments;
        this.notarizations = notarizations;
        this.register = register;
        this.loans = loans;
        this.standing = standing;
        this.recollection = recollection;
    }

    /** The actor as a party of the sale: in person, or in the stead of one whom he represents today; else unchanged. */
    Actor as(Actor actor, Sale sale) {
        return actor.party().equals(sale.people().agent()) ? actor : standing.among(actor, List.of(sale.people().seller(), sale.people().buyer()));
    }

    /** As {@link #as}, for an act that binds: refused with {@code MINOR} or {@code COMPANY_BY_DIRECTOR} when only a representative may. */
    Outcome<Actor> binding(Actor actor, Sale sale) {
        var party = as(actor, sale);
        return standing.hindrance(party).map(Outcome::<Actor>refused).orElseGet(() -> Outcome.done(party));
    }

    /** What a role alone allows is not looked up; what a relation allows is found out once in a request, because each door of a page asks. */
    boolean maySee(Actor actor, Sale sale) {
        return actor.isAnyOf(OVERSEERS) || recollection.once(new Relation(actor, sale.id()), () -> isRelated(actor, sale));
    }

    private boolean isRelated(Actor actor, Sale sale) {
        return takesPart(actor, sale) || isNotaryOf(actor, sale) || store.isConsenter(sale.id(), actor.party())
                || actor.is(Role.MEDIATOR) && store.isDisputed(sale.id());
    }

    private record Relation(Actor actor, SaleId sale) {
    }

    /** Buyer, seller and agent write messages. */
    boolean takesPart(Actor actor, Sale sale) {
        return sale.isParty(as(actor, sale).party()) || actor.party().equals(sale.people().agent());
    }

    /** Overseers find every sale; others their own and those of whom they represent. Null means every sale. */
    List<PartyId> scopeOf(Actor actor) {
        return actor.isAnyOf(OVERSEERS) ? null : standing.principals(actor);
    }

    private boolean isNotaryOf(Actor actor, Sale sale) {
        return actor.is(Role.NOTARY) && notarizations.notarization(sale.caseRef())
                .filter(act -> act.notary() == null || act.notary().equals(actor.party())).isPresent();
    }

    @Override
    public boolean mayRead(Actor actor, CaseRef caseRef) {
        return caseRef.number().charAt(0) == 'S' && store.find(SaleId.of(caseRef)).filter(sale -> maySee(actor, sale)).isPresent();
    }

    SaleView view(Actor reader, Sale sale) {
        var actor = as(reader, sale);
        var people = sale.people();
        var state = sale.state();
        return new SaleView(sale.id(), sale.subject().listing(), register.listing(sale.subject().listing()).orElse(null),
                sale.subject().text(), people.seller(), people.sellerName(), people.buyer(), people.buyerName(), people.agent(), people.agentName(),
                sale.price(), sale.deposit(), sale.terms().depositPct(), state.stage().name(), state.endReason(), state.depositCode(),
                sale.rounds(), state.openedAt(), state.stageSince(), state.endedAt(),
                sale.isParty(actor.party()) && sale.mayWithdraw(), now(actor, sale), loans.of(sale.caseRef()), sale.terms().urgent(),
                sale.terms().doubleDeposit());
    }

    private NowView now(Actor actor, Sale sale) {
        if (sale.stage().isOver()) {
            var ended = sale.stage() == Sale.Stage.COMPLETED ? "completed" : "ended." + sale.state().endReason();
            return new NowView(ended, Map.of(), null, null, null, null);
        }
        var tasks = workflow.openTasks(actor, sale.caseRef());
        var toDo = new ArrayList<NowView>();
        contracts.awaiting(sale.caseRef(), actor).ifPresent(document -> toDo.add(new NowView("accept." + document.kind(), Map.of(),
                idOf(tasks, "acceptDocument"), "acceptDocument", "/documents/" + document.id(), dueOf(tasks, "acceptDocument"))));
        toPay(actor, sale, toDo);
        tasks.stream().filter(task -> !task.taskKey().equals("acceptDocument")).forEach(task -> toDo.add(new NowView(
                "task." + task.taskKey(), arguments(sale), task.id(), task.taskKey(), pageOf(task, sale), task.dueAt())));
        return toDo.isEmpty() ? waiting(actor, sale) : toDo.get(0);
    }

    /** Some tasks have a page that says more than their form. */
    private static String pageOf(TaskView task, Sale sale) {
        return switch (task.taskKey()) {
            case "uploadTaxReceipt" -> "/deals/" + sale.id() + "/tax-receipt";
            case "chooseSlot" -> "/notarizations/" + sale.id() + "/slot";
            default -> "/tasks/" + task.id();
        };
    }

    /** The agent's fee may be paid alone, but nobody has to. */
    private void toPay(Actor actor, Sale sale, List<NowView> toDo) {
        payments.collections(sale.caseRef()).stream()
                .filter(collection -> collection.state().equals("OPEN") && collection.purpose() != Payments.Purpose.COMMISSION && collection.payer().equals(actor.party()))
                .forEach(collection -> toDo.add(new NowView("pay." + collection.purpose(),
                        Map.of("amount", collection.missing().toString()), null, null,
                        "/deals/" + sale.id() + "/pay/" + collection.purpose(), collection.payBy())));
    }

    /** What was refused and can be put right is said in other words than what takes its course: the parties may bring a paper themselves. */
    private NowView waiting(Actor actor, Sale sale) {
        if (BETWEEN_DEPOSIT_AND_TITLE.contains(sale.stage()) && workflow.isOpen(sale.caseRef(), "answerBurden")) {
            return new NowView("wait.burden", arguments(sale), null, null, null, null);
        }
        if (Set.of(Sale.Stage.NOTARY, Sale.Stage.REGISTRATION).contains(sale.stage())
                && (workflow.isOpen(sale.caseRef(), "fixDocuments") || workflow.isOpen(sale.caseRef(), "fixFiling"))) {
            return sale.isParty(actor.party())
                    ? new NowView("wait." + sale.stage() + ".toBring", arguments(sale), null, null, "/deals/" + sale.id() + "#papers", null)
                    : new NowView("wait." + sale.stage() + ".refused", arguments(sale), null, null, null, null);
        }
        var who = sale.toAnswer().map(party -> party.equals(sale.people().seller()) ? ".seller" : ".buyer").orElse("");
        return new NowView("wait." + sale.stage() + (sale.stage() == Sale.Stage.OFFER ? who : ""), arguments(sale), null, null, null,
                sale.onTable().map(Sales.OfferRound::validUntil).orElse(null));
    }

    private static Map<String, Object> arguments(Sale sale) {
        var arguments = new HashMap<String, Object>();
        arguments.put("price", sale.price().toString());
        arguments.put("seller", sale.people().sellerName());
        arguments.put("buyer", sale.people().buyerName());
        return arguments;
    }

    private static String idOf(List<TaskView> tasks, String key) {
        return tasks.stream().filter(task -> task.taskKey().equals(key)).map(TaskView::id).findFirst().orElse(null);
    }

    private static java.time.Instant dueOf(List<TaskView> tasks, String key) {
        return tasks.stream().filter(task -> task.taskKey().equals(key)).map(TaskView::dueAt).filter(java.util.Objects::nonNull)
                .findFirst().orElse(null);
    }
}
