package mn.eland.integration.dan.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.integration.dan.simulator.DanCodes.SignedIn;
import mn.eland.integration.stage.Behaviour;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SandboxTokens;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Twist;
import mn.eland.integration.xyp.simulator.CitizenServices;
import mn.eland.integration.xyp.simulator.CompanyServices;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** A code for a token, a token for what the citizen has opened. */
@SimulatedEndpoint
@RequestMapping("/dan/oauth2")
public class DanEndpoints {

    private static final String SECRET = "sandbox";
    private static final String CARD = "WS100101_getCitizenIDCardInfo";
    private static final String COMPANY = "WS100307_getLegalEntityInfoWithRegnum";
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int FOR_ORGANISATION = 1;

    private final Stage stage;
    private final DanCodes codes;
    private final SandboxTokens tokens;
    private final CitizenServices citizens;
    private final CompanyServices companies;

    public DanEndpoints(Stage stage, DanCodes codes, SandboxTokens tokens, CitizenServices citizens, CompanyServices companies) {
        this.stage = stage;
        this.codes = codes;
        this.tokens = tokens;
        this.citizens = citizens;
        this.companies = companies;
    }

    @PostMapping("/token")
    ResponseEntity<?> token(@RequestParam(name = "grant_type", defaultValue = "") String grant, @RequestParam(defaultValue = "") String code,
                            @RequestParam(name = "client_id", defaultValue = "") String client, @RequestParam(name = "client_secret", defaultValue = "") String secret,
                            @RequestParam(name = "redirect_uri", defaultValue = "") String back) {
        var reused = new boolean[1];
        var answer = stage.play("dan", "token", twist -> {
            if (!DanCodes.CLIENT.equals(client) || !SECRET.equals(secret)) {
                throw new Refused(UNAUTHORIZED, Map.of("error", "invalid_client"));
            }
            if (!"authorization_code".equals(grant)) {
                throw new Refused(BAD_REQUEST, Map.of("error", "unsupported_grant_type"));
            }
            var signedIn = codes.byCode(code).filter(one -> one.clientId().equals(client) && one.redirectUri().equals(back) && !one.expired()).orElse(null);
            reused[0] = signedIn != null && signedIn.used();
            if (signedIn == null || signedIn.used()) {
                throw new Refused(BAD_REQUEST, Map.of("error", "invalid_grant"));
            }
            var token = tokens.issue("dan", "access", LIFE);
            codes.used(code, token.text());
            return Map.of("access_token", token.text(), "token_type", "Bearer", "expires_in", LIFE.toSeconds());
        });
        if (reused[0]) {
            stage.inTransaction(() -> {
                codes.takeBack(code);
                return null;
            });
        }
        return answer;
    }

    @RequestMapping(path = "/api/v1/service", method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<?> service(@RequestHeader(name = "Authorization", required = false) String authorization) {
        return stage.play("dan", "service", twist -> {
            if (!tokens.accepts("dan", "access", authorization)) {
                throw new Refused(UNAUTHORIZED, Map.of("error", "invalid_token"));
            }
            var signedIn = codes.byToken(authorization.substring("Bearer ".length()).trim())
                    .orElseThrow(() -> new Refused(UNAUTHORIZED, Map.of("error", "invalid_token")));
            return opened(signedIn, twist);
        });
    }

    /** How the person signed in, then one element for each service; one that fails has its own result code, and the whole is still OK. */
    private List<Map<String, ?>> opened(SignedIn signedIn, Twist twist) {
        var answer = new ArrayList<Map<String, ?>>();
        answer.add(Map.of("citizen_loginType", signedIn.loginType()));
        for (var wanted : DanScope.services(signedIn.scope())) {
            answer.add(element(wanted.service(), wanted.wsdl(), wanted.service().equals(CARD) ? card(signedIn, twist) : Map.of(), signedIn, twist));
        }
        if (signedIn.loginType() == FOR_ORGANISATION) {
            answer.add(element(COMPANY, "https://xyp.gov.mn/legal-entity-1.5.0/ws?WSDL",
                    Map.of("general", companies.general(signedIn.organisation()).orElse(Map.of())), signedIn, twist));
        }
        return answer;
    }

    private Map<String, ?> card(SignedIn signedIn, Twist twist) {
        return citizens.card(signedIn.regnum(), twist.lie().orElse(null)).map(card -> {
            var fields = new LinkedHashMap<String, Object>(card);
            fields.put("image", Base64.getEncoder().encodeToString(Portraits.of(signedIn.regnum())));
            return fields;
        }).orElseGet(LinkedHashMap::new);
    }

    private static Map<String, ?> element(String service, String wsdl, Map<String, ?> response, SignedIn signedIn, Twist twist) {
        long code = response.isEmpty() ? 1 : twist.number(Behaviour.RESULT_CODE, 0);
        var request = new LinkedHashMap<String, Object>();
        request.put("auth", null);
        request.put("civilId", null);
        request.put("regnum", signedIn.regnum().toLowerCase(java.util.Locale.ROOT));
        var result = new LinkedHashMap<String, Object>();
        result.put("request", request);
        result.put("requestId", UUID.randomUUID().toString());
        result.put("response", code == 0 ? response : null);
        result.put("resultCode", code);
        result.put("resultMessage", code == 0 ? "амжилттай" : "Мэдээлэл олдсонгүй");
        return Map.of("services", Map.of(service, result), "wsdl", wsdl);
    }
}
