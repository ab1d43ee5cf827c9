package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Optional;
import mn.eland.identity.spi.CitizenRegistry;
import mn.eland.identity.spi.CitizenRegistry.Citizen;
import mn.eland.identity.spi.CitizenRegistry.Company;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifyingTests {

    private static final CaseRef SALE = CaseRef.of("S-2026-000001");
    private final CitizenRegistry registry = mock();
    private final PartyRepository parties = mock();
    private final Identifying identifying = new Identifying(parties, mock(), registry);

    @Test
    void whoHasDiedIsNotFound() {
        var bat = known(PartyView.Kind.PERSON, null, "ЯЯ80010111");
        when(registry.citizen("ЯЯ80010111")).thenReturn(Optional.of(new Citizen("ЯЯ80010111", "Овог", "Дорж", "Бат", null, "MN", "")));

        assertThat(identifying.readCitizen(bat, SALE).finding().found()).isTrue();
        when(registry.deceasedOn("ЯЯ80010111")).thenReturn(Optional.of(LocalDate.of(2026, 11, 1)));
        assertThat(identifying.readCitizen(bat, SALE).finding().found()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"Алтан Тал, false, true, true", "«АЛТАН ТАЛ» ХХК, false, true, true", "Мөнгөн Тал, false, true, false",
            "Алтан Тал, true, false, false", ", false, false, false"})
    void aCompanyIsFoundWhileItWorksAndUnderItsName(String registered, boolean liquidated, boolean found, boolean nameMatches) {
        var company = known(PartyView.Kind.COMPANY, "«Алтан Тал» ХХК", "9900011");
        when(registry.company("9900011")).thenReturn(Optional.ofNullable(registered).map(name -> new Company("9900011", name, null, liquidated)));

        var finding = identifying.readCitizen(company, SALE).finding();

        assertThat(finding.found()).isEqualTo(found);
        assertThat(finding.nameMatches()).isEqualTo(nameMatches);
    }

    private PartyId known(PartyView.Kind kind, String companyName, String number) {
        var id = PartyId.random();
        when(parties.find(id)).thenReturn(Optional.of(new Party(id, kind, "Овог", "Дорж", "Бат", companyName, number, null, null, null, null, null,
                true, "MN", "PERSON", true, false)));
        when(registry.deceasedOn(any())).thenReturn(Optional.empty());
        return id;
    }
}
