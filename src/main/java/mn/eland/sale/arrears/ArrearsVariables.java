package mn.eland.sale.arrears;

import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.workflow.Variable;

/** What the process "Collect the balance" knows of a delay. */
final class ArrearsVariables {

    static final Variable<String> EXTRA_PERIOD = Variable.text("extraPeriod");
    static final Variable<Boolean> AGREED = Variable.flag("agreedInWriting");
    static final Variable<Double> CONTRACT_RATE = Variable.ratio("contractRate");
    static final Variable<Long> DAYS_LATE = Variable.number("daysLate");
    static final Variable<Double> MAX_RATE = Variable.ratio("maxDailyRate");
    static final Variable<Long> MAX_PCT = Variable.number("maxTotalPct");
    static final Variable<Double> RATE = Variable.ratio("lateRatePerDay");
    static final Variable<Purpose> PURPOSE = Variable.choice("purpose", Purpose.class);
    static final Variable<Money> INTEREST = Variable.money("lateInterestMnt");
    static final Variable<Boolean> INTEREST_DUE = Variable.flag("interestDue");

    private ArrearsVariables() {
    }
}
