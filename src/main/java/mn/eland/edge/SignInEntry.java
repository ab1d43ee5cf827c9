package mn.eland.edge;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.stereotype.Component;

/**
 * Sends a visitor to the sign-in. A part of a page asks the browser to leave the whole page. Who came under another name of
 * the host is first led to the known one, where the session can be found again.
 */
@Component
class SignInEntry implements AuthenticationEntryPoint {

    static final String START = "/oauth2/authorization/eland";

    private final URI base;

    SignInEntry(@Value("${eland.base-url}") URI base) {
        this.base = base;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason) throws IOException {
        if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", START);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (!base.getHost().equalsIgnoreCase(request.getServerName()) && "GET".equals(request.getMethod())) {
            var query = request.getQueryString();
            response.sendRedirect(base + request.getRequestURI() + (query == null ? "" : "?" + query));
        } else {
            response.sendRedirect(START);
        }
    }
}
