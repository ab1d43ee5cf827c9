package mn.eland.identity;

import static mn.eland.workflow.Variable.flag;
import static mn.eland.workflow.Variable.number;
import static mn.eland.workflow.Variable.text;

import mn.eland.workflow.Variable;

/** What the process "Identify a party" knows. */
final class IdentityVariables {

    static final Variable<String> PARTY = text("partyId");
    static final Variable<Boolean> CITIZEN_KNOWN = flag("citizenKnown");
    static final Variable<Boolean> SANCTIONS = flag("sanctions");
    static final Variable<Boolean> PEP = flag("pep");
    static final Variable<Boolean> OWNER_KNOWN = flag("boKnown");
    static final Variable<Boolean> REMOTE = flag("remote");
    static final Variable<Boolean> NON_RESIDENT = flag("nonResident");
    static final Variable<String> CUSTOMER_TYPE = text("customerType");
    static final Variable<String> COUNTRY_RISK = text("countryRisk");
    static final Variable<Long> CASH_THRESHOLD = number("cashThreshold");
    static final Variable<String> LEVEL = text("cddLevel");
    static final Variable<String> APPROVER = text("cddApprover");
    static final Variable<String> REFRESH_EVERY = text("refreshEvery");
    static final Variable<Boolean> REVIEW_NEEDED = flag("reviewNeeded");
    static final Variable<String> REVIEW_WITHIN = text("reviewWithin");
    static final Variable<Boolean> IDENTITY_APPROVED = flag("identityApproved");

    private IdentityVariables() {
    }
}
