package mn.eland.sale.handover;

import mn.eland.sale.handover.Warranty.Defects;
import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Watch a warranty" asks of us. */
@Configuration(proxyBeanMethods = false)
class WarrantySteps {

    @Bean
    JavaDelegate planReminders(Warranties warranties) {
        return step -> warranties.plan(CaseKey.of(step)).answer(step);
    }

    @Bean
    JavaDelegate remindOfVisibleDefects(Warranties warranties) {
        return step -> warranties.remind(CaseKey.of(step), Defects.VISIBLE);
    }

    @Bean
    JavaDelegate remindOfHiddenDefects(Warranties warranties) {
        return step -> warranties.remind(CaseKey.of(step), Defects.HIDDEN);
    }

    @Bean
    JavaDelegate remindOfBuildingDefects(Warranties warranties) {
        return step -> warranties.remind(CaseKey.of(step), Defects.BUILDING);
    }
}
