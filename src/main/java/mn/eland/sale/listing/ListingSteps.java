package mn.eland.sale.listing;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "List a property" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class ListingSteps {

    @Bean
    JavaDelegate valueListing(Approvals approvals) {
        return step -> ListingProcess.PRICE.set(step, approvals.value(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate publishListing(Mandates mandates) {
        return step -> mandates.publish(CaseKey.of(step));
    }

    @Bean
    JavaDelegate withdrawListing(Mandates mandates) {
        return step -> mandates.takeOff(CaseKey.of(step));
    }

    @Bean
    JavaDelegate expireListing(Mandates mandates) {
        return step -> mandates.expire(CaseKey.of(step));
    }

    @Bean
    JavaDelegate dropListing(Mandates mandates) {
        return step -> mandates.drop(CaseKey.of(step));
    }

    @Bean
    JavaDelegate lockListing(Mandates mandates) {
        return step -> mandates.lock(CaseKey.of(step), reason(ListingProcess.TITLE_CODE.get(step), ListingProcess.END_CODE.get(step)));
    }

    private static String reason(String titleCode, String endCode) {
        return "TitleStopped".equals(endCode) && titleCode != null ? titleCode : endCode;
    }
}
