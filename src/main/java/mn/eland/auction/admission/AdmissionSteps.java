package mn.eland.auction.admission;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Admit a bidder to a lot" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class AdmissionSteps {

    @Bean
    JavaDelegate weighBidder(AdmissionCourse course) {
        return step -> course.weigh(CaseKey.of(step)).answer(step);
    }

    @Bean
    JavaDelegate givePaddle(AdmissionCourse course) {
        return step -> course.givePaddle(CaseKey.of(step));
    }

    @Bean
    JavaDelegate recheckLot(AdmissionCourse course) {
        return step -> course.tellAgain(CaseKey.of(step));
    }

    @Bean
    JavaDelegate closeAdmission(AdmissionCourse course) {
        return step -> course.close(CaseKey.of(step));
    }

    @Bean
    JavaDelegate declineBidder(AdmissionCourse course) {
        return step -> course.decline(CaseKey.of(step)).answer(step);
    }
}
