package mn.eland.edge.keycloak;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import mn.eland.edge.signin.IssuerTerms;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Keycloak says that a session there has ended: by its own sign-out, by its account console, by an administrator. As OpenID Connect
 * Back-Channel Logout 1.0 (section 2.6) has it: the word of a signed token, and of nothing else.
 */
@RestController
@OnKeycloak
class BackChannel {

    static final String PATH = "/logout/connect/back-channel/" + IssuerTerms.REGISTRATION;
    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";
    private static final Duration FRESH = Duration.ofMinutes(2);

    private final KeycloakSessions sessions;
    private final JwtDecoder tokens;
    /** Tokens bear the time of the machine. */
    private final Clock machine = Clock.systemUTC();

    BackChannel(Realm realm, KeycloakCalls calls, KeycloakSessions sessions) {
        this.sessions = sessions;
        this.tokens = calls.decoder(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(), new JwtIssuerValidator(realm.issuer()),
                token -> isSignOut(token) ? OAuth2TokenValidatorResult.success()
                        : OAuth2TokenValidatorResult.failure(new OAuth2Error("invalid_request", "no logout token for us", null))));
    }

    @PostMapping(PATH)
    ResponseEntity<Void> ended(@RequestParam(name = "logout_token", defaultValue = "") String token) {
        try {
            var said = tokens.decode(token);
            sessions.ended(said.getClaimAsString("sid"), said.getSubject());
            return ResponseEntity.ok().header("Cache-Control", "no-store").build();
        } catch (JwtException e) {
            return ResponseEntity.status(HttpStatus.BAD_REQUEST).build();
        }
    }

    private boolean isSignOut(Jwt token) {
        return token.getAudience() != null && token.getAudience().contains(IssuerTerms.WEB) && token.getClaim("nonce") == null
                && token.getIssuedAt() != null && token.getIssuedAt().isAfter(machine.instant().minus(FRESH))
                && (token.getClaim("sid") != null || token.getSubject() != null)
                && token.getClaim("events") instanceof Map<?, ?> events && events.containsKey(EVENT);
    }
}
