package mn.eland.integration.simulator;

import java.util.List;
import java.util.Map;
import mn.eland.integration.registry.simulator.Registrar;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** The registrar's decisions as JSON, for tests and scripts. */
@SimulatedEndpoint
@RequestMapping("/simulators/registry/applications")
class RegistryTestEndpoints {

    private static final int LIMIT = 200;

    private final Stage stage;
    private final Registrar registrar;

    RegistryTestEndpoints(Stage stage, Registrar registrar) {
        this.stage = stage;
        this.registrar = registrar;
    }

    @GetMapping
    List<Registrar.Application> all() {
        return registrar.newest(LIMIT);
    }

    @PostMapping("/{filingNo}/registration")
    Map<String, String> register(@PathVariable String filingNo) {
        return stage.inTransaction(() -> {
            registrar.register(filingNo);
            return Map.of("newCertificateNo", registrar.application(filingNo).orElseThrow().newCertificateNo());
        });
    }

    /** Why not. */
    record Refusal(String ground, String reason) {
    }

    @PostMapping("/{filingNo}/refusal")
    void refuse(@PathVariable String filingNo, @RequestBody Refusal refusal) {
        stage.inTransaction(() -> {
            registrar.refuse(filingNo, refusal.ground(), refusal.reason());
            return null;
        });
    }

    @ExceptionHandler(IllegalStateException.class)
    ResponseEntity<?> refused(IllegalStateException refused) {
        return ResponseEntity.status(409).body(Map.of("error", String.valueOf(refused.getMessage())));
    }
}
