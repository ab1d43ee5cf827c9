package mn.eland.sale;

import java.time.Period;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.arrears.Arrears;
import mn.eland.sale.burden.Burdens;
import mn.eland.sale.consent.Consents;
import mn.eland.sale.dispute.Disputes;
import mn.eland.sale.financing.Loans;
import mn.eland.sale.financing.Payoffs;
import mn.eland.sale.handover.Retentions;
import mn.eland.sale.handover.Warranties;
import mn.eland.sale.listing.Approvals;
import mn.eland.sale.listing.Mandates;
import mn.eland.sale.pricing.PriceChanges;
import mn.eland.sale.refusal.NotaryRefusals;
import mn.eland.sale.rescission.Rescissions;
import mn.eland.sale.tax.TaxReceipts;
import mn.eland.sale.watch.Deaths;
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

    @Bean
    Approvals approvals() {
        return Mockito.mock(Approvals.class);
    }

    /** An owner who need ask nobody. */
    @Bean
    Consents consents() {
        return Mockito.mock(Consents.class, call -> switch (call.getMethod().getName()) {
            case "stateOwnership" -> EngineScenario.values(Map.of("regime", "SEPARATE", "married", false, "hasAdultFamilyOwners", false,
                    "minorOwner", false, "mortgage", false, "companyMajorAsset", false, "tenantPriority", false, "shareSale", false));
            case "name" -> EngineScenario.values(Map.of("consentNeeded", false, "consentNumbers", ""));
            default -> Mockito.RETURNS_DEFAULTS.answer(call);
        });
    }

    @Bean
    PriceChanges priceChanges() {
        return Mockito.mock(PriceChanges.class);
    }

    @Bean
    Deaths deaths() {
        return Mockito.mock(Deaths.class);
    }

    /** A delay of a week with agreed interest. */
    @Bean
    Arrears arrears() {
        return Mockito.mock(Arrears.class, call -> call.getMethod().getReturnType() != Values.class ? Mockito.RETURNS_DEFAULTS.answer(call)
                : EngineScenario.values(Map.of("agreedInWriting", true, "contractRate", 0.005, "daysLate", 7L, "maxDailyRate", 0.005,
                "maxTotalPct", 50L, "interestDue", false)));
    }

    @Bean
    Loans loans(ElandClock clock) {
        return Mockito.mock(Loans.class, call -> !call.getMethod().getName().equals("until") ? Mockito.RETURNS_DEFAULTS.answer(call)
                : call.getArgument(0) == null ? null : clock.instant().plus(Period.parse(call.getArgument(0))));
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
    NotaryRefusals refusals() {
        return Mockito.mock(NotaryRefusals.class);
    }

    @Bean
    Disputes disputes() {
        return Mockito.mock(Disputes.class);
    }

    @Bean
    TaxReceipts taxReceipts() {
        return Mockito.mock(TaxReceipts.class);
    }

    @Bean
    Burdens burdens() {
        return Mockito.mock(Burdens.class);
    }

    @Bean
    Rescissions rescissions() {
        return Mockito.mock(Rescissions.class);
    }

    @Bean
    Warranties warranties() {
        return Mockito.mock(Warranties.class);
    }
}
