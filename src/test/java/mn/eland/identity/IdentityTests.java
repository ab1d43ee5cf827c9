package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.ElandTest;
import mn.eland.edge.SignIn;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

@ElandTest
class IdentityTests {

    private static final PartyId TEMUULEN = person(1);
    private static final PartyId SARANTUYA = person(2);
    private static final PartyId POLITICIAN = person(6);

    @Autowired
    ApplicationContext context;
    @Autowired
    Parties parties;
    @Autowired
    Workflow workflow;
    @Autowired
    TransactionTemplate transaction;
    @Autowired
    JdbcClient jdbc;

    @Test
    void citizenAndMarriageAreReadFromTheStateRegister() {
        var deal = identify(TEMUULEN, 19_000_000);

        until(() -> readings(deal) == 2);
        until(() -> parties.identification(TEMUULEN).filter(found -> found.level() != null).isPresent());

        assertThat(parties.identification(TEMUULEN)).hasValueSatisfying(found -> {
            assertThat(found.found()).isTrue();
            assertThat(found.nameMatches()).isTrue();
            assertThat(found.level()).isEqualTo("CDD");
        });
        assertThat(parties.marriage(TEMUULEN)).hasValueSatisfying(marriage -> {
            assertThat(marriage.married()).isTrue();
            assertThat(marriage.spouse()).isEqualTo(SARANTUYA);
        });
    }

    private int readings(CaseRef deal) {
        return jdbc.sql("select count(*) from identity.register_readings where party_id = ? and case_ref = ?")
                .params(TEMUULEN.value(), deal.number()).query(Integer.class).single();
    }

    @Test
    void onlyTheGroupThatTheTableNamesDecidesAboutAPoliticallyExposedPerson() {
        var officer = SignIn.actor(context, "tulga");
        var head = SignIn.actor(context, "battsetseg");
        var deal = identify(POLITICIAN, 19_000_000);
        until(() -> workflow.isOpen(deal, "reviewIdentity"));

        assertThat(parties.review(deal)).hasValueSatisfying(review -> assertThat(review.group()).isEqualTo("compliance_head"));
        assertThat(parties.decideReview(officer, deal, true, "salary", "seen").refusal().code()).isEqualTo("NOT_YOUR_REVIEW");
        assertThat(parties.decideReview(head, deal, true, "salary, tax statement", "seen and understood").isDone()).isTrue();
        assertThat(parties.decideReview(head, deal, false, null, "again").refusal().code()).isEqualTo("REVIEW_GONE");

        assertThat(parties.identification(POLITICIAN)).hasValueSatisfying(found -> {
            assertThat(found.level()).isEqualTo("EDD");
            assertThat(found.approved()).isTrue();
        });
    }

    @Test
    void aCompanyWithoutAKnownOwnerIsRejected() {
        identify(person(103), 19_000_000);

        until(() -> parties.identification(person(103)).filter(found -> found.level() != null).isPresent());

        assertThat(parties.identification(person(103)).orElseThrow().level()).isEqualTo("REJECT");
    }

    @Test
    void aCompanyIsReadFromTheRegisterOfLegalEntities() {
        identify(person(101), 19_000_000);

        until(() -> parties.identification(person(101)).filter(found -> found.level() != null).isPresent());

        assertThat(parties.identification(person(101))).hasValueSatisfying(found -> {
            assertThat(found.found()).isTrue();
            assertThat(found.nameMatches()).isTrue();
        });
    }

    @Test
    void peopleAreTiedByWhatTheyLeaveBehind() {
        var device = UUID.randomUUID();
        assertThat(shared(TEMUULEN, SARANTUYA)).containsExactly(Kind.ADDRESS);
        assertThat(shared(person(11), person(12))).isEmpty();

        try {
            real(true);
            parties.signedInFrom(new mn.eland.kernel.Actor(person(11), "", java.util.Set.of()), device, "a", "203.0.113.7");
            parties.signedInFrom(new mn.eland.kernel.Actor(person(12), "", java.util.Set.of()), device, "b", "203.0.113.7");
        } finally {
            real(false);
        }

        assertThat(shared(person(11), person(12))).containsExactly(Kind.DEVICE, Kind.NETWORK);
        assertThat(parties.traces(person(11))).filteredOn(trace -> trace.kind() == Kind.NETWORK).extracting(Parties.Trace::shown)
                .containsExactly("203.0.113.•");
        assertThat(parties.traces(TEMUULEN)).filteredOn(trace -> trace.kind() == Kind.PHONE)
                .allSatisfy(trace -> assertThat(trace.shown()).matches("••••\\d{4}"));
    }

    private List<Kind> shared(PartyId one, PartyId other) {
        return parties.traces(one).stream().filter(trace -> parties.traces(other).stream()
                .anyMatch(its -> its.kind() == trace.kind() && its.key().equals(trace.key()))).map(Parties.Trace::kind).distinct().toList();
    }

    /** Two people of the sandbox, for a moment as if they were not of it. */
    private void real(boolean real) {
        jdbc.sql("update identity.accounts set demo = not ? where party_id in (?, ?)")
                .params(real, person(11).value(), person(12).value()).update();
    }

    @Test
    void aBrowserThatPlaysTheWholeSandboxLinksNobody() {
        var device = UUID.randomUUID();

        parties.signedInFrom(SignIn.actor(context, "nomin"), device, "a", "203.0.113.9");
        parties.signedInFrom(SignIn.actor(context, "enkhjin"), device, "a", "203.0.113.9");

        assertThat(shared(person(10), person(3))).isEmpty();
    }

    @Test
    void numbersAreMaskedUntilACaseAsksForThem() {
        assertThat(parties.party(TEMUULEN).registerNo()).isEqualTo("ЯЯ••••••11");
        assertThat(parties.party(person(101)).registerNo()).isEqualTo("9900011");
        assertThat(parties.party(person(104)).registerNo()).isEqualTo("T0•••••01");

        assertThat(parties.registerNumber(TEMUULEN, CaseRef.of("S-2026-900001"))).isEqualTo("ЯЯ88041511");
        assertThat(jdbc.sql("select count(*) from identity.register_readings where case_ref = 'S-2026-900001'").query(Integer.class).single()).isOne();
    }

    @Test
    void seededAccountsHaveOneRoleEachAndHashedPasswords() {
        assertThat(parties.actor("temuulen").orElseThrow().roles()).containsExactlyInAnyOrder(Role.BUYER, Role.SELLER);
        for (var role : Role.values()) {
            assertThat(parties.withRole(role)).as(role.name()).isNotEmpty();
        }
        var hashes = jdbc.sql("select password_hash from identity.accounts").query(String.class).list();
        assertThat(hashes).allMatch(hash -> hash.startsWith("{bcrypt}"));
        assertThat(context.getBean(PasswordEncoder.class).matches("eland-sandbox", hashes.get(0))).isTrue();
    }

    @Test
    void theTradeOfACompanyIsKnown() {
        assertThat(parties.trade(person(101))).isEqualTo(new Parties.Trade(true, true));
        assertThat(parties.trade(person(103))).isEqualTo(new Parties.Trade(false, false));
        assertThat(parties.trade(TEMUULEN)).isEqualTo(new Parties.Trade(false, false));
    }

    @Test
    void ageIsCountedInFullYears() {
        assertThat(parties.age(person(8), LocalDate.of(2028, 5, 11))).contains(17);
        assertThat(parties.age(person(8), LocalDate.of(2028, 5, 12))).contains(18);
        assertThat(parties.age(person(101), LocalDate.of(2028, 5, 12))).isEmpty();
    }

    private CaseRef identify(PartyId party, long amount) {
        return transaction.execute(status -> {
            var deal = workflow.nextNumber('S');
            workflow.start("identifyParty", deal, EngineScenario.values(
                    Map.of("partyId", party.toString(), "amountMnt", amount, "cashShare", 0.0)));
            return deal;
        });
    }

    private static void until(BooleanSupplier reached) {
        await().atMost(Duration.ofSeconds(30)).until(reached::getAsBoolean);
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
