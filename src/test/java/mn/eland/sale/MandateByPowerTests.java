package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.identity.Parties;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.property.PropertyRegister.ListingDraft;
import mn.eland.property.PropertyView.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

/** Who holds a power of attorney, or a company's office, puts up for sale what is not his own. */
@ElandTest
@Transactional
class MandateByPowerTests {

    private static final PartyId AGENT = person(4);
    private static final PartyId OWNER = person(9);
    private static final PartyId HOLDER = person(12);

    @Autowired Sales sales;
    @Autowired Parties parties;
    @Autowired ElandClock clock;

    @AfterEach
    void back() {
        clock.reset();
    }

    @Test
    void theHolderGivesTheMandateAndThePowerIsRemembered() {
        parties.empower(parties.actor("munkhzul").orElseThrow(), new Representation(HOLDER, OWNER, Basis.POA, "ИТ-5", clock.today(),
                clock.today().plusDays(90))).get();

        var listing = sales.mandate(parties.actor("zoljargal").orElseThrow(), draft(OWNER)).get();

        assertThat(listing.seller()).isEqualTo(OWNER);
        assertThat(parties.actedFor(listing.number(), OWNER).orElseThrow().paperNo()).isEqualTo("ИТ-5");
        assertThat(parties.casesByPower12m(HOLDER)).containsKey(listing.number());
    }

    @Test
    void aPowerThatIsOverIsRefusedWithItsNumber() {
        parties.empower(parties.actor("munkhzul").orElseThrow(), new Representation(HOLDER, OWNER, Basis.POA, "ИТ-6", clock.today(),
                clock.today().plusDays(20))).get();
        clock.passes(Duration.ofDays(21));

        var given = sales.mandate(parties.actor("zoljargal").orElseThrow(), draft(OWNER));

        assertThat(given.refusal().code()).isEqualTo("POA_EXPIRED");
        assertThat(given.refusal().arguments()).containsEntry("number", "ИТ-6");
    }

    @Test
    void theDirectorActsForTheCompanyAndAStrangerForNobody() {
        assertThat(sales.mandate(parties.actor("tuguldur").orElseThrow(), draft(person(101))).get().seller()).isEqualTo(person(101));
        assertThat(sales.mandate(parties.actor("nomin").orElseThrow(), draft(OWNER)).refusal().code()).isEqualTo("NOT_YOUR_MANDATE");
    }

    private static ListingDraft draft(PartyId owner) {
        return new ListingDraft(owner, AGENT, "Ү-2297999991", "799999991", null, Kind.APARTMENT, 62, 3, 7, 12, 2013, "SBD", 1,
                "Сөүлийн гудамж 991", 47.9135, 106.9122, "3 өрөө байр", "", Money.of(285_000_000));
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
