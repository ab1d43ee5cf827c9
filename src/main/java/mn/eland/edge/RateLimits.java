package mn.eland.edge;

import io.github.bucket4j.TimeMeter;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import mn.eland.edge.limits.Allowance;
import mn.eland.edge.limits.Allowance.Terms;
import mn.eland.edge.limits.Costs;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** How often somebody may try: guessing a password, asking for codes, asking anything at all. Counted in this process. */
@Component
public class RateLimits {

    private static final Pattern CODE = Pattern.compile("/.*/codes?");
    private static final Pattern ACCOUNT = Pattern.compile("/register(/.*)?|/password/.*|/sign-in/link|/api/v1/auth/.*");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    private final Settings settings;
    private final ProblemWriter problems;
    private final Filter byAddress;
    private final Filter byVisitor;
    private final Filter byPerson;

    RateLimits(Settings settings, ProblemWriter problems) {
        this.settings = settings;
        this.problems = problems;
        this.byAddress = new Allowance(new Terms("address", settings.unitsPerMinuteAndAddress(), MINUTE, false), HttpServletRequest::getRemoteAddr,
                Costs::of, problems, TimeMeter.SYSTEM_MILLISECONDS);
        this.byVisitor = new Allowance(new Terms("visitor", settings.unitsPerMinuteOfVisitors(), MINUTE, true),
                request -> request.getUserPrincipal() == null ? request.getRemoteAddr() : null, Costs::of, problems, TimeMeter.SYSTEM_MILLISECONDS);
        this.byPerson = new Allowance(new Terms("person", settings.unitsPerMinute(), MINUTE, true),
                request -> request.getUserPrincipal() == null ? null : request.getUserPrincipal().getName(), Costs::of, problems,
                        TimeMeter.SYSTEM_MILLISECONDS);
    }

    /** Passwords tried for one name from one address. */
    public Filter ofSignInsByName() {
        return tries("sign-in", settings.signInsPerMinute(), MINUTE, request -> !isPost(request, "/sign-in") ? null
                : request.getRemoteAddr() + " " + String.valueOf(request.getParameter("username")).toLowerCase(Locale.ROOT));
    }

    /** Passwords tried from one address. */
    public Filter ofSignInsByAddress() {
        return tries("sign-in", settings.signInsPerMinuteAndAddress(), MINUTE, request -> isPost(request, "/sign-in") ? request.getRemoteAddr()
                : null);
    }

    /** Acts of people who open or recover an account, from one address. */
    Filter ofAccounts() {
        return tries("account", settings.accountActsPerTenMinutesAndAddress(), TEN_MINUTES, request -> "POST".equals(request.getMethod())
                && ACCOUNT.matcher(request.getRequestURI()).matches() ? request.getRemoteAddr() : null);
    }

    /** One-time codes asked for by one person. */
    Filter ofCodes() {
        return tries("code", settings.codesPerTenMinutes(), TEN_MINUTES, request -> "POST".equals(request.getMethod())
                && CODE.matcher(request.getRequestURI()).matches() ? person(request) : null);
    }

    /** What is asked from one address by anybody, by what it costs; the same allowance for pages and calls. */
    Filter byAddress() {
        return byAddress;
    }

    /** What visitors ask from one address. */
    Filter byVisitor() {
        return byVisitor;
    }

    /** What one person asks. */
    Filter byPerson() {
        return byPerson;
    }

    private Filter tries(String name, int times, Duration period, Function<HttpServletRequest, String> key) {
        return new Allowance(new Terms(name, times, period, false), key, request -> 1, problems, TimeMeter.SYSTEM_MILLISECONDS);
    }

    private static boolean isPost(HttpServletRequest request, String path) {
        return "POST".equals(request.getMethod()) && request.getRequestURI().equals(path);
    }

    private static String person(HttpServletRequest request) {
        return request.getUserPrincipal() == null ? request.getRemoteAddr() : request.getUserPrincipal().getName();
    }

    /** A unit is a plain page or call; what costs more stands in {@link Costs}. */
    @ConfigurationProperties("eland.rate-limits")
    record Settings(@DefaultValue("10") int signInsPerMinute, @DefaultValue("120") int signInsPerMinuteAndAddress,
                    @DefaultValue("10") int codesPerTenMinutes, @DefaultValue("600") int unitsPerMinute,
                    @DefaultValue("1200") int unitsPerMinuteOfVisitors, @DefaultValue("6000") int unitsPerMinuteAndAddress,
                    @DefaultValue("60") int accountActsPerTenMinutesAndAddress) {
    }
}
