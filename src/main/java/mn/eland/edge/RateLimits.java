package mn.eland.edge;

import io.github.bucket4j.Bucket;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** How often somebody may try: guessing a password, asking for codes, calling the API. Counted in this process. */
@Component
public class RateLimits {

    static final String WAIT_SECONDS = RateLimits.class.getName();
    private static final Pattern CODE = Pattern.compile("/.*/codes?");

    private static final Pattern ACCOUNT = Pattern.compile("/register(/.*)?|/password/.*|/api/v1/auth/.*");

    private final Settings settings;
    private final ProblemWriter problems;

    RateLimits(Settings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
    }

    /** Passwords tried for one name from one address. */
    public Filter ofSignInsByName() {
        return new Limit(settings.signInsPerMinute(), Duration.ofMinutes(1), request -> !isPost(request, "/sign-in") ? null
                : request.getRemoteAddr() + " " + String.valueOf(request.getParameter("username")).toLowerCase(Locale.ROOT));
    }

    /** Passwords tried from one address. */
    public Filter ofSignInsByAddress() {
        return new Limit(settings.signInsPerMinuteAndAddress(), Duration.ofMinutes(1),
                request -> isPost(request, "/sign-in") ? request.getRemoteAddr() : null);
    }

    /** Acts of people who open or recover an account, from one address. */
    Filter ofAccounts() {
        return new Limit(settings.accountActsPerTenMinutesAndAddress(), Duration.ofMinutes(10), request -> "POST".equals(request.getMethod())
                && ACCOUNT.matcher(request.getRequestURI()).matches() ? request.getRemoteAddr() : null);
    }

    /** One-time codes asked for by one person. */
    Filter ofCodes() {
        return new Limit(settings.codesPerTenMinutes(), Duration.ofMinutes(10), request -> "POST".equals(request.getMethod())
                && CODE.matcher(request.getRequestURI()).matches() ? person(request) : null);
    }

    Filter ofCallsByPerson() {
        return new Limit(settings.callsPerMinute(), Duration.ofMinutes(1), RateLimits::person);
    }

    Filter ofCallsByAddress() {
        return new Limit(settings.callsPerMinuteAndAddress(), Duration.ofMinutes(1), HttpServletRequest::getRemoteAddr);
    }

    private static boolean isPost(HttpServletRequest request, String path) {
        return "POST".equals(request.getMethod()) && request.getRequestURI().equals(path);
    }

    private static String person(HttpServletRequest request) {
        return request.getUserPrincipal() == null ? request.getRemoteAddr() : request.getUserPrincipal().getName();
    }

    @ConfigurationProperties("eland.rate-limits")
    record Settings(@DefaultValue("10") int signInsPerMinute, @DefaultValue("120") int signInsPerMinuteAndAddress,
                    @DefaultValue("10") int codesPerTenMinutes, @DefaultValue("600") int callsPerMinute,
                    @DefaultValue("3000") int callsPerMinuteAndAddress,
                    @DefaultValue("60") int accountActsPerTenMinutesAndAddress) {
    }

    /** One kind of limit with a bucket for each key; the keys used longest ago are forgotten first. */
    private final class Limit extends OncePerRequestFilter {

        private static final int MOST_KEYS = 50_000;
        private final int times;
        private final Duration period;
        private final Function<HttpServletRequest, String> key;
        private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
                return size() > MOST_KEYS;
            }
        };

        private Limit(int times, Duration period, Function<HttpServletRequest, String> key) {
            this.times = times;
            this.period = period;
            this.key = key;
        }

        /** Several limits stand in one chain: each must run. */
        @Override
        protected String getAlreadyFilteredAttributeName() {
            return Limit.class.getName() + System.identityHashCode(this);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            var who = key.apply(request);
            var probe = who == null ? null : bucket(who).tryConsumeAndReturnRemaining(1);
            if (probe == null || probe.isConsumed()) {
                chain.doFilter(request, response);
                return;
            }
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
            if (request.getRequestURI().startsWith("/api/")) {
                problems.write(request, response, HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_REQUESTS", Map.of("seconds", seconds));
            } else {
                request.setAttribute(WAIT_SECONDS, seconds);
                response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            }
        }

        private Bucket bucket(String who) {
            synchronized (buckets) {
                return buckets.computeIfAbsent(who, name -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(times).refillGreedy(times, period)).build());
            }
        }
    }
}
