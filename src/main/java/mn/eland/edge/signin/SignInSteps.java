package mn.eland.edge.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Stream;
import mn.eland.edge.link.LinkSignIn;
import mn.eland.edge.passkey.PasskeyFilters;
import mn.eland.identity.account.SecondSteps;
import mn.eland.identity.account.Sessions;
import mn.eland.identity.link.SignInLinks;
import mn.eland.identity.account.SignInGuard;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** What the issuer's chain has besides the password: who must wait, the second step, passkeys. */
@Component
class SignInSteps {

    /** For visitors. */
    static final RequestMatcher OPEN = new OrRequestMatcher(Stream.concat(
            Stream.of(IssuerConfiguration.PAGE, SecondStep.PAGE, LinkSignIn.USE).map(path -> PathPatternRequestMatcher.withDefaults().matcher(path)),
            Stream.of(PasskeyFilters.SIGN_IN).map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path)))
            .toArray(RequestMatcher[]::new));
    /** For people who are signed in. */
    static final RequestMatcher SIGNED_IN = new OrRequestMatcher(Stream.of(PasskeyFilters.REGISTRATION)
            .map(path -> PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path)).toArray(RequestMatcher[]::new));

    private final SignInHold hold;
    private final SecondStep second;
    private final LinkSignIn link;
    private final PasskeyFilters passkeys;
    private final DeviceRecorder devices;
    private final ObjectMapper json;

    SignInSteps(SecondSteps steps, SignInGuard guard, Sessions sessions, UserDetailsService names, PasskeyFilters passkeys, DeviceRecorder devices,
                SignInLinks links, ObjectMapper json, Clock clock) {
        this.hold = new SignInHold(guard, sessions, clock);
        this.second = new SecondStep(steps, guard, sessions, names, clock);
        this.link = new LinkSignIn(links, steps, names, (request, response, username) -> {
            SecondStep.await(request, username, clock.instant());
            response.sendRedirect(SecondStep.PAGE);
        });
        this.passkeys = passkeys;
        this.devices = devices;
        this.json = json;
    }

    SignInHold hold() {
        return hold;
    }

    HttpSecurity in(HttpSecurity http, SecurityContextRepository context, RequestCache wanted) {
        second.setSecurityContextRepository(context);
        second.setAuthenticationSuccessHandler(devices);
        http.addFilterAfter(second, UsernamePasswordAuthenticationFilter.class);
        link.setSecurityContextRepository(context);
        link.setAuthenticationSuccessHandler(devices);
        http.addFilterAfter(link, UsernamePasswordAuthenticationFilter.class);
        passkeys.ofSignIn(context, (request, response, person) -> byPasskey(request, response, person, wanted))
                .forEach(filter -> http.addFilterAfter(filter, UsernamePasswordAuthenticationFilter.class));
        passkeys.ofRegistration().forEach(filter -> http.addFilterAfter(filter, AuthorizationFilter.class));
        return http;
    }

    /** The script of the page goes where the answer says: to the page that was wanted, which is one of ours. */
    private void byPasskey(HttpServletRequest request, HttpServletResponse response, Authentication person, RequestCache wanted) throws IOException {
        devices.note(request, response, person);
        var saved = wanted.getRequest(request, response);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), Map.of("authenticated", true,
                "redirectUrl", saved == null ? IssuerTerms.START : saved.getRedirectUrl()));
    }
}
