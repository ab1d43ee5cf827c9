package mn.eland.integration.sms.simulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sending as MessagePro does it: an array with one answer, whose number has a blank in its key. */
@SimulatedEndpoint
@RequestMapping("/sms")
public class SmsEndpoints {

    private static final String KEY = "sandbox";

    private final Stage stage;
    private final Telephones telephones;

    public SmsEndpoints(Stage stage, Telephones telephones) {
        this.stage = stage;
        this.telephones = telephones;
    }

    @GetMapping("/send")
    ResponseEntity<?> send(@RequestHeader(name = "x-api-key", required = false) String header, @RequestParam(required = false) String key,
                           @RequestParam String from, @RequestParam String to, @RequestParam String text) {
        return stage.play("sms", "send", twist -> {
            if (!KEY.equals(header == null ? key : header)) {
                throw new Refused(401, Map.of("message", "Unauthorized"));
            }
            var answer = new LinkedHashMap<String, Object>();
            if (!to.matches("\\d{8}") || text.isBlank()) {
                answer.put("Result", "FAILED");
                answer.put("Reason", "wrong number or empty text");
                return List.of(answer);
            }
            answer.put("Result", "SUCCESS");
            answer.put("Message ID", telephones.deliver(from, to, text));
            return List.of(answer);
        });
    }
}
