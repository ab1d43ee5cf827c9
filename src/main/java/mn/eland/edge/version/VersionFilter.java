package mn.eland.edge.version;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every answer of a call says its version; who asks for another one is told so ({@code API_VERSION_UNKNOWN}, 400) instead of being answered
 * by this.
 */
public final class VersionFilter extends OncePerRequestFilter {

    private final ProblemWriter problems;

    public VersionFilter(ProblemWriter problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader(Versions.HEADER, Versions.CURRENT);
        var asked = request.getHeader(Versions.HEADER);
        if (asked == null || asked.strip().equals(Versions.CURRENT)) {
            chain.doFilter(request, response);
        } else {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "API_VERSION_UNKNOWN", Map.of("known", Versions.CURRENT));
        }
    }
}
