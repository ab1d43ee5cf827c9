package mn.eland.sale.financing;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.property.PropertyView;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What the contracts of a sale say about the banks of both sides. */
@Component
public class FinanceFacts {

    private final Loans loans;
    private final Payoffs payoffs;
    private final Workflow workflow;

    FinanceFacts(Loans loans, Payoffs payoffs, Workflow workflow) {
        this.loans = loans;
        this.payoffs = payoffs;
        this.workflow = workflow;
    }

    public Map<String, Object> of(CaseRef sale, PropertyView property) {
        var facts = new HashMap<String, Object>();
        payoffs.standing(property.id()).ifPresent(letter -> facts.put("payoff", letter.amount()));
        var financing = loans.of(sale);
        if (financing.loan()) {
            facts.put("loan", true);
            facts.put("loanBank", financing.bank());
            facts.put("loanAmount", financing.amount());
            facts.put("financeClause", financing.clause());
            facts.put("loanDays", days(property));
            loans.decision(sale).filter(LoanDecision::approved).ifPresent(decision -> {
                facts.put("loanAmount", decision.amount());
                facts.put("loanLetterNo", decision.letterNo());
            });
        }
        return facts;
    }

    private long days(PropertyView property) {
        var row = workflow.decide("saleDeadlines", Map.of("objectType", property.kind().name())).get(0);
        return Period.parse((String) row.get("loanWithin")).getDays();
    }
}
