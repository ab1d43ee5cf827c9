package mn.eland.edge.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** After a sign-in: remembers the browser, then goes on to the page that was wanted. */
@Component
class DeviceRecorder extends SavedRequestAwareAuthenticationSuccessHandler {

    static final String COOKIE = "ELAND_DEVICE";
    private static final Duration YEAR = Duration.ofDays(365);

    private final Parties parties;

    DeviceRecorder(Parties parties) {
        this.parties = parties;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        var device = device(request).orElseGet(UUID::randomUUID);
        parties.actor(authentication.getName())
                .ifPresent(actor -> parties.signedInFrom(actor, device, hash(request.getHeader(HttpHeaders.USER_AGENT)),
                        request.getRemoteAddr()));
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(COOKIE, device.toString()).path("/").httpOnly(true)
                .secure(request.isSecure()).sameSite("Lax").maxAge(YEAR).build().toString());
        super.onAuthenticationSuccess(request, response, authentication);
    }

    private static Optional<UUID> device(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        try {
            return Optional.ofNullable(cookie).map(known -> UUID.fromString(known.getValue()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String hash(String agent) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(String.valueOf(agent).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
