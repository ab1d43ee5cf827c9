package mn.eland.person.payout;

import java.util.List;
import mn.eland.workflow.Variable;

/** What the process "Change a pay-out account" knows. */
final class PayoutVariables {

    static final Variable<Boolean> NEW_DEVICE = Variable.flag("newDevice");
    static final Variable<Boolean> NEW_COUNTRY = Variable.flag("newCountry");
    static final Variable<Long> PASSWORD_RESET_HOURS = Variable.number("passwordResetHours");
    static final Variable<Long> PAYOUT_CHANGED_HOURS = Variable.number("payoutChangedHours");
    static final Variable<Long> SIM_SWAP_DAYS = Variable.number("simSwapDays");
    static final Variable<Double> FACE_MATCH = Variable.ratio("faceMatch");
    static final Variable<Boolean> IBAN_NAME_MATCH = Variable.flag("ibanNameMatch");
    static final Variable<Long> EMAIL_AGE_DAYS = Variable.number("emailAgeDays");
    static final Variable<Long> FAILED_LOGINS_1H = Variable.number("failedLogins1h");
    static final Variable<Long> VELOCITY_KMH = Variable.number("velocityKmh");
    static final Variable<Boolean> FIRST_ACCOUNT = Variable.flag("firstAccount");
    static final Variable<Long> POINTS = Variable.number("points");
    static final Variable<List<String>> CODES = Variable.texts("code");
    static final Variable<Boolean> STOPPED = Variable.flag("payoutsStopped");
    static final Variable<String> COOLING_TIME = Variable.text("coolingTime");
    static final Variable<Boolean> CONFIRMED = Variable.flag("accountConfirmed");

    private PayoutVariables() {
    }
}
