package mn.eland.edge.signin;

import java.util.List;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtValidators;

/** What the embedded issuer and the realm file of Keycloak have in common: names, and what the API asks of a token. */
public final class IssuerTerms {

    /** The client that the pages are. */
    public static final String WEB = "eland-web";
    public static final String MOBILE = "eland-mobile";
    /** For whom access tokens are. */
    public static final String API = "eland-api";
    /** What the pages call their issuer. */
    public static final String REGISTRATION = "eland";
    /** Where a sign-in begins. */
    public static final String START = "/oauth2/authorization/" + REGISTRATION;
    /** Where a sign-in comes back to. */
    public static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private IssuerTerms() {
    }

    /** For access tokens, besides the signature: our issuer, our audience, in time. */
    public static OAuth2TokenValidator<Jwt> rules(String issuer) {
        return new DelegatingOAuth2TokenValidator<>(JwtValidators.createDefaultWithIssuer(issuer),
                new JwtClaimValidator<List<String>>(JwtClaimNames.AUD, audience -> audience != null && audience.contains(API)));
    }
}
