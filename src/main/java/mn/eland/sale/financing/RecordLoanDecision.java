package mn.eland.sale.financing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.sale.SaleId;
import mn.eland.sale.Sales;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** The buyer brings the bank's decision on the loan. */
@Component
class RecordLoanDecision implements TaskForm {

    private final Sales sales;
    private final Loans loans;

    RecordLoanDecision(Sales sales, Loans loans) {
        this.sales = sales;
        this.loans = loans;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        var financing = loans.of(task.caseRef());
        var facts = new ArrayList<Fact>();
        sales.sale(actor, SaleId.of(task.caseRef())).map(view -> facts.add(Fact.of("sale.fact.property", view.subject()))
                && facts.add(Fact.of("sale.fact.price", view.price())));
        loans.refusedBefore(task.caseRef()).ifPresent(bank -> facts.add(new Fact("sale.fact.refusedBank", bank, "danger")));
        facts.add(Fact.of("sale.fact.loanBank", financing.bank()));
        facts.add(Fact.of("sale.fact.loan", financing.amount()));
        facts.add(Fact.of("sale.fact.financeClause", financing.clause()));
        sales.consequencesOfLoanRefusal(actor, SaleId.of(task.caseRef())).map(follow -> {
            facts.add(new Fact("sale.fact.backIfRefused", follow.backToBuyer(), "waiting"));
            return facts.add(new Fact("sale.fact.lostIfRefused", follow.toSeller(), follow.toSeller().isPositive() ? "danger" : null));
        });
        return facts;
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        return loans.record(actor, task.caseRef(), new LoanDecision("APPROVED".equals(answers.get("decision")),
                (String) answers.get("letterNo"), (LocalDate) answers.get("letterDate"), money(answers.get("loanMnt")),
                money(answers.get("valuationMnt")), (String) answers.get("note")), other(task, answers));
    }

    /** The bank that is asked next, when this one refused. */
    private Financing other(TaskView task, Map<String, Object> answers) {
        return !"ASK_OTHER".equals(answers.get("decision")) ? null
                : Financing.loan((String) answers.get("otherBank"), money(answers.get("otherLoanMnt")), loans.of(task.caseRef()).clause());
    }

    private static Money money(Object tugrug) {
        return tugrug == null ? null : Money.of((Long) tugrug);
    }
}
