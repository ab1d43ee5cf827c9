package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;

/** Leaving the pages also leaves the issuer, whose person stands in the same session, and ends the tokens made for it. */
@Component
class SignOut implements LogoutHandler {

    private final OAuth2AuthorizedClientRepository clients;
    private final OAuth2AuthorizationService tokens;

    SignOut(OAuth2AuthorizedClientRepository clients, OAuth2AuthorizationService tokens) {
        this.clients = clients;
        this.tokens = tokens;
    }

    @Override
    public void logout(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        OAuth2AuthorizedClient client = clients.loadAuthorizedClient("eland", authentication, request);
        if (client != null) {
            var authorization = tokens.findByToken(client.getAccessToken().getTokenValue(), OAuth2TokenType.ACCESS_TOKEN);
            if (authorization != null) {
                tokens.remove(authorization);
            }
        }
    }
}
