package mn.eland.edge.keycloak;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import mn.eland.edge.signin.IssuerTerms;
import org.springframework.web.filter.OncePerRequestFilter;

/** Pages of the embedded issuer that people have in their bookmarks or find in an old letter lead on to those of Keycloak. */
class WayOn extends OncePerRequestFilter {

    private final Map<String, String> ways;

    WayOn(Realm realm) {
        this.ways = Map.of("/register", IssuerTerms.START + "?" + KeycloakSignIn.NEW, "/sign-in/second", IssuerTerms.START,
                "/password/forgotten", IssuerTerms.START, "/password/new", IssuerTerms.START, "/account/second-step", realm.accountConsole());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
        var way = "GET".equals(request.getMethod()) ? ways.get(request.getRequestURI()) : null;
        if (way == null) {
            rest.doFilter(request, response);
        } else {
            response.sendRedirect(way);
        }
    }
}
