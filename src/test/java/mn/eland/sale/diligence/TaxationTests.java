package mn.eland.sale.diligence;

import static org.assertj.core.api.Assertions.assertThat;
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
        when(workflow.decide("parameters", Map.of("key", "tax.newBuild.years"))).thenReturn(List.of(Map.of("value", "5")));
        when(parties.party(OWNER)).thenReturn(view(OWNER, PartyView.Kind.PERSON, true));
        when(parties.party(COMPANY)).thenReturn(view(COMPANY, PartyView.Kind.COMPANY, true));
        when(parties.trade(OWNER)).thenReturn(new Parties.Trade(false, false));
        when(parties.trade(COMPANY)).thenReturn(new Parties.Trade(true, true));
        when(parties.marriage(OWNER)).thenReturn(Optional.of(new Parties.Marriage(true, SPOUSE, "Сарантуяа", LocalDate.of(2015, 6, 1))));
        when(parties.marriage(COMPANY)).thenReturn(Optional.empty());
    }

    @Test
    void aPersonSellsToAStranger() {
        assertThat(inputs(OWNER, STRANGER, 2)).containsEntry("sellerType", "PERSON").containsEntry("newBuild", false)
                .containsEntry("vatPayer", false).containsEntry("relation", "NONE");
        assertThat(taxCode(OWNER, STRANGER, 2)).isEqualTo("PIT_2");
    }

    @Test
    void theBuyerMayBeTheSellersSpouse() {
        assertThat(inputs(OWNER, SPOUSE, 2)).containsEntry("relation", "SPOUSE");
    }

    @Test
    void aDeveloperSellsANewBuildingWithValueAddedTax() {
        assertThat(taxCode(COMPANY, STRANGER, 5)).isEqualTo("CIT_2_VAT");
        assertThat(taxCode(COMPANY, STRANGER, 6)).isEqualTo("CIT_2");
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
        var property = new PropertyView(new PropertyId(new UUID(1, 1)), "Ү-2299000001", "000000101", null, PropertyView.Kind.APARTMENT, 62, 3, 7, 12,
                clock.today().getYear() - age, "SBD", 1, "Сөүлийн гудамж 12", 47.9, 106.9);
        return taxation.seller(new Deal(CaseRef.of("S-2026-000001"), property, seller, buyer, null, Money.of(285_000_000),
                Money.of(285_000_000), null, 0, Instant.EPOCH, List.of())).raw();
    }

    private static PartyView view(PartyId id, PartyView.Kind kind, boolean resident) {
        return new PartyView(id, kind, null, null, "х", kind == PartyView.Kind.COMPANY ? "х" : null, "х", null, null, null, null, null, resident);
    }
}
