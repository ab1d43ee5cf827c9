package mn.eland.edge.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import mn.eland.edge.fresh.SignInProofs;
import mn.eland.edge.session.Device;
import mn.eland.edge.session.WebSessions;
import mn.eland.identity.Parties;
import mn.eland.identity.account.SignInGuard;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** After a sign-in: remembers the browser and the session, forgets failures, then goes on to the page that was wanted. */
@Component
public class DeviceRecorder extends SavedRequestAwareAuthenticationSuccessHandler {

    private static final Duration YEAR = Duration.ofDays(365);

    private final Parties parties;
    private final WebSessions sessions;
    private final SignInGuard guard;
    private final SignInProofs proofs;

    DeviceRecorder(Parties parties, WebSessions sessions, SignInGuard guard, SignInProofs proofs) {
        this.parties = parties;
        this.sessions = sessions;
        this.guard = guard;
        this.proofs = proofs;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        note(request, response, authentication);
        super.onAuthenticationSuccess(request, response, authentication);
    }

    /** Whoever comes to the page of the issuer first has no session before the sign-in, and no proof could be kept by its name. */
    private static void inSession(HttpServletRequest request, Authentication authentication) {
        if (authentication instanceof AbstractAuthenticationToken token && token.getDetails() instanceof WebAuthenticationDetails before
                && before.getSessionId() == null) {
            request.getSession();
            token.setDetails(new WebAuthenticationDetails(request));
        }
    }

    /** Remembers the browser and the session of somebody who has just signed in; the authentication bears the name of the account. */
    public void note(HttpServletRequest request, HttpServletResponse response, Authentication authentication) {
        var browser = Device.of(request);
        var device = new Device(browser.id() == null ? UUID.randomUUID() : browser.id(), browser.agentHash());
        guard.succeeded(authentication.getName(), request.getRemoteAddr());
        inSession(request, authentication);
        proofs.proved(authentication);
        parties.actor(authentication.getName()).ifPresent(actor -> {
            sessions.begin(request, actor.party(), device);
            parties.signedInFrom(actor, device.id(), device.agentHash(), request.getRemoteAddr());
        });
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(Device.COOKIE, device.id().toString()).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(YEAR).build().toString());
    }
}
