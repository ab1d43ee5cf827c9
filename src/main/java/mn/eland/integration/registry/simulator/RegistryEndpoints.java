package mn.eland.integration.registry.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.integration.http.Json;
import mn.eland.integration.registry.simulator.Registrar.Application;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** The counter: file, ask, withdraw. */
@SimulatedEndpoint
@RequestMapping("/registry/applications")
public class RegistryEndpoints {

    private static final String KEY = "Bearer sandbox";
    private static final List<String> REQUIRED = List.of("registryNo", "sellerRegisterNumber", "buyerRegisterNumber", "buyerGivenName", "priceMnt");

    private final Stage stage;
    private final Registrar registrar;

    public RegistryEndpoints(Stage stage, Registrar registrar) {
        this.stage = stage;
        this.registrar = registrar;
    }

    @PostMapping
    ResponseEntity<?> file(@RequestHeader(name = "Authorization", required = false) String key,
                           @RequestHeader(name = "Idempotency-Key", required = false) String idempotencyKey, @RequestBody JsonNode body) {
        return stage.play("registry", "file", twist -> {
            require(key);
            if (idempotencyKey == null || idempotencyKey.isBlank()) {
                throw new Refused(400, Map.of("error", "IDEMPOTENCY_KEY_REQUIRED"));
            }
            for (var field : REQUIRED) {
                if (Json.text(body, field) == null) {
                    throw new Refused(400, Map.of("error", "REQUIRED", "field", field));
                }
            }
            return ResponseEntity.status(201).body(shown(registrar.file(idempotencyKey, body)));
        });
    }

    @GetMapping("/{filingNo}")
    ResponseEntity<?> status(@RequestHeader(name = "Authorization", required = false) String key, @PathVariable String filingNo) {
        return stage.play("registry", "status", twist -> {
            require(key);
            var answer = shown(registrar.application(filingNo).orElseThrow(RegistryEndpoints::unknown));
            twist.lie().ifPresent(lie -> answer.put("state", lie));
            return answer;
        });
    }

    /** Why it is withdrawn. */
    record Withdrawal(String reason) {
    }

    @PostMapping("/{filingNo}/withdrawal")
    ResponseEntity<?> withdraw(@RequestHeader(name = "Authorization", required = false) String key, @PathVariable String filingNo,
                               @RequestBody Withdrawal withdrawal) {
        return stage.play("registry", "withdraw", twist -> {
            require(key);
            registrar.application(filingNo).orElseThrow(RegistryEndpoints::unknown);
            if (!registrar.withdraw(filingNo, withdrawal.reason())) {
                throw new Refused(409, Map.of("error", "ALREADY_DECIDED"));
            }
            return shown(registrar.application(filingNo).orElseThrow());
        });
    }

    private static Map<String, Object> shown(Application application) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("filingNo", application.filingNo());
        answer.put("state", application.state());
        answer.put("ground", application.ground());
        answer.put("reason", application.reason());
        answer.put("newCertificateNo", application.newCertificateNo());
        answer.put("filedAt", application.filedAt().toString());
        answer.put("decidedAt", application.decidedAt() == null ? null : application.decidedAt().toString());
        return answer;
    }

    private static Refused unknown() {
        return new Refused(404, Map.of("error", "APPLICATION_NOT_FOUND"));
    }

    private static void require(String key) {
        if (!KEY.equals(key)) {
            throw new Refused(401, Map.of("error", "UNAUTHORIZED"));
        }
    }
}
