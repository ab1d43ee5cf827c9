package mn.eland.edge.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import mn.eland.edge.session.Device;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.account.Sessions;
import mn.eland.identity.account.SignInGuard;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AccountStatusException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Whoever has turned the second step on is nobody until both steps are done: the password leads to a page that asks for a code,
 * and the session knows no more than whose password was right, for a few minutes.
 */
final class SecondStep extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/second";
    static final String FIELD = "totp";
    private static final String HALF = "ELAND_HALF_SIGNED_IN";
    private static final Duration WITHIN = Duration.ofMinutes(5);

    private final SecondSteps steps;
    private final SignInGuard guard;
    private final Sessions sessions;
    private final UserDetailsService names;
    private final Clock clock;

    SecondStep(SecondSteps steps, SignInGuard guard, Sessions sessions, UserDetailsService names, Clock clock) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, PAGE));
        this.steps = steps;
        this.guard = guard;
        this.sessions = sessions;
        this.names = names;
        this.clock = clock;
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationFailureHandler(SecondStep::refused);
    }

    /** The password of this name was right. */
    static void await(HttpServletRequest request, String username, Instant now) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        request.getSession().setAttribute(HALF, new Half(username, now));
    }

    static boolean isAwaited(HttpSession session) {
        return session != null && session.getAttribute(HALF) instanceof Half;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var session = request.getSession(false);
        if (!isAwaited(session) || ((Half) session.getAttribute(HALF)).at().plus(WITHIN).isBefore(clock.instant())) {
            throw new CredentialsExpiredException("no password before");
        }
        var username = ((Half) session.getAttribute(HALF)).username();
        if (guard.secondsToWait(username, request.getRemoteAddr(), sessions.knows(username, Device.of(request).id())) > 0) {
            throw new LockedException("too many tries");
        }
        if (!steps.use(username, request.getParameter(FIELD))) {
            guard.failed(username, request.getRemoteAddr());
            throw new BadCredentialsException("wrong code");
        }
        session.removeAttribute(HALF);
        var user = names.loadUserByUsername(username);
        var done = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        done.setDetails(authenticationDetailsSource.buildDetails(request));
        return done;
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(why instanceof BadCredentialsException ? PAGE + "?error" : IssuerConfiguration.PAGE + "?error");
    }

    private record Half(String username, Instant at) implements Serializable {
    }

    /** The password is right and not enough. */
    static final class Needed extends AccountStatusException {

        private final String username;

        private Needed(String username) {
            super("a second step is needed");
            this.username = username;
        }

        String username() {
            return username;
        }
    }

    /** Checks passwords. It is the only one that does, so that nobody gets around the second step. */
    static final class PasswordCheck extends DaoAuthenticationProvider {

        private final SecondSteps steps;

        PasswordCheck(UserDetailsService names, SecondSteps steps) {
            super(names);
            this.steps = steps;
        }

        @Override
        protected Authentication createSuccessAuthentication(Object principal, Authentication tried, UserDetails user) {
            var done = super.createSuccessAuthentication(principal, tried, user);
            if (steps.isOn(user.getUsername())) {
                throw new Needed(user.getUsername());
            }
            return done;
        }
    }
}
