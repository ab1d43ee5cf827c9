package mn.eland.edge.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import mn.eland.edge.Issuer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Leaving the pages also leaves the issuer, whose person stands in the same session, and ends the tokens made for it. */
@Component
@Embedded
class EmbeddedIssuer implements Issuer, LogoutHandler {

    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AuthorizationService tokens;

    EmbeddedIssuer(OAuth2AuthorizedClientRepository clients, OAuth2AuthorizationService tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    /** The sign-in was noted where the password was looked at. */
    @Override
    public void join(HttpSecurity pages, AuthenticationSuccessHandler arrived) throws Exception {
        pages.oauth2Login(login -> login.successHandler(arrived).failureUrl("/sign-in?error"))
               .logout(logout -> logout.addLogoutHandler(this).logoutSuccessUrl("/?signed-out"));
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient(IssuerTerms.REGISTRATION, authentication, request);
        if (client != null) {
            var authorization = tokens.findByToken(client.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
            if (authorization != null) {
                tokens.remove(authorization);
            }
        }
    }
}
