package mn.eland.edge.once;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.edge.once.Answers.Answer;
import mn.eland.edge.once.Answers.Standing;
import mn.eland.edge.version.Versions;
import mn.eland.edge.web.ProblemWriter;
import mn.eland.edge.web.Unsaid;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Every unsafe call carries an {@code Idempotency-Key}. The same call under the same key gets the first answer again; a
 * different call is refused, and so is one that comes while the first is still being done. Failures of ours are not kept.
 * Acts on accounts carry secrets, are harmless twice or refuse the second time, and leave nothing here.
 */
public class IdempotencyFilter extends OncePerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9._:-]{8,200}");
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> KEPT = List.of(HttpHeaders.CONTENT_TYPE, HttpHeaders.LOCATION, HttpHeaders.ETAG,
            Versions.DEPRECATION, Versions.SUNSET, HttpHeaders.LINK);
    private static final int LARGEST_BODY = 10 * 1024 * 1024;

    private final Answers answers;
    private final ProblemWriter problems;

    public IdempotencyFilter(Answers answers, ProblemWriter problems) {
        this.answers = answers;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return SAFE.contains(request.getMethod()) || Unsaid.isCall(request.getRequestURI());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key == null || key.isBlank()) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "IDEMPOTENCY_KEY_MISSING", Map.of());
        } else if (!FORM.matcher(key).matches()) {
            problems.write(request, response, HttpStatus.BAD_REQUEST, "IDEMPOTENCY_KEY_INVALID", Map.of());
        } else if (request.getContentLengthLong() > LARGEST_BODY) {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "FILE_TOO_LARGE", Map.of());
        } else {
            once(request, response, chain, key);
        }
    }

    private void once(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String key)
            throws ServletException, IOException {
        var readable = isMultipart(request) ? request : new RereadableRequest(request, LARGEST_BODY);
        if (readable instanceof RereadableRequest whole && whole.body().length > LARGEST_BODY) {
            problems.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "FILE_TOO_LARGE", Map.of());
            return;
        }
        var person = Objects.requireNonNull(request.getUserPrincipal(), "an unsafe call has a person").getName();
        var standing = answers.begin(person, key, fingerprint(readable));
        if (standing instanceof Standing.Mine) {
            first(readable, response, chain, person, key);
        } else if (standing instanceof Standing.Answered again) {
            replay(response, again.answer());
        } else if (standing instanceof Standing.OtherQuestion) {
            problems.write(request, response, HttpStatus.UNPROCESSABLE_ENTITY, "IDEMPOTENCY_KEY_REUSED", Map.of());
        } else {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, HttpStatus.CONFLICT, "ALREADY_IN_PROGRESS", Map.of());
        }
    }

    private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain, String person, String key)
            throws ServletException, IOException {
        var kept = new ContentCachingResponseWrapper(response);
        var done = false;
        try {
            chain.doFilter(request, kept);
            if (kept.getStatus() < HttpStatus.INTERNAL_SERVER_ERROR.value()) {
                answers.finish(person, key, new Answer(kept.getStatus(), headers(kept), kept.getContentAsByteArray()));
                done = true;
            }
            kept.copyBodyToResponse();
        } finally {
            if (!done) {
                answers.forget(person, key);
            }
        }
    }

    private static void replay(HttpServletResponse response, Answer answer) throws IOException {
        response.setStatus(answer.status());
        response.setHeader("Idempotency-Replayed", "true");
        answer.headers().lines().map(line -> line.split(": ", 2)).forEach(header -> response.setHeader(header[0], header[1]));
        response.getOutputStream().write(answer.body());
    }

    private static String headers(HttpServletResponse response) {
        return KEPT.stream().filter(name -> header(response, name) != null).map(name -> name + ": " + header(response, name))
                .collect(Collectors.joining("\n"));
    }

    private static String header(HttpServletResponse response, String name) {
        return name.equals(HttpHeaders.CONTENT_TYPE) ? response.getContentType() : response.getHeader(name);
    }

    private static String fingerprint(HttpServletRequest request) {
        var print = new Fingerprint().add(request.getMethod()).add(request.getRequestURI()).add(request.getQueryString());
        return (request instanceof RereadableRequest whole ? print.add(whole.body()) : print.add(request.getHeader(HttpHeaders.CONTENT_LENGTH))).toString();
    }

    private static boolean isMultipart(HttpServletRequest request) {
        return request.getContentType() != null && request.getContentType().startsWith("multipart/");
    }
}
