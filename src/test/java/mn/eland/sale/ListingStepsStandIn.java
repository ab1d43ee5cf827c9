package mn.eland.sale;

import mn.eland.sale.listing.Mandates;
import org.mockito.Mockito;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/** Scenarios of the sale deploy the folder's models, so the steps of the listing must exist too. */
@TestConfiguration
@ComponentScan(basePackages = "mn.eland.sale", useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = "mn\\.eland\\.sale\\.\\w+\\.\\w+Steps"))
class ListingStepsStandIn {

    @Bean
    Mandates mandates() {
        return Mockito.mock(Mandates.class);
    }
}
