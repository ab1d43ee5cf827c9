package mn.eland.contract;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.contract.Contracts.Formalities;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to documents. */
@Component
class ContractProcess {

    private static final String ACCEPT_DOCUMENT = "acceptDocument";
    private final Workflow workflow;

    ContractProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    /** The acceptance stands by itself; when no process waits for it there is nothing to tell. */
    void documentAccepted(CaseRef caseRef, DocumentKind kind, Actor signer) {
        if (!kind.hasTaskOfItsOwn() && workflow.isOpen(caseRef, ACCEPT_DOCUMENT)) {
            workflow.complete(caseRef, ACCEPT_DOCUMENT, signer, Values.none());
        }
    }

    /** What the law asks for besides the parties' acceptance; empty for papers that are no contracts. */
    Optional<Formalities> formalities(DocumentKind kind, Map<String, Object> facts) {
        if (kind != DocumentKind.SALE_CONTRACT && kind != DocumentKind.PRELIMINARY_CONTRACT) {
            return Optional.empty();
        }
        var inputs = new HashMap<String, Object>();
        inputs.put("contractType", kind == DocumentKind.SALE_CONTRACT ? "SALE" : "PRELIMINARY");
        inputs.put("objectType", facts.getOrDefault("propertyType", "APARTMENT"));
        inputs.put("termMonths", 0L);
        inputs.put("valueMnt", ((Money) facts.get("price")).tugrug());
        inputs.put("party", "PERSON");
        return workflow.decide("notarizationRequired", inputs).stream().findFirst()
                .map(row -> new Formalities("YES".equals(row.get("notarizationRequired")), "YES".equals(row.get("stateRegister"))));
    }
}
