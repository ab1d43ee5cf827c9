package mn.eland.integration.simulator.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.integration.khan.simulator.BankBooks;
import mn.eland.integration.mail.simulator.Mailbox;
import mn.eland.integration.qpay.simulator.QPayBooks;
import mn.eland.integration.registry.simulator.Registrar;
import mn.eland.integration.sms.simulator.Telephones;
import mn.eland.integration.stage.Behaviour;
import mn.eland.integration.stage.Exchanges;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import mn.eland.integration.stage.Switches;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Overview, troubles, log and mails. */
@SimulatedEndpoint
@RequestMapping("/simulators")
public class StagePages {

    private static final int LIMIT = 150;
    private static final MediaType HTML = new MediaType("text", "html", StandardCharsets.UTF_8);
    /** A mail is a stranger's page: no scripts, nothing fetched, links open outside. */
    private static final String MAIL_POLICY = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; "
            + "img-src data: cid:; style-src 'unsafe-inline'";
    private static final Map<String, List<String>> OPERATIONS = new LinkedHashMap<>();

    static {
        OPERATIONS.put("qpay", List.of("*", "token", "createInvoice", "getInvoice", "cancelInvoice", "checkPayment", "listPayments",
                "refundPayment", "payment", "createEbarimt", "cancelEbarimt"));
        OPERATIONS.put("khan", List.of("*", "token", "account", "nameCheck", "statement", "statementAfter", "transferDomestic",
                "transferInterbank"));
        OPERATIONS.put("xyp", List.of("*", "WS100101", "WS100103", "WS100104", "WS100125", "WS100133", "WS100201", "WS100202", "WS100218",
                "WS100240", "WS100253", "WS100254", "WS100307", "WS101105"));
        OPERATIONS.put("registry", List.of("*", "file", "status", "withdraw"));
        OPERATIONS.put("notary", List.of("*", "code", "lookup"));
        OPERATIONS.put("sms", List.of("*", "send"));
        OPERATIONS.put("pwned", List.of("*", "range"));
        OPERATIONS.put("dan", List.of("*", "authorize", "token", "service"));
        OPERATIONS.put("face", List.of("*", "compare"));
        OPERATIONS.put("screening", List.of("*", "search"));
        OPERATIONS.put("frc", List.of("*", "licence"));
        OPERATIONS.put("operator", List.of("*", "token", "retrieve-date"));
    }

    private final Stage stage;
    private final Switches switches;
    private final Exchanges exchanges;
    private final Mailbox mailbox;
    private final Telephones telephones;
    private final QPayBooks qpay;
    private final BankBooks bank;
    private final Registrar registrar;

    public StagePages(Stage stage, Switches switches, Exchanges exchanges, Mailbox mailbox, Telephones telephones, QPayBooks qpay,
                      BankBooks bank, Registrar registrar) {
        this.stage = stage;
        this.switches = switches;
        this.exchanges = exchanges;
        this.mailbox = mailbox;
        this.telephones = telephones;
        this.qpay = qpay;
        this.bank = bank;
        this.registrar = registrar;
    }

    @GetMapping({"", "/"})
    ModelAndView overview() {
        return Show.page("overview",
                "openInvoices", qpay.newest(LIMIT).stream().filter(one -> one.status().equals("OPEN")).count(),
                "balance", bank.clientAccounts().get(0).balance(),
                "pending", registrar.newest(LIMIT).stream().filter(one -> one.state().equals("PENDING")).count(),
                "mails", mailbox.newest(null, LIMIT).size(), "switches", switches.all().size());
    }

    @GetMapping("/trouble")
    ModelAndView trouble() {
        return Show.page("trouble", "switches", switches.all(), "operations", OPERATIONS, "behaviours", Behaviour.values(),
                "held", stage.held());
    }

    @PostMapping("/trouble/on")
    ModelAndView on(@RequestParam String target, @RequestParam Behaviour behaviour, @RequestParam(defaultValue = "") String value,
                    @RequestParam(required = false) Integer times) {
        var systemAndOperation = target.split(" ", 2);
        switches.on(systemAndOperation[0], systemAndOperation[1], behaviour, value.isBlank() ? null : value.strip(), times);
        return Show.go("/trouble");
    }

    @PostMapping("/trouble/off")
    ModelAndView off(@RequestParam(required = false) Long id) {
        if (id == null) {
            switches.allOff();
        } else {
            switches.off(id);
        }
        return Show.go("/trouble");
    }

    @PostMapping("/trouble/let-go")
    ModelAndView letGo() {
        stage.letGo();
        return Show.go("/trouble");
    }

    @GetMapping("/log")
    ModelAndView log(@RequestParam(required = false) String system) {
        return Show.page("log", "rows", exchanges.newest(system == null || system.isBlank() ? null : system, LIMIT), "system", system,
                "systems", OPERATIONS.keySet());
    }

    @GetMapping("/log/{id}")
    ModelAndView exchange(@PathVariable long id) {
        return exchanges.one(id).map(one -> Show.page("exchange", "one", one)).orElseGet(() -> Show.go("/log"));
    }

    @GetMapping("/mail")
    ModelAndView mails(@RequestParam(defaultValue = "") String to) {
        return Show.page("mails", "mails", mailbox.newest(to.isBlank() ? null : to.strip(), LIMIT), "to", to);
    }

    @GetMapping("/telephones")
    ModelAndView texts(@RequestParam(defaultValue = "") String to) {
        return Show.page("texts", "texts", telephones.newest(to.isBlank() ? null : to.strip(), LIMIT), "to", to);
    }

    @PostMapping("/telephones/card")
    ModelAndView changeCard(@RequestParam String phone) {
        telephones.changeCard(phone.strip());
        return Show.go("/telephones");
    }

    @GetMapping("/mail/{id}")
    ModelAndView mail(@PathVariable long id) {
        return mailbox.one(id).map(one -> Show.page("mail", "mail", one)).orElseGet(() -> Show.go("/mail"));
    }

    @GetMapping("/mail/{id}/html")
    ResponseEntity<String> html(@PathVariable long id) {
        return mailbox.one(id).filter(mail -> mail.html() != null)
                .map(mail -> ResponseEntity.ok().contentType(HTML).header("Content-Security-Policy", MAIL_POLICY).body(mail.html()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
