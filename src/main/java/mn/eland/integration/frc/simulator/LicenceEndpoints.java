package mn.eland.integration.frc.simulator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers for a licence; and takes a new one, or another state of one, from whoever plays the Commission. */
@SimulatedEndpoint
@RequestMapping("/frc")
public class LicenceEndpoints {

    private static final String KEY = "Bearer sandbox";

    private final Stage stage;
    private final JdbcClient jdbc;

    public LicenceEndpoints(Stage stage, JdbcClient jdbc) {
        this.stage = stage;
        this.jdbc = jdbc;
    }

    @GetMapping("/licences/{number}")
    ResponseEntity<?> licence(@PathVariable String number, @RequestHeader(name = "Authorization", required = false) String key) {
        return stage.play("frc", "licence", twist -> {
            if (!KEY.equals(key)) {
                throw new Refused(401, Map.of("error", "UNAUTHORIZED"));
            }
            return jdbc.sql("select * from simulators.licences where licence_no = ?").param(number).query((row, n) -> {
                var answer = new LinkedHashMap<String, Object>();
                answer.put("licenceNo", row.getString("licence_no"));
                answer.put("holderRegister", row.getString("holder_register"));
                answer.put("validFrom", row.getObject("valid_from", LocalDate.class).toString());
                answer.put("validUntil", row.getObject("valid_until", LocalDate.class).toString());
                answer.put("state", twist.lie().orElse(row.getString("state")));
                return answer;
            }).optional().orElseThrow(() -> new Refused(404, Map.of("error", "NOT_FOUND")));
        });
    }

    /** @param state ACTIVE or SUSPENDED */
    record Order(String licenceNo, String holderRegister, LocalDate validFrom, LocalDate validUntil, String state) {
    }

    @PostMapping("/control/licences")
    Order give(@RequestBody Order order) {
        jdbc.sql("""
                insert into simulators.licences (licence_no, holder_register, valid_from, valid_until, state) values (?, ?, ?, ?, ?)
                on conflict (licence_no) do update set holder_register = excluded.holder_register, valid_from = excluded.valid_from,
                    valid_until = excluded.valid_until, state = excluded.state""")
                .params(order.licenceNo(), order.holderRegister(), order.validFrom(), order.validUntil(), order.state()).update();
        return order;
    }
}
