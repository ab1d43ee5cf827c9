package mn.eland.sale;

import java.util.Map;
import mn.eland.sale.arrears.Arrears;
import mn.eland.sale.consent.Consents;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.financing.Payoffs;
import mn.eland.sale.handover.Retentions;
import mn.eland.sale.handover.Warranties;
import mn.eland.sale.listing.Mandates;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Scenarios of the sale deploy the folder's models, so the steps of its parts must exist too. */
@TestConfiguration
@ComponentScan(basePackages = "mn.eland.sale", useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "mn\\.eland\\.sale\\.\\w+\\.\\w+Steps"))
class ListingStepsStandIn {

    @Bean
    Mandates mandates() {
        return Mockito.mock(Mandates.class);
    }

    /** An owner who need ask nobody. */
    @Bean
    Consents consents() {
        return Mockito.mock(Consents.class, call -> call.getMethod().getReturnType() != Values.class ? Mockito.RETURNS_DEFAULTS.answer(call)
                : EngineScenario.values(Map.of("regime", "SEPARATE", "married", false, "hasAdultFamilyOwners", false, "minorOwner", false,
                "mortgage", false, "companyMajorAsset", false, "tenantPriority", false, "shareSale", false, "consentNeeded", false,
                "consentNumbers", "")));
    }

    /** A delay of a week with agreed interest. */
    @Bean
    Arrears arrears() {
        return Mockito.mock(Arrears.class, call -> call.getMethod().getReturnType() != Values.class ? Mockito.RETURNS_DEFAULTS.answer(call)
                : EngineScenario.values(Map.of("agreedInWriting", true, "contractRate", 0.005, "daysLate", 7L, "maxDailyRate", 0.005,
                "maxTotalPct", 50L, "interestDue", false)));
    }

    @Bean
    Loans loans() {
        return Mockito.mock(Loans.class);
    }

    @Bean
    Payoffs payoffs() {
        return Mockito.mock(Payoffs.class);
    }

    @Bean
    Retentions retentions() {
        return Mockito.mock(Retentions.class);
    }

    @Bean
    Warranties warranties() {
        return Mockito.mock(Warranties.class);
    }
}
