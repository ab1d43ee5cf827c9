package mn.eland.notarization.session;

import static mn.eland.notarization.session.SessionVariables.*;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Agree on slot" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class SessionSteps {

    @Bean
    JavaDelegate lookForSlot(Meetings meetings) {
        return step -> {
            var search = meetings.look(CaseKey.of(step));
            SLOT_TAKEN.set(step, search.endsAt() != null);
            SLOT_ENDS_AT.set(step, search.endsAt());
            SLOT_CHOOSER.set(step, search.chooser().toString());
            REMIND_AFTER.set(step, search.remindAfter());
            CHOOSE_WITHIN.set(step, search.chooseWithin());
            PROPOSE_WITHIN.set(step, search.proposeWithin());
        };
    }

    @Bean
    JavaDelegate remindOfSlot(Meetings meetings) {
        return step -> meetings.remind(CaseKey.of(step));
    }
}
