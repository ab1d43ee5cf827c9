package mn.eland.auction.lot;

import mn.eland.workflow.CaseKey;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the process "Sell a lot at auction" asks of us, in the order of the diagram. */
@Configuration(proxyBeanMethods = false)
class LotSteps {

    @Bean
    JavaDelegate refuseLot(LotCourse course) {
        return step -> course.refuse(CaseKey.of(step));
    }

    @Bean
    JavaDelegate publishLot(LotCourse course) {
        return step -> LotVariables.CLOSES_AT.set(step, course.publish(CaseKey.of(step)));
    }

    @Bean
    JavaDelegate cancelLot(LotCourse course) {
        return step -> course.cancel(CaseKey.of(step));
    }

    @Bean
    JavaDelegate readResult(LotCourse course) {
        return step -> course.read(CaseKey.of(step)).answer(step);
    }

    @Bean
    JavaDelegate openSale(SaleOpening opening) {
        return step -> opening.open(CaseKey.of(step)).answer(step);
    }

    @Bean
    JavaDelegate remindWinner(LotCourse course) {
        return step -> course.remind(CaseKey.of(step));
    }

    @Bean
    JavaDelegate settleLot(LotCourse course) {
        return step -> course.settle(CaseKey.of(step));
    }

    @Bean
    JavaDelegate judgeDefault(SaleOpening opening) {
        return step -> opening.judge(CaseKey.of(step), LotVariables.SALE_END.get(step)).answer(step);
    }

    @Bean
    JavaDelegate closeUnsold(LotCourse course) {
        return step -> course.closeUnsold(CaseKey.of(step));
    }
}
