package mn.eland.sale.financing;

import java.time.Instant;
import mn.eland.workflow.Variable;

/** What the processes about banks in a sale know. */
public final class FinancingVariables {

    public static final Variable<Boolean> LOAN_NEEDED = Variable.flag("loanNeeded");
    static final Variable<Boolean> LOAN_APPROVED = Variable.flag("loanApproved");
    static final Variable<Boolean> OTHER_BANK_ASKED = Variable.flag("otherBankAsked");
    public static final Variable<String> LOAN_WITHIN = Variable.text("loanWithin");
    /** The end of the term in which a bank has to decide; a second bank gets what the first has left of it. */
    public static final Variable<Instant> LOAN_UNTIL = Variable.time("loanUntil");
    static final Variable<Boolean> LETTER_NEEDED = Variable.flag("payoffLetterNeeded");

    private FinancingVariables() {
    }
}
