package mn.eland.integration.pwned.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers a range as the real list does: endings and counts, a line each, invented ones with the count zero. */
@SimulatedEndpoint
@RequestMapping("/pwned")
public class RangeEndpoints {

    private static final int PADDED_TO = 800;
    private static final int PREFIX = 5;
    private static final Map<String, Integer> STOLEN = Map.of("password1234", 251_682, "1234567890", 7_016_669, "qwertyuiop", 1_002_918,
            "ulaanbaatar", 1_204, "mongolia1234", 310, "iloveyou1234", 40_115, "correct horse battery staple", 384, "eland-sandbox", 1);

    private final Stage stage;

    public RangeEndpoints(Stage stage) {
        this.stage = stage;
    }

    @GetMapping("/range/{prefix}")
    ResponseEntity<?> range(@PathVariable String prefix, @RequestHeader(name = "Add-Padding", required = false) String padding) {
        return stage.play("pwned", "range", twist -> {
            if (!prefix.matches("[0-9A-Fa-f]{5}")) {
                throw new Refused(400, Map.of("error", "The hash prefix was not in a valid format"));
            }
            var lines = new TreeMap<String, Integer>();
            STOLEN.forEach((password, times) -> {
                var hash = sha1(password);
                if (hash.startsWith(prefix.toUpperCase(Locale.ROOT))) {
                    lines.put(hash.substring(PREFIX), times);
                }
            });
            for (int i = 0; "true".equals(padding) && lines.size() < PADDED_TO; i++) {
                lines.putIfAbsent(sha1(prefix + i).substring(PREFIX), 0);
            }
            var body = lines.entrySet().stream().map(line -> line.getKey() + ":" + line.getValue()).reduce((a, b) -> a + "\r\n" + b).orElse("");
            return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(body);
        });
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
