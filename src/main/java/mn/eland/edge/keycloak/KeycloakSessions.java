package mn.eland.edge.keycloak;

import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.UUID;
import mn.eland.edge.session.SignedOut;
import mn.eland.edge.session.WebSessions;
import mn.eland.edge.web.Actors;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which session of the pages came out of which session at Keycloak, so that the end of that one is the end of this one, on every node. */
@Component
@OnKeycloak
@Transactional
class KeycloakSessions {

    private final JdbcClient jdbc;
    private final SignedOut signedOut;

    KeycloakSessions(JdbcClient jdbc, SignedOut signedOut) {
        this.jdbc = jdbc;
        this.signedOut = signedOut;
    }

    void begun(HttpSession here, OidcUser who) {
        var session = WebSessions.idOf(here);
        Actors.of(who::getClaim).filter(actor -> session != null).ifPresent(actor -> jdbc.sql("""
                insert into edge.keycloak_sessions (session, sid, subject, party_id) values (?, ?, ?, ?)""")
                .params(session, who.getClaimAsString("sid"), who.getSubject(), actor.party().value()).update());
    }

    /** @param sid of one session there, or null for all of the subject */
    void ended(String sid, String subject) {
        List<Ended> all = (sid != null ? jdbc.sql("delete from edge.keycloak_sessions where sid = ? returning session, party_id").param(sid)
                : jdbc.sql("delete from edge.keycloak_sessions where subject = ? returning session, party_id").param(subject))
                .query((row, n) -> new Ended(row.getObject("session", UUID.class), new PartyId(row.getObject("party_id", UUID.class)))).list();
        all.forEach(one -> signedOut.one(one.person(), one.session()));
    }

    /** A session there lives half a day at most. */
    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT8M")
    void forget() {
        jdbc.sql("delete from edge.keycloak_sessions where at < current_timestamp - interval '2 days'").update();
    }

    private record Ended(UUID session, PartyId person) {
    }
}
