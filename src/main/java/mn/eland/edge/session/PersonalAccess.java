package mn.eland.edge.session;

import java.util.List;
import java.util.Map;
import mn.eland.edge.passkey.Passkeys;
import mn.eland.identity.account.Openings;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the door keeps about a person: passkeys, tokens of programs, when it was proven who it is, first answers to calls. */
@Component
class PersonalAccess implements PersonalData {

    private final JdbcClient jdbc;
    private final Passkeys passkeys;
    private final Openings openings;

    PersonalAccess(JdbcClient jdbc, Passkeys passkeys, Openings openings) {
        this.jdbc = jdbc;
        this.passkeys = passkeys;
        this.openings = openings;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        return Map.of("passkeys", passkeys.of(person).stream()
                .map(key -> Map.of("label", key.label(), "created", key.created().toString(), "lastUsed", key.lastUsed().toString())).toList(),
                "programs", openings.username(person).map(username -> PersonalData.plain(jdbc.sql("""
                        select registered_client_id, access_token_issued_at, refresh_token_expires_at from oauth2_authorization
                        where principal_name = ?""")
                        .param(username).query().listOfRows())).orElse(List.of()));
    }

    /** Nothing of it serves a duty. */
    @Override
    public void erase(PartyId person, boolean whole) {
        passkeys.forget(person);
        openings.username(person).ifPresent(username -> {
            jdbc.sql("delete from oauth2_authorization where principal_name = ?").param(username).update();
            jdbc.sql("delete from oauth2_authorization_consent where principal_name = ?").param(username).update();
            jdbc.sql("delete from edge.proofs where username = ?").param(username).update();
            jdbc.sql("delete from edge.answers where person = ?").param(username).update();
        });
    }
}
