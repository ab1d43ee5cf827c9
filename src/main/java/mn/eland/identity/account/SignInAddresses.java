package mn.eland.identity.account;

import java.time.OffsetDateTime;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The e-mail addresses people sign in with. Only whoever types an address can find its account. */
@Component
public class SignInAddresses {

    private static final String PURPOSE = "address";

    private final JdbcClient jdbc;
    private final AccountSecrets secrets;
    private final ElandClock clock;

    SignInAddresses(JdbcClient jdbc, AccountSecrets secrets, ElandClock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.clock = clock;
    }

    /** The account of an address; a text that is no address is the name of the account itself. */
    public String username(String typed) {
        return typed.contains("@") ? find(typed).orElse(typed) : typed;
    }

    Optional<String> find(String email) {
        return jdbc.sql("select username from identity.sign_in_addresses where address_key = ?")
                .param(secrets.key(PURPOSE, email)).query(String.class).optional();
    }

    /** False when somebody has it. */
    boolean add(String email, String username) {
        return jdbc.sql("insert into identity.sign_in_addresses (address_key, username, added_at) values (?, ?, ?) on conflict do nothing")
                .params(secrets.key(PURPOSE, email), username, OffsetDateTime.now(clock)).update() == 1;
    }

    void forget(String username) {
        jdbc.sql("delete from identity.sign_in_addresses where username = ?").param(username).update();
    }
}
