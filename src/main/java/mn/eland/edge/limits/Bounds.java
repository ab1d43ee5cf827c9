package mn.eland.edge.limits;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.web.servlet.filter.OrderedFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How large a body may be and how long it may take to come, before anybody reads it: 413 and 408, and the connection is closed.
 * Files have a size of their own ({@code spring.servlet.multipart}); lines of the head have that of the server
 * ({@code server.max-http-request-header-size}), and who sends nothing at all is left by {@code server.tomcat.connection-timeout}.
 */
@Component
public class Bounds extends OncePerRequestFilter implements OrderedFilter {

    /** Before the chains of security, after what reads the headers of the proxy. */
    private static final int BEFORE_SECURITY = -110;

    private final Settings settings;
    private final ProblemWriter problems;

    Bounds(Settings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    public int getOrder() {
        return BEFORE_SECURITY;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isUpload = request.getContentType() != null && request.getContentType().startsWith("multipart/");
        long largest = isUpload ? Long.MAX_VALUE : settings.largestBody().toBytes();
        if (request.getContentLengthLong() > largest) {
            refuse(request, response, BodyRefused.tooLarge());
            return;
        }
        try {
            chain.doFilter(new BoundedRequest(request, largest, isUpload ? settings.uploadWithin() : settings.bodyWithin(), System::nanoTime),
                    response);
        } catch (BodyRefused refused) {
            refuse(request, response, refused);
        } catch (ServletException wrapped) {
            var refused = BodyRefused.in(wrapped).orElseThrow(() -> wrapped);
            refuse(request, response, refused);
        }
    }

    /** What is left of the body is not waited for. */
    private void refuse(HttpServletRequest request, HttpServletResponse response, BodyRefused refused) throws IOException {
        if (response.isCommitted()) {
            throw refused;
        }
        response.reset();
        response.setHeader(HttpHeaders.CONNECTION, "close");
        if (request.getRequestURI().startsWith("/api/")) {
            problems.write(request, response, HttpStatus.valueOf(refused.status()), refused.code(), Map.of());
        } else {
            request.setAttribute(BodyRefused.class.getName(), refused);
            response.sendError(refused.status());
        }
    }

    /**
     * @param largestBody of everything but files; @param bodyWithin from the first look at a body to its end; @param uploadWithin the same
     * with files
     */
    @ConfigurationProperties("eland.requests")
    record Settings(@DefaultValue("1MB") DataSize largestBody, @DefaultValue("PT30S") Duration bodyWithin,
            @DefaultValue("PT5M") Duration uploadWithin) {
    }
}
