package mn.eland.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mn.eland.identity.account.Applicant;
import mn.eland.identity.account.Openings;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.spi.Colleagues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sign-in names and their roles, from which the groups of the staff follow. */
@Repository
class AccountRepository implements Colleagues, Openings {

    private static final String HOLDER = "select username, party_id, password_hash, demo from identity.accounts where disabled_at is null and ";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PartyRepository parties;

    AccountRepository(JdbcClient jdbc, Clock clock, PartyRepository parties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.parties = parties;
    }

    Optional<Account> find(String username) {
        return jdbc.sql("select username, party_id, password_hash, disabled_at is null as open from identity.accounts where username = ?")
                .param(username.strip().toLowerCase(Locale.ROOT))
                .query((row, n) -> new Account(row.getString("username"), new PartyId(row.getObject("party_id", UUID.class)),
                        row.getString("password_hash"), row.getBoolean("open"), roles(row.getString("username"))))
                .optional();
    }

    void add(String username, PartyId party, String passwordHash, boolean demo, Collection<Role> roles) {
        var added = jdbc.sql("""
                insert into identity.accounts (username, party_id, password_hash, demo, created_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""")
                .params(username, party.value(), passwordHash, demo, OffsetDateTime.now(clock)).update();
        if (added == 1) {
            roles.forEach(role -> jdbc.sql("insert into identity.account_roles (username, role) values (?, ?)")
                    .params(username, role.claim()).update());
        }
    }

    void setPasswordHash(String username, String passwordHash) {
        jdbc.sql("update identity.accounts set password_hash = ? where username = ?").params(passwordHash, username).update();
    }

    String language(PartyId party) {
        return jdbc.sql("select language from identity.accounts where party_id = ?").param(party.value())
                .query(String.class).optional().orElse("mn");
    }

    void setLanguage(PartyId party, String language) {
        jdbc.sql("update identity.accounts set language = ? where party_id = ? and language <> ?")
                .params(language, party.value(), language).update();
    }

    boolean hasOpenDemoAccounts() {
        return jdbc.sql("select exists (select from identity.accounts where demo and disabled_at is null)")
                .query(Boolean.class).single();
    }

    @Override
    public Set<String> groupsOf(PartyId person) {
        return jdbc.sql("select username from identity.accounts where party_id = ? and disabled_at is null").param(person.value())
                .query(String.class).list().stream().flatMap(username -> roles(username).stream()).filter(Role::isStaff).map(Role::group)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean isKnown(String registerNumber) {
        return parties.findByRegisterNumber(registerNumber).isPresent();
    }

    /** Nobody has met the person yet: the care tables ask for that. */
    @Override
    public PartyId open(Applicant a, String username, String passwordHash, String language) {
        var id = new PartyId(UUID.randomUUID());
        boolean citizen = a.foreigner() == null;
        parties.add(new Party(id, citizen ? PartyView.Kind.PERSON : PartyView.Kind.FOREIGN_PERSON, a.clanName().isEmpty() ? null : a.clanName(),
                a.parentName(), a.givenName(), null, a.registerNumber(), a.born(), a.phone(), a.email(), null, null, citizen,
                citizen ? "MN" : a.foreigner().country(), "PERSON", true, false));
        add(username, id, passwordHash, false, List.of(Role.BUYER, Role.SELLER));
        setLanguage(id, language);
        return id;
    }

    @Override
    public Optional<Holder> holder(String username) {
        return jdbc.sql(HOLDER + "username = ?").param(username).query(AccountRepository::held).optional();
    }

    @Override
    public Optional<Holder> holderOf(PartyId person) {
        return jdbc.sql(HOLDER + "party_id = ?").param(person.value()).query(AccountRepository::held).optional();
    }

    @Override
    public boolean hasNumber(PartyId person, String registerNumber) {
        return parties.find(person).filter(party -> party.registerNumber().equals(registerNumber)).isPresent();
    }

    /** Who owns it is not known before somebody identifies it. */
    @Override
    public PartyId openCompany(String number, String name) {
        var id = new PartyId(UUID.randomUUID());
        parties.add(new Party(id, PartyView.Kind.COMPANY, null, null, null, name, number, null, null, null, null, null, true, "MN", "LEGAL", false, false));
        return id;
    }

    @Override
    public void addRole(PartyId person, Role role) {
        jdbc.sql("insert into identity.account_roles (username, role) select username, ? from identity.accounts where party_id = ? on conflict do nothing")
                .params(role.claim(), person.value()).update();
    }

    @Override
    public void removeRole(PartyId person, Role role) {
        jdbc.sql("delete from identity.account_roles where role = ? and username in (select username from identity.accounts where party_id = ?)")
                .params(role.claim(), person.value()).update();
    }

    @Override
    public Optional<String> username(PartyId person) {
        return jdbc.sql("select username from identity.accounts where party_id = ?").param(person.value()).query(String.class).optional();
    }

    @Override
    public void setPassword(String username, String passwordHash) {
        setPasswordHash(username, passwordHash);
        jdbc.sql("update identity.accounts set password_set_at = ? where username = ?").params(OffsetDateTime.now(clock), username).update();
    }

    @Override
    public void close(String username) {
        jdbc.sql("update identity.accounts set disabled_at = ? where username = ? and disabled_at is null")
                .params(OffsetDateTime.now(clock), username).update();
    }

    private static Holder held(ResultSet row, int n) throws SQLException {
        return new Holder(row.getString("username"), new PartyId(row.getObject("party_id", UUID.class)), row.getString("password_hash"),
                row.getBoolean("demo"));
    }

    private Set<Role> roles(String username) {
        return jdbc.sql("select role from identity.account_roles where username = ?").param(username).query(String.class)
                .list().stream().map(claim -> Role.valueOf(claim.toUpperCase(Locale.ROOT))).collect(Collectors.toSet());
    }

    record Account(String username, PartyId party, String passwordHash, boolean open, Set<Role> roles) {

        @Override
        public String toString() {
            return "Account[" + username + "]";
        }
    }
}
