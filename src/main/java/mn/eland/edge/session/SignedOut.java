package mn.eland.edge.session;

import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import mn.eland.identity.account.Openings;
import mn.eland.identity.account.Sessions;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends what a person is signed in with: browsers of the pages, and programs that hold tokens. */
@Component
@Transactional
public class SignedOut {

    /** The client whose tokens outlive a session of the pages. */
    private static final String MOBILE = "eland-mobile";

    private final Sessions sessions;
    private final WebSessions web;
    private final Openings openings;
    private final JdbcClient jdbc;

    SignedOut(Sessions sessions, WebSessions web, Openings openings, JdbcClient jdbc) {
        this.sessions = sessions;
        this.web = web;
        this.openings = openings;
        this.jdbc = jdbc;
    }

    public void everywhere(PartyId person) {
        sessions.endAll(person, null).forEach(web::end);
        tokens(person);
    }

    /** Everywhere but here. */
    public void elsewhere(PartyId person, HttpSession here) {
        sessions.endAll(person, WebSessions.idOf(here)).forEach(web::end);
        tokens(person);
    }

    /** One session of the pages; refused with {@code SESSION_UNKNOWN} (not found) when it is not the person's or has ended. */
    public Outcome<Void> one(PartyId person, UUID session) {
        if (!sessions.end(person, session)) {
            return Outcome.refused(Refusal.notFound("SESSION_UNKNOWN"));
        }
        web.end(session);
        return Outcome.done();
    }

    /** How many programs hold a token of the person with which they can get another. */
    @Transactional(readOnly = true)
    public int programs(PartyId person) {
        return openings.holderOf(person).map(holder -> jdbc.sql("""
                select count(*) from oauth2_authorization where principal_name = ? and registered_client_id = ?
                    and refresh_token_expires_at > current_timestamp""").params(holder.username(), MOBILE).query(Integer.class).single())
                .orElse(0);
    }

    /** A token that was given out is good for its last minutes; no new one is given for it. */
    private void tokens(PartyId person) {
        openings.username(person).ifPresent(username -> jdbc.sql("delete from oauth2_authorization where principal_name = ? and registered_client_id = ?")
                .params(username, MOBILE).update());
    }
}
