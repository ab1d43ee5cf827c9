package mn.eland.edge.signin;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Throws away what the issuer remembers of tokens and codes that nobody can use any more. */
@Component
class ExpiredTokens {

    private final JdbcClient jdbc;

    ExpiredTokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    int forget() {
        return jdbc.sql("""
                delete from oauth2_authorization where greatest(authorization_code_expires_at, access_token_expires_at,
                    refresh_token_expires_at, oidc_id_token_expires_at) < current_timestamp - interval '1 hour'""").update();
    }
}
