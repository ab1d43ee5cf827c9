package mn.eland.edge.keycloak;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import mn.eland.edge.signin.IssuerTerms;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * Where the realm is. Its addresses follow from that of the issuer and are not asked for at the start, so ELAND starts while
 * Keycloak is away, and only sign-ins wait for it.
 */
@Component
@OnKeycloak
class Realm {

    private static final String PROTOCOL = "/protocol/openid-connect";

    private final String issuer;
    private final String baseUrl;

    Realm(@Value("${eland.keycloak.issuer:}") String issuer, @Value("${eland.base-url}") String baseUrl, Environment environment) {
        if (issuer.isBlank() || !issuer.contains("/realms/")) {
            throw new IllegalStateException("eland.identity=keycloak needs eland.keycloak.issuer, as in https://id.example.mn/realms/eland.");
        }
        if (environment.acceptsProfiles(Profiles.of("production")) && !issuer.startsWith("https:")) {
            throw new IllegalStateException("Profile production does not start with an issuer without https: eland.keycloak.issuer.");
        }
        this.issuer = issuer.replaceAll("/$", "");
        this.baseUrl = baseUrl;
    }

    String issuer() {
        return issuer;
    }

    String authorization() {
        return issuer + PROTOCOL + "/auth";
    }

    String token() {
        return issuer + PROTOCOL + "/token";
    }

    String keys() {
        return issuer + PROTOCOL + "/certs";
    }

    String userInfo() {
        return issuer + PROTOCOL + "/userinfo";
    }

    String endSession() {
        return issuer + PROTOCOL + "/logout";
    }

    /** Where a person changes the password, the second factor, and sees where he is signed in. */
    String accountConsole() {
        return issuer + "/account";
    }

    /** Where one is after the sign-out. */
    String signedOut() {
        return baseUrl + "/?signed-out";
    }

    /** Leaves Keycloak without a session of ours; it asks the person first. */
    URI leave() {
        return URI.create(endSession() + "?client_id=" + IssuerTerms.WEB + "&post_logout_redirect_uri="
                + URLEncoder.encode(signedOut(), StandardCharsets.UTF_8));
    }
}
