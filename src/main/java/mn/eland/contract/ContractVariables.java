package mn.eland.contract;

import mn.eland.workflow.Variable;

/** What the process "Accept a contract" knows. */
final class ContractVariables {

    static final Variable<String> DOCUMENT = Variable.text("documentId");

    private ContractVariables() {
    }
}
