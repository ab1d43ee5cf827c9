package mn.eland.identity.privacy;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.person.PersonalData;
import mn.eland.store.vault.PersonVault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who the person is, how the person signs in and from where, for whom the person acts. */
@Component
class PersonalRecord implements PersonalData {

    private static final String PARTY = "identity.parties.";
    private static final String NOBODY = "–";
    /** Nobody learns from an archive that compliance had a look at him (AML 13). */
    private static final String OPENLY = "case_ref not like 'C-%'";

    private final JdbcClient jdbc;
    private final PersonVault people;
    private final ElandClock clock;

    PersonalRecord(JdbcClient jdbc, PersonVault people, ElandClock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        var all = new LinkedHashMap<String, Object>();
        var party = new LinkedHashMap<>(rows("select * from identity.parties where id = ?", person).stream().findFirst().orElse(Map.of()));
        List.of("register_number", "phone", "email", "address")
                .forEach(column -> party.computeIfPresent(column, (name, sealed) -> people.open(person, (String) sealed, PARTY + name)));
        party.keySet().removeIf(column -> column.endsWith("_index"));
        all.put("person", party);
        all.put("account", rows("select username, language, created_at, disabled_at from identity.accounts where party_id = ?", person));
        all.put("devices", rows("select first_seen, last_seen from identity.devices where party_id = ?", person));
        all.put("sessions", rows("select agent, host(address) as address, started_at, last_seen, ended_at from identity.sessions where party_id = ?", person));
        all.put("verifications", rows("select number, method, state, consented_at, proven_at, decided_at from identity.verifications where party_id = ?", person));
        all.put("passports", rows("select number, issuer, nationality, expires_on, shown_at from identity.passports where party_id = ?", person));
        all.put("signIns", rows("select host(address) as address, country, at from identity.sign_ins where party_id = ? order by at", person));
        all.put("secondStepsTakenOff",
                rows("select paper, asked_at, state, decided_at from identity.factor_resets where party_id = ? order by asked_at", person));
        all.put("readingsOfTheRegisterNumber", rows("select case_ref, at from identity.register_readings where party_id = ? and " + OPENLY + " order by at", person));
        all.put("powersHeld", rows("select basis, paper_no, given_on, valid_until, revoked_at from identity.representations where holder = ?", person));
        all.put("powersGiven", rows("select basis, paper_no, given_on, valid_until, revoked_at from identity.representations where principal = ?", person));
        return all;
    }

    /** Whoever works here is kept as long as he does. */
    @Override
    public List<Duty> duties(PartyId person) {
        boolean staff = jdbc.sql("""
                select r.role from identity.account_roles r join identity.accounts a on a.username = r.username
                where a.party_id = ? and a.disabled_at is null""").param(person.value()).query(String.class).list().stream()
                .anyMatch(role -> Role.valueOf(role.toUpperCase(java.util.Locale.ROOT)).isStaff());
        return staff ? List.of(new Duty("STAFF", null, null)) : List.of();
    }

    /** While a duty runs, the law wants name, birth date and register number kept (AML 5) and nothing else of this. */
    @Override
    public void erase(PartyId person, boolean whole) {
        jdbc.sql("update identity.accounts set disabled_at = coalesce(disabled_at, ?), password_hash = '-' where party_id = ?")
                .params(clock.instant().atOffset(ZoneOffset.UTC), person.value()).update();
        jdbc.sql("delete from identity.devices where party_id = ?").param(person.value()).update();
        jdbc.sql("delete from identity.sign_ins where party_id = ?").param(person.value()).update();
        jdbc.sql("delete from identity.failed_sign_ins where party_id = ?").param(person.value()).update();
        jdbc.sql("delete from identity.factor_resets where party_id = ?").param(person.value()).update();
        jdbc.sql("delete from identity.sessions where party_id = ?").param(person.value()).update();
        jdbc.sql("delete from identity.sign_in_addresses where username in (select username from identity.accounts where party_id = ?)").param(person.value()).update();
        for (var table : List.of("sign_in_links", "password_links", "recovery_codes", "second_steps")) {
            jdbc.sql("delete from identity." + table + " where username in (select username from identity.accounts where party_id = ?)")
                    .param(person.value()).update();
        }
        jdbc.sql("delete from identity.verification_faces where number in (select number from identity.verifications where party_id = ?)").param(person.value()).update();
        jdbc.sql("update identity.parties set phone = null, email = null, email_index = null, address = null where id = ?").param(person.value()).update();
        if (whole) {
            jdbc.sql("""
                    update identity.parties set clan_name = null, parent_name = null, given_name = case when given_name is null then null else :nobody end,
                        company_name = case when company_name is null then null else :nobody end, register_number = null, register_index = null,
                        birth_date = null, iban = null where id = :person""").param("nobody", NOBODY).param("person", person.value()).update();
            jdbc.sql("delete from identity.marriages where party_id = ?").param(person.value()).update();
            jdbc.sql("delete from identity.passports where party_id = ?").param(person.value()).update();
            jdbc.sql("delete from identity.agent_licences where holder = ?").param(person.value()).update();
            jdbc.sql("delete from identity.list_matches where party_id = ?").param(person.value()).update();
            jdbc.sql("update identity.verifications set hits = null, funds_source = null, wealth_source = null, note = null where party_id = ?")
                    .param(person.value()).update();
            jdbc.sql("update identity.identifications set funds_source = null, review_note = null where party_id = ?").param(person.value()).update();
        }
    }

    private List<Map<String, Object>> rows(String sql, PartyId person) {
        return PersonalData.plain(jdbc.sql(sql).param(person.value()).query().listOfRows());
    }
}
