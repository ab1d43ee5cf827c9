package mn.eland.edge.limits;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * So many units in a period for each key; they come back evenly. What is too much is answered with 429, how long to wait
 * ({@code Retry-After}) and a sentence. Calls hear with each answer what is left, as the draft "RateLimit header fields for HTTP" of
 * the IETF (draft-ietf-httpapi-ratelimit-headers-10) writes it. The keys used longest ago are forgotten first.
 */
public final class Allowance extends OncePerRequestFilter {

    /** Attribute of a refused request: the seconds to wait. */
    public static final String WAIT_SECONDS = Allowance.class.getName();
    private static final int MOST_KEYS = 50_000;

    private final Terms terms;
    private final Function<HttpServletRequest, String> key;
    private final ToIntFunction<HttpServletRequest> cost;
    private final ProblemWriter problems;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEYS;
        }
    };

    /** @param name as calls hear it; @param told whether calls hear what is left */
    public record Terms(String name, int units, Duration period, boolean told) {

        String policy() {
            return "\"%s\";q=%d;w=%d".formatted(name, units, period.toSeconds());
        }
    }

    /** @param key whose allowance it is, null when the request is none of this filter; @param cost in units, zero is free */
    public Allowance(Terms terms, Function<HttpServletRequest, String> key, ToIntFunction<HttpServletRequest> cost, ProblemWriter problems,
            TimeMeter time) {
        this.terms = terms;
        this.key = key;
        this.cost = cost;
        this.problems = problems;
        this.time = time;
    }

    /** Several allowances stand in one chain: each must run. */
    @Override
    protected String getAlreadyFilteredAttributeName() {
        return Allowance.class.getName() + System.identityHashCode(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var who = key.apply(request);
        int units = who == null ? 0 : cost.applyAsInt(request);
        if (units == 0) {
            chain.doFilter(request, response);
            return;
        }
        var probe = bucket(who).tryConsumeAndReturnRemaining(units);
        boolean isCall = request.getRequestURI().startsWith("/api/");
        if (terms.told && isCall || !probe.isConsumed()) {
            response.setHeader("RateLimit-Policy", terms.policy());
            response.setHeader("RateLimit", "\"%s\";r=%d;t=%d".formatted(terms.name, probe.getRemainingTokens(),
                    seconds(probe.getNanosToWaitForReset())));
        }
        if (probe.isConsumed()) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, isCall, seconds(probe.getNanosToWaitForRefill()));
        }
    }

    private void refuse(HttpServletRequest request, HttpServletResponse response, boolean isCall, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
        if (isCall) {
            problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", Map.of("seconds", seconds));
        } else {
            request.setAttribute(WAIT_SECONDS, seconds);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private static long seconds(long nanos) {
        return Duration.ofNanos(nanos).toSeconds() + 1;
    }

    private Bucket bucket(String who) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(who, name -> Bucket.builder().withCustomTimePrecision(time)
                    .addLimit(limit -> limit.capacity(terms.units).refillGreedy(terms.units, terms.period)).build());
        }
    }
}
