package mn.eland.sale.financing;

import mn.eland.workflow.Variable;

/** What the processes about banks in a sale know. */
public final class FinancingVariables {

    public static final Variable<Boolean> LOAN_NEEDED = Variable.flag("loanNeeded");
    static final Variable<Boolean> LOAN_APPROVED = Variable.flag("loanApproved");
    static final Variable<Boolean> PAYOFF_EXPIRED = Variable.flag("payoffExpired");

    private FinancingVariables() {
    }
}
