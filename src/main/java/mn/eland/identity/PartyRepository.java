package mn.eland.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.trace.IdentityEvent;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.reading.Reads;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.SealedColumn;
import mn.eland.store.vault.SealedColumns;
import mn.eland.store.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people and companies. Register numbers and contact data stand sealed in them, beside blind indexes to look them up by. */
@Repository
class PartyRepository implements SealedColumns {

    static final SealedColumn LISTED = new SealedColumn("identity.screening", "register_number", "list");
    private static final Reads PARTIES = Reads.of("identity.parties");
    private static final Reads HIGH_RISK = Reads.of("identity.high_risk_countries", "identity.parties");
    private static final Reads MARRIAGES = Reads.of("identity.marriages", "identity.parties");
    private static final String PARTY = "select p.* from identity.parties p ";
    private static final String NUMBER = "identity.parties.register_number";
    private static final String PHONE = "identity.parties.phone";
    private static final String EMAIL = "identity.parties.email";
    private static final String ADDRESS = "identity.parties.address";
    private static final String SPOUSE = "identity.marriages.spouse_register_number";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final PersonVault people;

    PartyRepository(JdbcClient jdbc, Clock clock, ApplicationEventPublisher events, Vault vault, PersonVault people) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.vault = vault;
        this.people = people;
    }

    Optional<Party> find(PartyId id) {
        return PARTIES.once(id, () -> jdbc.sql(PARTY + "where p.id = ?").param(id.value()).query(this::party).optional());
    }

    Optional<Party> findByRegisterNumber(String registerNumber) {
        return jdbc.sql(PARTY + "where p.register_index = ?").param(index(registerNumber)).query(this::party).optional();
    }

    List<Party> withRole(Role role) {
        return jdbc.sql(PARTY + """
                join identity.accounts a on a.party_id = p.id and a.disabled_at is null
                join identity.account_roles r on r.username = a.username
                where r.role = ? order by p.given_name collate "mn-x-icu", p.id""")
                .param(role.claim()).query(this::party).list();
    }

    /** Somebody who is there already stays as he is. */
    void add(Party party) {
        var id = party.id();
        if (jdbc.sql("select exists (select from identity.parties where id = ?)").param(id.value()).query(Boolean.class).single()) {
            return;
        }
        jdbc.sql("""
                insert into identity.parties (id, kind, clan_name, parent_name, given_name, company_name, register_number, register_index,
                    birth_date, phone, email, email_index, address, iban, resident, country, customer_type, beneficial_owner_known,
                    met_in_person, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                .params(id.value(), party.kind().name(), party.clanName(), party.parentName(), party.givenName(),
                        party.companyName(), people.seal(id, party.registerNumber(), NUMBER), index(party.registerNumber()), party.birthDate(),
                        people.seal(id, party.phone(), PHONE), people.seal(id, party.email(), EMAIL), vault.index(Vault.Kind.EMAIL, party.email()),
                        people.seal(id, party.address(), ADDRESS), party.iban(), party.resident(), party.country(), party.customerType(),
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
        events.publishEvent(new IdentityEvent.RegisterNumberRead(id, purpose, clock.instant()));
    }

    boolean isListed(String registerNumber, String list) {
        return jdbc.sql("select exists (select from identity.screening where register_index = ? and list = ? and delisted_at is null)")
                .params(index(registerNumber), list).query(Boolean.class).single();
    }

    void list(String registerNumber, String list, String reason) {
        jdbc.sql("insert into identity.screening (register_number, register_index, list, reason, listed_at) values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(vault.seal(registerNumber, LISTED.place(list)), index(registerNumber), list, reason, OffsetDateTime.now(clock)).update();
    }

    boolean isHighRisk(String country) {
        return jdbc.sql("select exists (select from identity.high_risk_countries where country = ?)")
                .param(country).query(Boolean.class).single();
    }

    Optional<Parties.Country> highRiskCountry(PartyId id) {
        return HIGH_RISK.once(id, () -> jdbc.sql("""
                select h.country, h.reason from identity.high_risk_countries h
                join identity.parties p on p.country = h.country where p.id = ?""").param(id.value())
                .query((row, n) -> new Parties.Country(row.getString("country"), row.getString("reason"))).optional());
    }

    void keepMarriage(PartyId id, boolean married, String spouseRegisterNumber, String spouseName, LocalDate since) {
        jdbc.sql("""
                insert into identity.marriages (party_id, married, spouse_register_number, spouse_index, spouse_name, since, read_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (party_id) do update set married = excluded.married,
                    spouse_register_number = excluded.spouse_register_number, spouse_index = excluded.spouse_index,
                    spouse_name = excluded.spouse_name, since = excluded.since, read_at = excluded.read_at""")
                .params(id.value(), married, people.seal(id, spouseRegisterNumber, SPOUSE), index(spouseRegisterNumber), spouseName, since, OffsetDateTime.now(clock)).update();
    }

    Optional<Parties.Marriage> marriage(PartyId id) {
        return MARRIAGES.once(id, () -> jdbc.sql("""
                select m.*, s.id as spouse from identity.marriages m
                left join identity.parties s on s.register_index = m.spouse_index where m.party_id = ?""")
                .param(id.value())
                .query((row, n) -> new Parties.Marriage(row.getBoolean("married"), partyId(row, "spouse"),
                        row.getString("spouse_name"), row.getObject("since", LocalDate.class)))
                .optional());
    }

    private String index(String registerNumber) {
        return vault.index(Vault.Kind.REGISTER_NUMBER, registerNumber);
    }

    private Party party(ResultSet row, int number) throws SQLException {
        var id = partyId(row, "id");
        return new Party(id, PartyView.Kind.valueOf(row.getString("kind")), row.getString("clan_name"),
                row.getString("parent_name"), row.getString("given_name"), row.getString("company_name"),
                people.open(id, row.getString("register_number"), NUMBER), row.getObject("birth_date", LocalDate.class),
                people.open(id, row.getString("phone"), PHONE), people.open(id, row.getString("email"), EMAIL),
                people.open(id, row.getString("address"), ADDRESS), row.getString("iban"), row.getBoolean("resident"),
                row.getString("country"), row.getString("customer_type"), row.getBoolean("beneficial_owner_known"),
                row.getBoolean("met_in_person"));
    }

    static PartyId partyId(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(LISTED);
    }
}
