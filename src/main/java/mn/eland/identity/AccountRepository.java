package mn.eland.identity;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.workflow.spi.Colleagues;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of sign-in names and their roles, from which the groups of the staff follow. */
@Repository
class AccountRepository implements Colleagues {

    private final JdbcClient jdbc;
    private final Clock clock;

    AccountRepository(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
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
