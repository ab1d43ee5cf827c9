package mn.eland.sale.diligence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.DecisionTable;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.property.PropertyView;
import mn.eland.sale.deal.Deal;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaxationTests {

    private static final PartyId OWNER = new PartyId(new UUID(0, 1));
    private static final PartyId SPOUSE = new PartyId(new UUID(0, 2));
    private static final PartyId STRANGER = new PartyId(new UUID(0, 3));
    private static final PartyId COMPANY = new PartyId(new UUID(0, 101));

    private final Parties parties = mock(Parties.class);
    private final Workflow workflow = mock(Workflow.class);
    private final ElandClock clock = new ElandClock();
    private final Taxation taxation = new Taxation(parties, workflow, clock);

    @BeforeEach
    void peopleAreKnown() {
        parameter("tax.newBuild.years", "5");
        parameter("tax.sale.resident", "0.01");
        parameter("tax.sale.nonresident", "0.15");
        parameter("tax.company.immovable", "0.03");
        parameter("tax.sale.landRight", "0.05");
        parameter("vat.rate", "0.10");
        when(workflow.decide(eq("saleTax"), anyMap())).thenAnswer(call -> DecisionTable.of("sale", "saleTax").ask(call.getArgument(1, Map.class)));
        when(parties.party(OWNER)).thenReturn(view(OWNER, PartyView.Kind.PERSON, true));
        when(parties.party(COMPANY)).thenReturn(view(COMPANY, PartyView.Kind.COMPANY, true));
        when(parties.trade(OWNER)).thenReturn(new Parties.Trade(false, false));
        when(parties.trade(COMPANY)).thenReturn(new Parties.Trade(true, true));
        when(parties.marriage(OWNER)).thenReturn(Optional.of(new Parties.Marriage(true, SPOUSE, "Сарантуяа", LocalDate.of(2015, 6, 1))));
        when(parties.marriage(COMPANY)).thenReturn(Optional.empty());
    }

    private void parameter(String key, String value) {
        when(workflow.parameter(key)).thenReturn(value);
    }

    @Test
    void theRatesAreTheOnesOfTheParameters() {
        assertThat(inputs(OWNER, STRANGER, 2)).containsEntry("residentTaxRate", 0.01).containsEntry("nonResidentTaxRate", 0.15).containsEntry("companyTaxRate", 0.03)
                .containsEntry("landRightTaxRate", 0.05);
    }

    @Test
    void aPersonSellsToAStranger() {
        assertThat(inputs(OWNER, STRANGER, 2)).containsEntry("sellerType", "PERSON").containsEntry("newBuild", false)
                .containsEntry("vatPayer", false).containsEntry("relation", "NONE");
        assertThat(taxCode(OWNER, STRANGER, 2)).isEqualTo("PIT_2");
    }

    @Test
    void theBuyerMayBeTheSellersSpouse() {
        assertThat(inputs(OWNER, SPOUSE, 2)).containsEntry("relation", "SPOUSE").containsEntry("saleReason", "SALE");
        assertThat(taxCode(OWNER, SPOUSE, 2)).as("for a price, which is no gift").isEqualTo("PIT_2");
    }

    @Test
    void aDeveloperSellsANewBuildingWithValueAddedTax() {
        assertThat(taxCode(COMPANY, STRANGER, 5)).isEqualTo("CIT_2_VAT");
        assertThat(taxCode(COMPANY, STRANGER, 6)).isEqualTo("CIT_2");
    }

    @Test
    void thePriceOfANewHomeContainsTheValueAddedTaxThatItsBuilderFiles() {
        assertThat(taxation.asked(STRANGER, property(2))).isEmpty();
        when(parties.find(COMPANY)).thenReturn(Optional.of(view(COMPANY, PartyView.Kind.COMPANY, true)));
        assertThat(taxation.asked(COMPANY, property(2))).contains(new Taxation.Tax(0.03, false, true));
        assertThat(taxation.of(deal(OWNER, STRANGER, 2))).isEqualTo(new Taxation.Tax(0.01, false, false));
        assertThat(taxation.vatWithin(Money.of(110_000_000))).isEqualTo(Money.of(10_000_000));
        assertThat(taxation.vatWithin(Money.of(285_000_000))).isEqualTo(Money.of(25_909_091));

        when(parties.party(OWNER)).thenReturn(view(OWNER, PartyView.Kind.FOREIGN_PERSON, false));
        assertThat(taxation.of(deal(OWNER, STRANGER, 2))).isEqualTo(new Taxation.Tax(0.15, true, false));
    }

    @Test
    void aCompanyThatDoesNotBuildSellsNothingAsNew() {
        when(parties.trade(COMPANY)).thenReturn(new Parties.Trade(true, false));

        assertThat(inputs(COMPANY, STRANGER, 1)).containsEntry("newBuild", false).containsEntry("vatPayer", true);
        assertThat(taxCode(COMPANY, STRANGER, 1)).isEqualTo("CIT_2");
    }

    @Test
    void aSmallCompanyPaysNoValueAddedTax() {
        when(parties.trade(COMPANY)).thenReturn(new Parties.Trade(false, true));

        assertThat(taxCode(COMPANY, STRANGER, 1)).isEqualTo("CIT_2");
    }

    @Test
    void aSellerFromAbroadIsTaxedAsOne() {
        when(parties.party(OWNER)).thenReturn(view(OWNER, PartyView.Kind.FOREIGN_PERSON, false));

        assertThat(taxCode(OWNER, STRANGER, 2)).isEqualTo("NR_20");
    }

    private Object taxCode(PartyId seller, PartyId buyer, int age) {
        return DecisionTable.of("sale", "saleTax").ask(inputs(seller, buyer, age)).get(0).get("taxCode");
    }

    private Map<String, Object> inputs(PartyId seller, PartyId buyer, int age) {
        return taxation.seller(deal(seller, buyer, age)).raw();
    }

    private PropertyView property(int age) {
        return new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", null, PropertyView.Kind.APARTMENT, 62, 3, 7, 12,
                clock.today().getYear() - age, "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
    }

    private Deal deal(PartyId seller, PartyId buyer, int age) {
        return new Deal(CaseRef.of("S-2026-000001"), property(age), seller, buyer, null, Money.of(285_000_000),
                Money.of(285_000_000), null, 0, Instant.EPOCH, List.of());
    }

    private static PartyView view(PartyId id, PartyView.Kind kind, boolean resident) {
        return new PartyView(id, kind, null, null, "х", kind == PartyView.Kind.COMPANY ? "х" : null, "х", null, null, null, null, null, resident);
    }
}
