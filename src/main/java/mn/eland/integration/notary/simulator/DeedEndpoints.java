package mn.eland.integration.notary.simulator;

import java.time.LocalDate;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.xyp.simulator.NotaryServices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Deeds by code for everybody, by entry for the one who entered them. */
@SimulatedEndpoint
@RequestMapping("/notary/acts")
public class DeedEndpoints {

    private static final String KEY = "Bearer sandbox";

    private final Stage stage;
    private final NotaryServices notaries;

    public DeedEndpoints(Stage stage, NotaryServices notaries) {
        this.stage = stage;
        this.notaries = notaries;
    }

    @GetMapping("/{code}")
    ResponseEntity<?> byCode(@PathVariable String code) {
        return stage.play("notary", "lookup", twist -> notaries.byCode(code).orElseThrow(DeedEndpoints::unknown));
    }

    @GetMapping
    ResponseEntity<?> byEntry(@RequestHeader(name = "Authorization", required = false) String key, @RequestParam String employeeCode,
                              @RequestParam LocalDate bookDate, @RequestParam String bookNumber) {
        return stage.play("notary", "code", twist -> {
            if (!KEY.equals(key)) {
                throw new Refused(401, Map.of("error", "UNAUTHORIZED"));
            }
            return notaries.byBook(employeeCode, bookDate, bookNumber).orElseThrow(DeedEndpoints::unknown);
        });
    }

    private static Refused unknown() {
        return new Refused(404, Map.of("error", "ACT_NOT_FOUND"));
    }
}
