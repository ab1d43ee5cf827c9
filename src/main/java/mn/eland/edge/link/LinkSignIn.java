package mn.eland.edge.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.link.SignInLinks;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.util.WebUtils;

/** The link of a letter stands for the password, and for nothing more: whoever has a second step is asked for it. */
public final class LinkSignIn extends AbstractAuthenticationProcessingFilter {

    static final String PAGE = "/sign-in/link";
    /** Posted to by visitors. */
    public static final String USE = PAGE + "/use";
    static final String COOKIE = "ELAND_LINK";
    static final String FIELD = "token";

    private final SignInLinks links;
    private final SecondSteps steps;
    private final UserDetailsService names;
    private final SecondNeeded second;

    public LinkSignIn(SignInLinks links, SecondSteps steps, UserDetailsService names, SecondNeeded second) {
        super(PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, USE));
        this.links = links;
        this.steps = steps;
        this.names = names;
        this.second = second;
        setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        setAuthenticationFailureHandler(LinkSignIn::refused);
    }

    /** Leads somebody whose first step was right to the second. */
    @FunctionalInterface
    public interface SecondNeeded {
        void ask(HttpServletRequest request, HttpServletResponse response, String username) throws IOException;
    }

    /** The secret that this browser keeps, or null. */
    static String browser(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? null : cookie.getValue();
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var username = links.use(request.getParameter(FIELD), browser(request)).orElseThrow(() -> new BadCredentialsException("the link is over"));
        if (steps.isOn(username)) {
            second.ask(request, response, username);
            return null;
        }
        var user = names.loadUserByUsername(username);
        var done = UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
        done.setDetails(authenticationDetailsSource.buildDetails(request));
        return done;
    }

    private static void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(PAGE + "?over");
    }
}
