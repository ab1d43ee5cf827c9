package mn.eland.integration.stage;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingRequestWrapper;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Records each call of a simulated system under a correlation id, which the answer carries too. */
public class ExchangeFilter extends OncePerRequestFilter {

    private static final String CORRELATION = "X-Correlation-Id";
    private static final int LONGEST_REQUEST = 200_000;
    private static final Set<String> SYSTEMS = Set.of("qpay", "khan", "xyp", "registry", "notary", "sms", "pwned", "dan", "face", "screening", "frc", "operator", "tsa");

    private final Exchanges exchanges;

    public ExchangeFilter(Exchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !SYSTEMS.contains(system(request)) || request.getRequestURI().contains("/control/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getCharacterEncoding() == null) {
            request.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        var asked = new ContentCachingRequestWrapper(request, LONGEST_REQUEST);
        var answered = new ContentCachingResponseWrapper(response);
        var given = request.getHeader(CORRELATION);
        var id = given == null || given.length() > 100 ? UUID.randomUUID().toString() : given;
        answered.setHeader(CORRELATION, id);
        long start = System.nanoTime();
        try {
            chain.doFilter(asked, answered);
        } finally {
            var query = request.getQueryString() == null ? "" : "?" + request.getQueryString();
            exchanges.remember(id, "IN", system(request), operation(request), request.getMethod(),
                    request.getRequestURI() + query, new String(asked.getContentAsByteArray(), StandardCharsets.UTF_8),
                    answered.getStatus(), new String(answered.getContentAsByteArray(), StandardCharsets.UTF_8),
                    (System.nanoTime() - start) / 1_000_000);
            answered.copyBodyToResponse();
        }
    }

    private static String operation(HttpServletRequest request) {
        return request.getAttribute(Stage.OPERATION) instanceof String name ? name : "unknown";
    }

    private static String system(HttpServletRequest request) {
        var parts = request.getRequestURI().split("/", 3);
        return parts.length > 1 ? parts[1] : "";
    }
}
