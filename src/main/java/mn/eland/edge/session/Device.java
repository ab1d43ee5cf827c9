package mn.eland.edge.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.WebUtils;

/** The browser a request comes from. @param id null for one that was never here; @param agentHash of what it calls itself */
public record Device(UUID id, String agentHash) {

    public static final String COOKIE = "ELAND_DEVICE";

    public static Device of(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, COOKIE);
        return new Device(cookie == null ? null : id(cookie.getValue()), hash(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static String hash(String agent) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(String.valueOf(agent).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
