package mn.eland.sale;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mn.eland.contract.Contracts;
import mn.eland.contract.spi.DocumentAccess;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
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

    private final SaleStore store;
    private final Workflow workflow;
    private final Contracts contracts;
    private final Payments payments;
    private final Notarizations notarizations;
    private final PropertyRegister register;
    private final Loans loans;

    SalePolicy(SaleStore store, Workflow workflow, Contracts contracts, Payments payments, Notarizations notarizations,
               PropertyRegister register, Loans loans) {
        this.store = store;
        this.workflow = workflow;
        this.contracts = contracts;
        this.payments = payments;
        this.notarizations = notarizations;
        this.register = register;
        this.loans = loans;
    }

    boolean maySee(Actor actor, Sale sale) {
        return takesPart(actor, sale) || actor.isAnyOf(OVERSEERS) || isNotaryOf(actor, sale)
                || store.isConsenter(sale.id(), actor.party());
    }

    /** Buyer, seller and agent write messages. */
    boolean takesPart(Actor actor, Sale sale) {
        return sale.isParty(actor.party()) || actor.party().equals(sale.people().agent());
    }

    /** Overseers find every sale; others their own. Null means every sale. */
    PartyId scopeOf(Actor actor) {
        return actor.isAnyOf(OVERSEERS) ? null : actor.party();
    }

    private boolean isNotaryOf(Actor actor, Sale sale) {
        return actor.is(Role.NOTARY) && notarizations.notarization(sale.caseRef())
                .filter(act -> act.notary() == null || act.notary().equals(actor.party())).isPresent();
    }

    @Override
    public boolean mayRead(Actor actor, CaseRef caseRef) {
        return caseRef.number().charAt(0) == 'S' && store.find(SaleId.of(caseRef)).filter(sale -> maySee(actor, sale)).isPresent();
    }

    SaleView view(Actor actor, Sale sale) {
        var people = sale.people();
        var state = sale.state();
        return new SaleView(sale.id(), sale.subject().listing(), register.listing(sale.subject().listing()).orElse(null),
                sale.subject().text(), people.seller(), people.sellerName(), people.buyer(), people.buyerName(), people.agent(), people.agentName(),
                sale.price(), sale.deposit(), sale.terms().depositPct(), state.stage().name(), state.endReason(), state.depositCode(),
                sale.rounds(), state.openedAt(), state.stageSince(), state.endedAt(),
                sale.isParty(actor.party()) && sale.mayWithdraw(), now(actor, sale), loans.of(sale.caseRef()), sale.terms().urgent());
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
                "task." + task.taskKey(), arguments(sale), task.id(), task.taskKey(), "/tasks/" + task.id(), task.dueAt())));
        return toDo.isEmpty() ? waiting(sale) : toDo.get(0);
    }

    /** The agent's fee may be paid alone, but nobody has to. */
    private void toPay(Actor actor, Sale sale, List<NowView> toDo) {
        payments.collections(sale.caseRef()).stream()
                .filter(collection -> collection.state().equals("OPEN") && collection.purpose() != Payments.Purpose.COMMISSION && collection.payer().equals(actor.party()))
                .forEach(collection -> toDo.add(new NowView("pay." + collection.purpose(),
                        Map.of("amount", collection.missing().toString()), null, null,
                        "/deals/" + sale.id() + "/pay/" + collection.purpose(), collection.payBy())));
    }

    private static NowView waiting(Sale sale) {
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
