package mn.eland.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.identity.Parties.Basis;
import mn.eland.identity.Parties.Representation;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Recollection;
import mn.eland.kernel.Role;
import mn.eland.kernel.Standing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Who acts for whom: by which paper, how long, and how often. */
@ElandTest
@Transactional
class RepresentationTests {

    private static final Actor AGENT = new Actor(person(4), "Л. Мөнхзул", Set.of(Role.AGENT));
    private static final PartyId HOLDER = person(12);
    private static final PartyId OWNER = person(9);

    @Autowired Parties parties;
    @Autowired Standing standing;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired Recollection recollection;

    @AfterEach
    void back() {
        clock.reset();
        recollection.end();
    }

    @Test
    void theHolderActsUntilTheLastDayOfThePower() {
        assertThat(parties.acting(HOLDER, OWNER).refusal().code()).isEqualTo("NOT_A_REPRESENTATIVE");
        parties.empower(AGENT, power("ИТ-77", clock.today().plusDays(30))).get();

        assertThat(parties.acting(HOLDER, OWNER).get().paperNo()).isEqualTo("ИТ-77");
        assertThat(parties.representedBy(HOLDER)).extracting(Representation::principal).contains(OWNER);
        clock.passes(Duration.ofDays(31));

        var late = parties.acting(HOLDER, OWNER).refusal();
        assertThat(late.code()).isEqualTo("POA_EXPIRED");
        assertThat(late.arguments()).containsEntry("number", "ИТ-77");
        assertThat(parties.representedBy(HOLDER)).extracting(Representation::principal).doesNotContain(OWNER);
    }

    @Test
    void aRequestAsksOnceTheNextOneAnewAndOneThatChangesPapersAlways() {
        var holder = new Actor(HOLDER, "Н. Золжаргал", Set.of(Role.BUYER));
        parties.empower(AGENT, power("ИТ-78", clock.today().plusDays(9))).get();
        recollection.begin();
        assertThat(standing.principals(holder)).contains(OWNER);

        jdbc.sql("update identity.representations set revoked_at = now(), revoked_by = holder where paper_no = 'ИТ-78'").update();

        assertThat(standing.principals(holder)).contains(OWNER);
        recollection.begin();
        assertThat(standing.among(holder, List.of(OWNER)).party()).isEqualTo(HOLDER);
        parties.empower(AGENT, power("ИТ-79", clock.today().plusDays(9))).get();
        assertThat(standing.among(holder, List.of(OWNER)).party()).isEqualTo(OWNER);
        parties.revoke(AGENT, HOLDER, OWNER, "ИТ-79").get();
        assertThat(standing.among(holder, List.of(OWNER)).party()).isEqualTo(HOLDER);
    }

    @Test
    void whoActsForNobodyIsAskedAgainOnceAPaperIsRecorded() {
        recollection.end();
        assertThat(parties.representedBy(HOLDER)).isEmpty();
        parties.empower(AGENT, power("ИТ-80", clock.today().plusDays(9))).get();
        assertThat(parties.representedBy(HOLDER)).extracting(Representation::paperNo).containsExactly("ИТ-80");
    }

    @Test
    void onlyWhoSawTheOriginalRecordsItAndNeverForHimself() {
        var citizen = new Actor(person(3), "Б. Энхжин", Set.of(Role.BUYER, Role.SELLER));
        var own = new Actor(HOLDER, "Н. Золжаргал", Set.of(Role.AGENT));

        assertThat(parties.empower(citizen, power("ИТ-1", clock.today().plusDays(1))).refusal().code()).isEqualTo("PAPER_NOT_YOURS");
        assertThat(parties.empower(own, power("ИТ-1", clock.today().plusDays(1))).refusal().code()).isEqualTo("PAPER_NOT_YOURS");
    }

    @ParameterizedTest
    @CsvSource({"12, 9, POA, 1097, POA_TOO_LONG", "12, 9, POA, -1, POA_EXPIRED", "12, 9, POA, , FIELD_REQUIRED", "12, 12, POA, 30, OWN_REPRESENTATIVE",
            "8, 9, POA, 30, HOLDER_NOT_CAPABLE", "101, 9, POA, 30, HOLDER_NOT_CAPABLE", "12, 9, DIRECTOR, , BASIS_OF_COMPANIES",
            "12, 9, GUARDIAN, , BASIS_OF_MINORS"})
    void anUnfitPaperIsRefused(int holder, int principal, Basis basis, Integer days, String code) {
        var until = days == null ? null : clock.today().plusDays(days);
        var paper = new Representation(person(holder), person(principal), basis, "ИТ-2", clock.today().minusDays(2), until);

        assertThat(parties.empower(AGENT, paper).refusal().code()).isEqualTo(code);
    }

    @Test
    void aPowerTakenBackOpensNothing() {
        var owner = new Actor(OWNER, "Д. Хүслэн", Set.of(Role.SELLER));
        var stranger = new Actor(person(10), "П. Номин-Эрдэнэ", Set.of(Role.SELLER));
        var holder = new Actor(HOLDER, "Н. Золжаргал", Set.of(Role.SELLER));
        parties.empower(AGENT, power("ИТ-79", clock.today().plusDays(30))).get();

        assertThat(standing.among(holder, List.of(OWNER)).proxy().paperNo()).isEqualTo("ИТ-79");
        assertThat(parties.givenBy(OWNER)).extracting(Representation::paperNo).contains("ИТ-79");
        assertThat(parties.revoke(stranger, HOLDER, OWNER, "ИТ-79").refusal().code()).isEqualTo("PAPER_NOT_YOURS");
        parties.revoke(owner, HOLDER, OWNER, "ИТ-79").get();

        assertThat(parties.revoke(owner, HOLDER, OWNER, "ИТ-79").refusal().code()).isEqualTo("PAPER_UNKNOWN");
        assertThat(standing.among(holder, List.of(OWNER))).isEqualTo(holder);
        assertThat(standing.principals(holder)).containsExactly(HOLDER);
        assertThat(parties.acting(HOLDER, OWNER).refusal().code()).isEqualTo("NOT_A_REPRESENTATIVE");
    }

    @Test
    void onlyCapablePeopleBindThemselves() {
        assertThat(standing.hindrance(new Actor(person(8), "Оюу", Set.of())).orElseThrow().code()).isEqualTo("MINOR");
        assertThat(standing.hindrance(new Actor(person(101), "Алтан Тал", Set.of())).orElseThrow().code()).isEqualTo("COMPANY_BY_DIRECTOR");
        assertThat(standing.hindrance(new Actor(person(3), "Энхжин", Set.of()))).isEmpty();
        assertThat(standing.hindrance(standing.among(new Actor(person(7), "Ууганбаяр", Set.of()), List.of(person(8))))).isEmpty();
        assertThat(standing.hindrance(Actor.PLATFORM)).isEmpty();
    }

    @Test
    void theLawNamesTheDirectorAndTheGuardian() {
        assertThat(parties.representative(person(101)).orElseThrow()).satisfies(paper -> {
            assertThat(paper.basis()).isEqualTo(Basis.DIRECTOR);
            assertThat(paper.holder()).isEqualTo(person(25));
        });
        assertThat(parties.representative(person(8)).orElseThrow().basis()).isEqualTo(Basis.GUARDIAN);
        assertThat(parties.representative(OWNER)).isEmpty();
    }

    @Test
    void casesOfAPowerAreCountedOnceEachForAYear() {
        parties.empower(AGENT, power("ИТ-78", clock.today().plusDays(700))).get();
        var power = parties.acting(HOLDER, OWNER).get();

        parties.acted(power, CaseRef.of("L-2026-900001"));
        parties.acted(power, CaseRef.of("L-2026-900001"));
        parties.acted(power, CaseRef.of("L-2026-900002"));

        assertThat(parties.casesByPower12m(HOLDER)).containsOnlyKeys(CaseRef.of("L-2026-900001"), CaseRef.of("L-2026-900002"))
                .containsValue(clock.today());
        assertThat(parties.actedFor(CaseRef.of("L-2026-900001"), OWNER).orElseThrow().holder()).isEqualTo(HOLDER);
        clock.passes(Duration.ofDays(400));
        assertThat(parties.casesByPower12m(HOLDER)).isEmpty();
    }

    private Representation power(String number, LocalDate until) {
        return new Representation(HOLDER, OWNER, Basis.POA, number, clock.today().minusDays(2), until);
    }

    private static PartyId person(int n) {
        return new PartyId(new UUID(0, n));
    }
}
