package mn.eland.property.title;

import static mn.eland.property.title.PropertyVariables.FILING_GROUND;
import static mn.eland.property.title.PropertyVariables.FILING_NO;
import static mn.eland.property.title.PropertyVariables.REFILE;

import java.time.Period;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.property.TitleReading;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells the engine what happened to a property, in the words of the case. */
@Component
public class PropertyProcess {

    private final Workflow workflow;

    PropertyProcess(Workflow workflow) {
        this.workflow = workflow;
    }

    Outcome<Void> titleCured(Actor actor, CaseRef caseRef) {
        return workflow.complete(caseRef, "cureTitle", actor, Values.none());
    }

    Outcome<Void> filingFixed(Actor actor, CaseRef sale, boolean refile) {
        return workflow.complete(sale, "fixFiling", actor, Values.of(REFILE, refile));
    }

    Outcome<Void> registrarChased(Actor actor, CaseRef sale) {
        return workflow.complete(sale, "chaseRegistrar", actor, Values.none());
    }

    Outcome<Void> transferRegistered(CaseRef sale, String filingNo) {
        return workflow.tell(sale, "TransferRegistered", Values.of(FILING_NO, filingNo));
    }

    Outcome<Void> transferRefused(CaseRef sale, String filingNo, String ground) {
        return workflow.tell(sale, "TransferRefused", Values.of(FILING_NO, filingNo).with(FILING_GROUND, ground));
    }

    /** A number for a listing that comes without a case, as in the sandbox. */
    public CaseRef nextListingNumber() {
        return workflow.nextNumber('L');
    }

    /** What the table {@code titleCheck} says of a reading taken just now: {@code titleDecision}, {@code titleCode}. */
    Map<String, Object> titleCheck(TitleReading reading) {
        return workflow.decide("titleCheck", PropertyVariables.title(reading, 0, Period.parse(parameter("reference.maxAge")).getDays(),
                asksGovernorPermit()).raw()).get(0);
    }

    boolean asksGovernorPermit() {
        return Boolean.parseBoolean(parameter("minor.governorPermit"));
    }

    /** A value of the analysts' table of parameters. */
    public String parameter(String key) {
        return workflow.parameter(key);
    }
}
