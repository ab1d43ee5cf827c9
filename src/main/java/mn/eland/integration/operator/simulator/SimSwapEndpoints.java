package mn.eland.integration.operator.simulator;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mn.eland.integration.sms.simulator.Telephones;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Answers when a card was changed, as CAMARA SIM Swap 2 does; told to lie, it says the moment it was told. */
@SimulatedEndpoint
@RequestMapping("/operator")
public class SimSwapEndpoints {

    private static final String SYSTEM = "operator";
    private static final String NUMBER = "\\+[1-9]\\d{4,14}";
    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Stage stage;
    private final SandboxTokens tokens;
    private final Telephones telephones;

    public SimSwapEndpoints(Stage stage, SandboxTokens tokens, Telephones telephones) {
        this.stage = stage;
        this.tokens = tokens;
        this.telephones = telephones;
    }

    @PostMapping("/oauth2/token")
    ResponseEntity<?> token(@RequestHeader(name = "Authorization", required = false) String who, @RequestParam("grant_type") String grant) {
        return stage.play(SYSTEM, "token", twist -> {
            if (!SandboxTokens.isBasic(who, "ELAND", "sandbox")) {
                throw new Refused(401, Map.of("error", "invalid_client"));
            }
            if (!"client_credentials".equals(grant)) {
                throw new Refused(400, Map.of("error", "unsupported_grant_type"));
            }
            return Map.of("access_token", tokens.issue(SYSTEM, "access", LIFE).text(), "token_type", "Bearer", "expires_in", LIFE.toSeconds());
        });
    }

    @PostMapping("/sim-swap/v2/retrieve-date")
    ResponseEntity<?> retrieveDate(@RequestHeader(name = "Authorization", required = false) String bearer, @RequestBody Map<String, String> asked) {
        return stage.play(SYSTEM, "retrieve-date", twist -> {
            if (!tokens.accepts(SYSTEM, "access", bearer)) {
                throw refused(401, "UNAUTHENTICATED", "Request not authenticated.");
            }
            var number = asked.getOrDefault("phoneNumber", "");
            if (!number.matches(NUMBER)) {
                throw refused(400, "INVALID_ARGUMENT", "phoneNumber must be in E.164 format, with a plus.");
            }
            if (!number.startsWith("+976")) {
                throw refused(404, "IDENTIFIER_NOT_FOUND", "Device identifier not found.");
            }
            var answer = new HashMap<String, Object>();
            answer.put("latestSimChange", twist.lie().orElseGet(() -> telephones.cardChanged(number.substring("+976".length())).map(Object::toString).orElse(null)));
            return answer;
        });
    }

    private static Refused refused(int status, String code, String message) {
        return new Refused(status, Map.of("status", status, "code", code, "message", message));
    }
}
