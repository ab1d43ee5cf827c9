package mn.eland.edge.keycloak;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import mn.eland.edge.Issuer;
import mn.eland.edge.fresh.SignInWish;
import mn.eland.edge.signin.DeviceRecorder;
import mn.eland.edge.web.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.web.logout.OidcClientInitiatedLogoutSuccessHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.LocaleResolver;

/** The pages with Keycloak: who comes back from there is known by the books of ELAND, and who leaves the pages leaves Keycloak too. */
@Component
@OnKeycloak
class KeycloakSignIn implements Issuer, SignInWish {

    static final String NAME = "preferred_username";
    /** Asks Keycloak for its registration form. */
    static final String NEW = "new";
    private static final Logger LOG = LoggerFactory.getLogger(KeycloakSignIn.class);

    private final Realm realm;
    private final KeycloakCalls calls;
    private final KeycloakPeople people;
    private final KeycloakSessions sessions;
    private final DeviceRecorder devices;
    private final ClientRegistrationRepository clients;
    private final LocaleResolver locales;

    KeycloakSignIn(Realm realm, KeycloakCalls calls, KeycloakPeople people, KeycloakSessions sessions, DeviceRecorder devices,
                   ClientRegistrationRepository clients, LocaleResolver locales) {
        this.realm = realm;
        this.calls = calls;
        this.people = people;
        this.sessions = sessions;
        this.devices = devices;
        this.clients = clients;
        this.locales = locales;
    }

    @Override
    public void join(HttpSecurity pages, AuthenticationSuccessHandler arrived) throws Exception {
        var leave = new OidcClientInitiatedLogoutSuccessHandler(clients);
        leave.setPostLogoutRedirectUri(realm.signedOut());
        leave.setDefaultTargetUrl("/?signed-out");
        pages.oauth2Login(login -> login
                        .tokenEndpoint(tokens -> tokens.accessTokenResponseClient(calls.tokens()))
                        .userInfoEndpoint(user -> user.oidcUserService(this::person))
                        .successHandler((request, response, who) -> {
                            noted(request, response, who);
                            arrived.onAuthenticationSuccess(request, response, who);
                        })
                        .failureHandler(KeycloakSignIn::failed))
                .logout(logout -> logout.logoutSuccessHandler(leave));
    }

    @Override
    public String accountConsole() {
        return realm.accountConsole();
    }

    /** In the language of the page one came from; whoever asked for it begins with the registration. */
    @Override
    public void accept(Map<String, Object> more) {
        if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current) {
            more.put("ui_locales", locales.resolveLocale(current.getRequest()).getLanguage());
            if (current.getRequest().getParameter(NEW) != null) {
                more.put("prompt", "create");
            }
        }
    }

    private OidcUser person(OidcUserRequest come) {
        try {
            var token = come.getIdToken();
            var claims = people.known(token.getClaims(), come.getAccessToken().getTokenValue());
            if (!claims.isDone()) {
                throw new OAuth2AuthenticationException(new OAuth2Error(claims.refusal().code()));
            }
            var known = new OidcIdToken(token.getTokenValue(), token.getIssuedAt(), token.getExpiresAt(), claims.get());
            return new DefaultOidcUser(List.of(new OidcUserAuthority(known)), known, NAME);
        } catch (RestClientException e) {
            throw new OAuth2AuthenticationException(new OAuth2Error("ISSUER_AWAY"), e);
        }
    }

    private void noted(HttpServletRequest request, HttpServletResponse response, Authentication who) throws ServletException, IOException {
        Actors.of(who).ifPresent(people::cameIn);
        devices.note(request, response, who);
        sessions.begun(request.getSession(false), (OidcUser) who.getPrincipal());
    }

    private static void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        var code = why instanceof OAuth2AuthenticationException of ? of.getError().getErrorCode() : "";
        LOG.info("Somebody did not come in by Keycloak: {}", code);
        response.sendRedirect("/sign-in?error=" + KeycloakPages.known(code));
    }
}
