package mn.eland.sale.deal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mn.eland.contract.spi.Circumstances;
import mn.eland.identity.verification.Verifications;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments;
import mn.eland.workflow.Ruling;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What a signature on a document of a sale says about the sale. */
@Component
class SaleCircumstances implements Circumstances {

    private static final String PROCESS = "sellProperty";
    /** What was decided about risk and suspicion is told to no party. */
    private static final Set<String> TOLD = Set.of("saleDeadlines", "consentRules", "offerAdmission", "ownershipEligibility", "titleCheck", "saleTax",
            "notarizationRequired", "notaryFee", "requiredDocuments");

    private final Workflow workflow;
    private final Payments payments;
    private final Verifications verifications;

    SaleCircumstances(Workflow workflow, Payments payments, Verifications verifications) {
        this.workflow = workflow;
        this.payments = payments;
        this.verifications = verifications;
    }

    @Override
    public Optional<Moment> at(CaseRef caseRef, Actor signer) {
        return workflow.diagrams(caseRef).stream().filter(diagram -> diagram.processKey().equals(PROCESS)).findFirst()
                .map(diagram -> new Moment(verifications.standing(signer).state().name(), named(diagram.definitionId()), rules(caseRef),
                        payments.escrow(caseRef).held()));
    }

    /** {@code sellProperty:3:…} becomes {@code sellProperty 3}. */
    private static String named(String definitionId) {
        var parts = definitionId.split(":");
        return parts.length > 1 ? parts[0] + " " + parts[1] : PROCESS + " " + definitionId;
    }

    private List<String> rules(CaseRef caseRef) {
        return workflow.rulings(caseRef).stream().filter(ruling -> ruling.about() == null && TOLD.contains(ruling.decisionKey()))
                .collect(Collectors.toMap(Ruling::decisionKey, SaleCircumstances::said, (older, newer) -> newer, TreeMap::new))
                .values().stream().toList();
    }

    private static String said(Ruling ruling) {
        return ruling.decisionKey() + " " + ruling.version() + ruling.rules().stream().map(rule -> " #" + rule.number()).collect(Collectors.joining());
    }
}
