package mn.eland.property.title;

import static mn.eland.property.title.PropertyVariables.BUYER;
import static mn.eland.property.title.PropertyVariables.ESCALATE_AFTER;
import static mn.eland.property.title.PropertyVariables.FILING_NO;
import static mn.eland.property.title.PropertyVariables.FIX_WITHIN;
import static mn.eland.property.title.PropertyVariables.OWNER;
import static mn.eland.property.title.PropertyVariables.OWNER_CONFIRMED;
import static mn.eland.property.title.PropertyVariables.PRICE;
import static mn.eland.property.title.PropertyVariables.PROPERTY;
import static mn.eland.property.title.PropertyVariables.SELLER;
import static mn.eland.property.title.PropertyVariables.SERVICE;
import static mn.eland.property.title.PropertyVariables.TITLE_CODE;
import static mn.eland.property.title.PropertyVariables.TITLE_DECISION;
import static mn.eland.property.title.PropertyVariables.URGENCY;

import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.workflow.CaseKey;
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
            PropertyVariables.setTitle(step, reading, desk.ageInDays(reading));
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
            SERVICE.set(step, terms.service());
            URGENCY.set(step, terms.urgency());
            ESCALATE_AFTER.set(step, terms.escalateAfter());
            FIX_WITHIN.set(step, terms.fixWithin());
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
