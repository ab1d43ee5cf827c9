package mn.eland.identity.verification;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.money;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.ratio;
import static mn.eland.workflow.Variable.text;

import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the processes "Verify a party" and "Watch a verification" know; the questions are those of the table {@code amlCddLevel}. */
final class VerificationVariables {

    static final Variable<Boolean> COMPANY = flag("company");
    static final Variable<Boolean> SANCTIONS = flag("sanctions");
    static final Variable<Boolean> PEP = flag("pep");
    static final Variable<Boolean> OWNER_KNOWN = flag("boKnown");
    static final Variable<Boolean> REMOTE = flag("remote");
    static final Variable<Boolean> NON_RESIDENT = flag("nonResident");
    static final Variable<String> CUSTOMER_TYPE = text("customerType");
    static final Variable<String> COUNTRY_RISK = text("countryRisk");
    static final Variable<Money> AMOUNT = money("amountMnt");
    static final Variable<Double> CASH_SHARE = ratio("cashShare");
    static final Variable<Long> CASH_THRESHOLD = number("cashThreshold");
    static final Variable<String> LEVEL = text("cddLevel");
    static final Variable<String> APPROVER = text("cddApprover");
    static final Variable<String> REFRESH_EVERY = text("refreshEvery");
    static final Variable<String> CARE_OUTCOME = text("careOutcome");
    static final Variable<String> REVIEW_WITHIN = text("reviewWithin");
    static final Variable<Boolean> PARTY_ACCEPTED = flag("partyAccepted");
    static final Variable<String> ASK_REFRESH_IN = text("askRefreshIn");
    static final Variable<String> EXPIRE_IN = text("expireIn");

    private VerificationVariables() {
    }
}
