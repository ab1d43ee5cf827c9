package mn.eland.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people and companies. */
@Repository
class PartyRepository {

    private static final String PARTY = "select p.* from identity.parties p ";

    private final JdbcClient jdbc;
    private final Clock clock;

    PartyRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Party> find(PartyId id) {
        return jdbc.sql(PARTY + "where p.id = ?").param(id.value()).query(PartyRepository::party).optional();
    }

    Optional<Party> findByRegisterNumber(String registerNumber) {
        return jdbc.sql(PARTY + "where p.register_number = ?").param(registerNumber).query(PartyRepository::party).optional();
    }

    List<Party> withRole(Role role) {
        return jdbc.sql(PARTY + """
                join identity.accounts a on a.party_id = p.id and a.disabled_at is null
                join identity.account_roles r on r.username = a.username
                where r.role = ? order by p.given_name collate "mn-x-icu", p.id""")
                .param(role.claim()).query(PartyRepository::party).list();
    }

    void add(Party party) {
        jdbc.sql("""
                insert into identity.parties (id, kind, clan_name, parent_name, given_name, company_name, register_number,
                    birth_date, phone, email, address, iban, resident, country, customer_type, beneficial_owner_known,
                    met_in_person, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(party.id().value(), party.kind().name(), party.clanName(), party.parentName(), party.givenName(),
                        party.companyName(), party.registerNumber(), party.birthDate(), party.phone(), party.email(),
                        party.address(), party.iban(), party.resident(), party.country(), party.customerType(),
                        party.beneficialOwnerKnown(), party.metInPerson(), OffsetDateTime.now(clock))
                .update();
    }

    Parties.Trade trade(PartyId id) {
        return jdbc.sql("select vat_payer, developer from identity.parties where id = ?").param(id.value())
                .query((row, n) -> new Parties.Trade(row.getBoolean("vat_payer"), row.getBoolean("developer"))).single();
    }

    void setTrade(PartyId id, Parties.Trade trade) {
        jdbc.sql("update identity.parties set vat_payer = ?, developer = ? where id = ?")
                .params(trade.vatPayer(), trade.developer(), id.value()).update();
    }

    void noteReading(PartyId id, CaseRef purpose) {
        jdbc.sql("insert into identity.register_readings (party_id, case_ref, at) values (?, ?, ?)")
                .params(id.value(), purpose.number(), OffsetDateTime.now(clock)).update();
    }

    boolean isListed(String registerNumber, String list) {
        return jdbc.sql("select exists (select from identity.screening where register_number = ? and list = ? and delisted_at is null)")
                .params(registerNumber, list).query(Boolean.class).single();
    }

    void list(String registerNumber, String list, String reason) {
        jdbc.sql("insert into identity.screening (register_number, list, reason, listed_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(registerNumber, list, reason, OffsetDateTime.now(clock)).update();
    }

    boolean isHighRisk(String country) {
        return jdbc.sql("select exists (select from identity.high_risk_countries where country = ?)")
                .param(country).query(Boolean.class).single();
    }

    Optional<Parties.Country> highRiskCountry(PartyId id) {
        return jdbc.sql("""
                select h.country, h.reason from identity.high_risk_countries h
                join identity.parties p on p.country = h.country where p.id = ?""").param(id.value())
                .query((row, n) -> new Parties.Country(row.getString("country"), row.getString("reason"))).optional();
    }

    void keepMarriage(PartyId id, boolean married, String spouseRegisterNumber, String spouseName, LocalDate since) {
        jdbc.sql("""
                insert into identity.marriages (party_id, married, spouse_register_number, spouse_name, since, read_at)
                values (?, ?, ?, ?, ?, ?) on conflict (party_id) do update set married = excluded.married,
                    spouse_register_number = excluded.spouse_register_number, spouse_name = excluded.spouse_name,
                    since = excluded.since, read_at = excluded.read_at""")
                .params(id.value(), married, spouseRegisterNumber, spouseName, since, OffsetDateTime.now(clock)).update();
    }

    Optional<Parties.Marriage> marriage(PartyId id) {
        return jdbc.sql("""
                select m.*, s.id as spouse from identity.marriages m
                left join identity.parties s on s.register_number = m.spouse_register_number where m.party_id = ?""")
                .param(id.value())
                .query((row, n) -> new Parties.Marriage(row.getBoolean("married"), partyId(row, "spouse"),
                        row.getString("spouse_name"), row.getObject("since", LocalDate.class)))
                .optional();
    }

    private static Party party(ResultSet row, int number) throws SQLException {
        return new Party(partyId(row, "id"), PartyView.Kind.valueOf(row.getString("kind")), row.getString("clan_name"),
                row.getString("parent_name"), row.getString("given_name"), row.getString("company_name"),
                row.getString("register_number"), row.getObject("birth_date", LocalDate.class), row.getString("phone"),
                row.getString("email"), row.getString("address"), row.getString("iban"), row.getBoolean("resident"),
                row.getString("country"), row.getString("customer_type"), row.getBoolean("beneficial_owner_known"),
                row.getBoolean("met_in_person"));
    }

    static PartyId partyId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }
}
