package mn.eland.identity.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ElandTest
class CapacitiesTests {

    @Autowired Capacities capacities;
    @Autowired Parties parties;
    @Autowired Simulators simulators;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void asBefore() {
        jdbc.sql("delete from identity.agent_licences").update();
        jdbc.sql("delete from identity.account_roles where username in ('dulguun', 'zoljargal') and role = 'agent'").update();
        jdbc.sql("delete from identity.representations where paper_no = 'УБ-9900022'").update();
    }

    @Test
    void theExecutiveWhomTheRegisterNamesActsForTheCompany() {
        var munkhzul = actor("munkhzul");

        var company = capacities.registerCompany(munkhzul, " 9900022 ").get();

        assertThat(parties.acting(munkhzul.person(), company).isDone()).isTrue();
        assertThat(capacities.companies(munkhzul.person())).singleElement().satisfies(one -> assertThat(one.companyName()).contains("Сарнай Зууч"));
        assertThat(code(munkhzul, "9900022")).isEqualTo("COMPANY_REGISTERED");
    }

    @ParameterizedTest
    @CsvSource({"enkhjin, 9900022, COMPANY_NOT_YOURS", "munkhzul, 9999999, COMPANY_NOT_YOURS", "munkhzul, 12, COMPANY_NUMBER_WRONG"})
    void nobodyElseDoes(String person, String number, String refusal) {
        assertThat(code(actor(person), number)).isEqualTo(refusal);
    }

    @Test
    void aRegisterThatIsAwayIsSaidSo() {
        simulators.switchOnOnce("frc", "licence", Simulators.Behaviour.ERROR);

        assertThat(capacities.registerLicence(actor("dulguun"), "ҮХЗ-0501").refusal().code()).isEqualTo("REGISTER_AWAY");
    }

    @Test
    void theHolderOfALicenceIsAnAgentUntilItEnds() {
        give("ҮХЗ-0502", "ЯЯ99010155", LocalDate.of(2030, 12, 31), "ACTIVE");
        var dulguun = actor("dulguun");

        var licence = capacities.registerLicence(dulguun, "үхз-0502").get();
        assertThat(actor("dulguun").roles()).contains(Role.AGENT, Role.BUYER);
        capacities.check(licence);
        assertThat(capacities.licence(dulguun.person())).isPresent();
        give("ҮХЗ-0502", "ЯЯ99010155", LocalDate.of(2030, 12, 31), "SUSPENDED");
        capacities.check(licence);

        assertThat(actor("dulguun").roles()).doesNotContain(Role.AGENT).contains(Role.BUYER);
        assertThat(capacities.licence(dulguun.person())).isEmpty();
    }

    @Test
    void aLicenceOfSomebodyElseOrOutOfItsTimeMakesNobodyAnAgent() {
        give("ҮХЗ-0503", "ЯЯ86022844", LocalDate.of(2024, 12, 31), "ACTIVE");

        assertThat(capacities.registerLicence(actor("dulguun"), "ҮХЗ-0041").refusal().code()).isEqualTo("LICENCE_NOT_YOURS");
        assertThat(capacities.registerLicence(actor("zoljargal"), "ҮХЗ-0503").refusal().code()).isEqualTo("LICENCE_NOT_VALID");
        assertThat(capacities.registerLicence(actor("zoljargal"), "../../x").refusal().code()).isEqualTo("LICENCE_NUMBER_WRONG");
        assertThat(actor("zoljargal").roles()).doesNotContain(Role.AGENT);
    }

    private String code(Actor actor, String number) {
        return capacities.registerCompany(actor, number).refusal().code();
    }

    private void give(String number, String holder, LocalDate until, String state) {
        simulators.post("/frc/control/licences", Map.of("licenceNo", number, "holderRegister", holder, "validFrom", "2024-01-01",
                "validUntil", until.toString(), "state", state));
    }

    private Actor actor(String username) {
        return parties.actor(username).orElseThrow();
    }
}
