package mn.eland.integration.qpay.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Sign-in of the merchant: {@code expires_in} is a moment in Unix seconds and not a duration, as with the real gateway. */
@SimulatedEndpoint
@RequestMapping("/qpay/v2/auth")
public class QPayAccess {

    private static final String USER = "ELAND";
    private static final String PASSWORD = "sandbox";
    private static final String INVOICE_CODE = "ELAND_INVOICE";
    private static final String EBARIMT_CODE = "ELAND_EBARIMT";
    private static final Duration ACCESS_LIFE = Duration.ofHours(24);
    private static final Duration REFRESH_LIFE = Duration.ofDays(7);

    private final Stage stage;
    private final SandboxTokens tokens;

    public QPayAccess(Stage stage, SandboxTokens tokens) {
        this.stage = stage;
        this.tokens = tokens;
    }

    void require(String authorization) {
        if (!tokens.accepts("qpay", "access", authorization)) {
            // the spelling differs between the real environments; one of them when nothing was sent, the other when it is wrong
            throw QPayErrors.of(401, authorization == null ? "NO_CREDENTIALS" : "NO_CREDENDIALS", "Нэвтрэх эрхгүй байна");
        }
    }

    boolean ownsInvoiceCode(String code) {
        return INVOICE_CODE.equals(code) || makesReceipts(code);
    }

    /** The kind of invoice whose payments get a VAT receipt. */
    boolean makesReceipts(String code) {
        return EBARIMT_CODE.equals(code);
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@RequestHeader(name = "Authorization", required = false) String authorization) {
        return stage.play("qpay", "token", twist -> {
            if (!SandboxTokens.isBasic(authorization, USER, PASSWORD)) {
                throw QPayErrors.of(401, "AUTHENTICATION_FAILED", "Нэвтрэх нэр эсвэл нууц үг буруу байна");
            }
            return issued();
        });
    }

    @PostMapping("/refresh")
    ResponseEntity<?> refresh(@RequestHeader(name = "Authorization", required = false) String authorization) {
        return stage.play("qpay", "refresh", twist -> {
            if (!tokens.accepts("qpay", "refresh", authorization)) {
                throw QPayErrors.of(401, "NO_CREDENTIALS", "Нэвтрэх эрхгүй байна");
            }
            return issued();
        });
    }

    private Map<String, Object> issued() {
        var access = tokens.issue("qpay", "access", ACCESS_LIFE);
        var refresh = tokens.issue("qpay", "refresh", REFRESH_LIFE);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("token_type", "bearer");
        answer.put("refresh_expires_in", refresh.expiresAt().getEpochSecond());
        answer.put("refresh_token", refresh.text());
        answer.put("access_token", access.text());
        answer.put("expires_in", access.expiresAt().getEpochSecond());
        answer.put("scope", "get_token");
        answer.put("not-before-policy", "0");
        answer.put("session_state", "sandbox");
        return answer;
    }
}
