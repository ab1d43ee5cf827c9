package mn.eland.notarization;

import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.workflow.Variable;

/** What the process "Notarize contract" knows. */
final class NotarizationVariables {

    static final Variable<Money> VALUE = Variable.money("valueMnt");
    static final Variable<Money> NOTARY_FEE = Variable.money("notaryFeeMnt");
    static final Variable<List<String>> SIGNERS = Variable.texts("signerIds");
    static final Variable<String> ACCEPT_WITHIN = Variable.text("acceptWithin");
    static final Variable<List<String>> ROLES = Variable.texts("roles");
    static final Variable<String> ROLE = Variable.text("role");
    static final Variable<String> PROCESS = Variable.text("process");
    static final Variable<String> PARTY_TYPE = Variable.text("partyType");
    static final Variable<Boolean> MARRIED = Variable.flag("married");
    static final Variable<Long> CO_OWNERS = Variable.number("coOwners");
    static final Variable<Boolean> POA_USED = Variable.flag("poaUsed");
    static final Variable<Boolean> FOREIGN_DOCUMENTS = Variable.flag("foreignDoc");
    static final Variable<Boolean> MORTGAGED = Variable.flag("mortgage");
    static final Variable<Boolean> MINOR = Variable.flag("minor");
    static final Variable<Boolean> LAND = Variable.flag("land");
    static final Variable<Boolean> GOVERNOR_PERMIT = Variable.flag("governorPermit");
    static final Variable<String> REFERENCE_MAX_AGE = Variable.text("referenceMaxAge");
    static final Variable<String> POA_MAX_TERM = Variable.text("poaMaxTerm");
    static final Variable<List<String>> DOCUMENT_CODES = Variable.texts("docCode");
    static final Variable<List<String>> DOCUMENT_VALIDITIES = Variable.texts("docValidity");
    static final Variable<Boolean> CERTIFIED = Variable.flag("certified");
    static final Variable<String> NOTARY_NUMBER = Variable.text("notaryNumber");
    static final Variable<String> REFUSAL_CODE = Variable.text("refusalCode");

    private NotarizationVariables() {
    }
}
