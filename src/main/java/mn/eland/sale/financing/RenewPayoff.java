package mn.eland.sale.financing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.property.PayoffLetter;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.stereotype.Component;

/** An escrow officer replaces a pay-off letter that ran out before the money could be paid, or says more than is there. */
@Component
class RenewPayoff implements TaskForm {

    private final Payoffs payoffs;

    RenewPayoff(Payoffs payoffs) {
        this.payoffs = payoffs;
    }

    @Override
    public List<Fact> facts(Actor actor, TaskView task) {
        return payoffs.of(task.caseRef()).map(old -> List.of(Fact.of("sale.fact.mortgagee", old.bank()),
                Fact.of("sale.fact.payoff", old.amount()), Fact.of("sale.fact.payoffIban", old.iban()),
                new Fact("sale.fact.payoffExpired", old.validUntil(), "danger"),
                Fact.of("sale.fact.payoffMost", payoffs.most(task.caseRef())))).orElse(List.of());
    }

    @Override
    public Map<String, Object> prefill(Actor actor, TaskView task) {
        return payoffs.of(task.caseRef()).<Map<String, Object>>map(old -> Map.of("payoffMnt", old.amount().tugrug(),
                "payoffIban", old.iban())).orElse(Map.of());
    }

    @Override
    public Outcome<Void> submit(Actor actor, TaskView task, Map<String, Object> answers) {
        var bank = payoffs.of(task.caseRef()).orElseThrow().bank();
        return payoffs.renew(actor, task.caseRef(), new PayoffLetter(bank, (String) answers.get("letterNo"),
                (LocalDate) answers.get("letterDate"), Money.of((Long) answers.get("payoffMnt")),
                (String) answers.get("payoffIban"), (LocalDate) answers.get("payoffValidUntil")));
    }
}
