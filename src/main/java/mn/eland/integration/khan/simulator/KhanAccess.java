package mn.eland.integration.khan.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sign-in of the firm; a token works for half an hour. */
@SimulatedEndpoint
@RequestMapping("/khan/v1/auth")
public class KhanAccess {

    private static final String USER = "ELAND";
    private static final String PASSWORD = "sandbox";
    private static final Duration LIFE = Duration.ofMinutes(30);

    private final Stage stage;
    private final SandboxTokens tokens;

    public KhanAccess(Stage stage, SandboxTokens tokens) {
        this.stage = stage;
        this.tokens = tokens;
    }

    void require(String authorization) {
        if (!tokens.accepts("khan", "access", authorization)) {
            throw refused(401, "UNAUTHORIZED", "Нэвтрэх эрхгүй байна");
        }
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@RequestHeader(name = "Authorization", required = false) String authorization,
                            @RequestParam(name = "grant_type", required = false) String grant) {
        return stage.play("khan", "token", twist -> {
            if (!"client_credentials".equals(grant) || !SandboxTokens.isBasic(authorization, USER, PASSWORD)) {
                throw refused(401, "INVALID_CLIENT", "Нэвтрэх нэр эсвэл нууц үг буруу байна");
            }
            var token = tokens.issue("khan", "access", LIFE);
            return Map.of("access_token", token.text(), "token_type", "Bearer", "expires_in", LIFE.toSeconds());
        });
    }

    /** The bank's error body is not public; this one has a code and a text. */
    static Refused refused(int status, String code, String message) {
        var body = new LinkedHashMap<String, Object>();
        body.put("code", code);
        body.put("message", message);
        return new Refused(status, body);
    }
}
