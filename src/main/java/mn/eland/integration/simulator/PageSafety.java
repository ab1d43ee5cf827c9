package mn.eland.integration.simulator;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Forms are UTF-8. No other site's page may push the buttons of the control page, and its own pages run no script. */
class PageSafety extends OncePerRequestFilter {

    private static final String POLICY = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; frame-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'self'";
    private static final int FORBIDDEN = 403;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean control = request.getRequestURI().startsWith("/simulators");
        if (control && "cross-site".equals(request.getHeader("Sec-Fetch-Site")) && !request.getMethod().equals("GET")) {
            response.sendError(FORBIDDEN);
            return;
        }
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding("UTF-8");
        }
        if (control) {
            response.setHeader("Content-Security-Policy", POLICY);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader("Referrer-Policy", "no-referrer");
        }
        chain.doFilter(request, response);
    }
}
