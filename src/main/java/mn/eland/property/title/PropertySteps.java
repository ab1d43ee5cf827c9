package mn.eland.property.title;

import static mn.eland.property.title.PropertyVariables.BUYER;
import static mn.eland.property.title.PropertyVariables.ESCALATE_AFTER;
import static mn.eland.property.title.PropertyVariables.FILING_NO;
import static mn.eland.property.title.PropertyVariables.FIX_WITHIN;
import static mn.eland.property.title.PropertyVariables.NORMAL_WORKING_DAYS;
import static mn.eland.property.title.PropertyVariables.OWNER;
import static mn.eland.property.title.PropertyVariables.OWNER_CONFIRMED;
import static mn.eland.property.title.PropertyVariables.PRICE;
import static mn.eland.property.title.PropertyVariables.PROPERTY;
import static mn.eland.property.title.PropertyVariables.SELLER;
import static mn.eland.property.title.PropertyVariables.SERVICE;
import static mn.eland.property.title.PropertyVariables.TITLE_CODE;
import static mn.eland.property.title.PropertyVariables.TITLE_DECISION;
import static mn.eland.property.title.PropertyVariables.URGENCY;
import static mn.eland.property.title.PropertyVariables.URGENT_HOURS;

import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.Values;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the processes "Check a title" and "Register a transfer" ask of us, in the order of the diagrams. */
@Configuration(proxyBeanMethods = false)
class PropertySteps {

    @Bean
    JavaDelegate readTitle(TitleDesk desk) {
        return step -> {
            var reading = desk.readTitle(CaseKey.of(step), property(step), seller(step));
            PropertyVariables.stateTitle(step, reading, desk.ageInDays(reading), desk.referenceMaxAgeDays(), desk.asksGovernorPermit());
        };
    }

    @Bean
    JavaDelegate readOwner(TitleDesk desk) {
        return step -> OWNER_CONFIRMED.set(step, desk.readTitle(CaseKey.of(step), property(step), PartyId.of(OWNER.get(step))).ownerMatch());
    }

    @Bean
    JavaDelegate recordTitle(TitleDesk desk) {
        return step -> desk.recordTitle(CaseKey.of(step), property(step), seller(step), TITLE_DECISION.get(step), TITLE_CODE.get(step));
    }

    @Bean
    JavaDelegate stopListing(TitleDesk desk) {
        return step -> desk.stopListing(CaseKey.of(step), property(step), TITLE_CODE.get(step));
    }

    @Bean
    JavaDelegate prepareFiling(TitleDesk desk) {
        return step -> {
            var terms = desk.filingTerms(CaseKey.of(step));
            Values.none().withFact(SERVICE, terms.service()).withFact(URGENCY, terms.urgency())
                    .withFact(NORMAL_WORKING_DAYS, terms.normalWorkingDays()).withFact(URGENT_HOURS, terms.urgentHours())
                    .with(ESCALATE_AFTER, terms.escalateAfter()).with(FIX_WITHIN, terms.fixWithin()).answer(step);
        };
    }

    @Bean
    JavaDelegate fileTransfer(TitleDesk desk) {
        return step -> FILING_NO.set(step, desk.fileTransfer(CaseKey.of(step), CaseKey.idempotencyKey(step), property(step),
                seller(step), PartyId.of(BUYER.get(step)), PRICE.get(step)));
    }

    private static PropertyId property(DelegateExecution step) {
        return PropertyId.of(PROPERTY.get(step));
    }

    private static PartyId seller(DelegateExecution step) {
        return PartyId.of(SELLER.get(step));
    }
}
