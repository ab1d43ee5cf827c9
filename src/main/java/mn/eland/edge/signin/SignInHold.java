package mn.eland.edge.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import mn.eland.edge.session.Device;
import mn.eland.identity.account.SignInGuard;
import mn.eland.identity.account.Sessions;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody try who has to wait, and counts who failed. What it says is the same for names that exist and names that do not. */
class SignInHold extends OncePerRequestFilter implements AuthenticationFailureHandler {

    private static final String NAME = "username";

    private final SignInGuard guard;
    private final Sessions sessions;
    private final Clock clock;

    SignInHold(SignInGuard guard, Sessions sessions, Clock clock) {
        this.guard = guard;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !"POST".equals(request.getMethod()) || !request.getRequestURI().equals(IssuerConfiguration.PAGE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest) throws ServletException, IOException {
        long wait = guard.secondsToWait(name(request), request.getRemoteAddr(), sessions.knows(name(request), Device.of(request).id()));
        if (wait > 0) {
            response.sendRedirect(IssuerConfiguration.PAGE + "?error&wait=" + wait);
        } else {
            rest.doFilter(request, response);
        }
    }

    @Override
    public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        if (why instanceof SecondStep.Needed more) {
            SecondStep.await(request, more.username(), clock.instant());
            response.sendRedirect(SecondStep.PAGE);
        } else {
            guard.failed(name(request), request.getRemoteAddr());
            response.sendRedirect(IssuerConfiguration.PAGE + "?error");
        }
    }

    private static String name(HttpServletRequest request) {
        var typed = request.getParameter(NAME);
        return typed == null ? "" : typed.strip();
    }
}
