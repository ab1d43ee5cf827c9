package mn.eland.integration.dan.simulator;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page on which a citizen signs in and lets a service read the card, and the picture on the card. */
@SimulatedEndpoint
public class DanPages {

    private static final int FOUND = 302;
    private static final int BAD_REQUEST = 400;

    private final Stage stage;
    private final DanCodes codes;

    public DanPages(Stage stage, DanCodes codes) {
        this.stage = stage;
        this.codes = codes;
    }

    @GetMapping("/dan/oauth2/authorize")
    Object ask(@RequestParam(name = "response_type", defaultValue = "") String responseType, @RequestParam(name = "client_id", defaultValue = "") String client,
               @RequestParam(name = "redirect_uri", defaultValue = "") String back, @RequestParam(defaultValue = "") String scope,
               @RequestParam(defaultValue = "") String state) {
        var wrong = wrong(client, back);
        if (wrong != null || !"code".equals(responseType)) {
            return ResponseEntity.status(BAD_REQUEST).body(Map.of("error", wrong == null ? "unsupported_response_type" : wrong));
        }
        var services = DanScope.services(scope);
        if (services.isEmpty()) {
            return away(back, "error=invalid_scope", state);
        }
        return new ModelAndView("simulators/dan").addObject("people", codes.people()).addObject("services", services).addObject("client", client)
                .addObject("back", back).addObject("scope", scope).addObject("state", state);
    }

    @PostMapping("/dan/oauth2/authorize")
    ResponseEntity<?> answer(@RequestParam(name = "client_id") String client, @RequestParam(name = "redirect_uri") String back,
                             @RequestParam String scope, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String regnum,
                             @RequestParam(defaultValue = "0") int loginType, @RequestParam(defaultValue = "") String organisation,
                             @RequestParam(defaultValue = "no") String allow) {
        return stage.play("dan", "authorize", twist -> {
            var wrong = wrong(client, back);
            if (wrong != null) {
                throw new Refused(BAD_REQUEST, Map.of("error", wrong));
            }
            if (!"yes".equals(allow)) {
                return away(back, "error=access_denied", state);
            }
            return away(back, "code=" + codes.issue(client, back, scope, regnum, loginType, organisation.isBlank() ? null : organisation), state);
        });
    }

    /** So that somebody who plays has a picture of himself. */
    @GetMapping("/simulators/portraits/{regnum}.jpg")
    ResponseEntity<byte[]> portrait(@PathVariable String regnum) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(Portraits.of(regnum));
    }

    private static String wrong(String client, String back) {
        if (!DanCodes.CLIENT.equals(client)) {
            return "invalid_client";
        }
        return back.startsWith("http://") || back.startsWith("https://") ? null : "invalid_redirect_uri";
    }

    private static ResponseEntity<?> away(String back, String said, String state) {
        var address = back + (back.contains("?") ? "&" : "?") + said + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8);
        return ResponseEntity.status(FOUND).header(HttpHeaders.LOCATION, URI.create(address).toString()).build();
    }
}
