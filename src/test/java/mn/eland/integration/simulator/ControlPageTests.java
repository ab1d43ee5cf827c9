package mn.eland.integration.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mn.eland.Simulators;
import mn.eland.integration.IntegrationTest;
import mn.eland.kernel.Iban;
import mn.eland.payment.spi.Bank;
import mn.eland.payment.spi.PaymentGateway;
import mn.eland.property.spi.FilingOffice;
import mn.eland.property.spi.OwnershipRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

@IntegrationTest
class ControlPageTests {

    @Autowired PaymentGateway gateway;
    @Autowired Bank bank;
    @Autowired FilingOffice office;
    @Autowired OwnershipRegistry titles;
    @Autowired Simulators simulators;
    @Value("${eland.simulators.port}") int port;
    private final HttpClient browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();

    @ParameterizedTest
    @ValueSource(strings = {"", "/qpay", "/bank", "/registrar", "/titles", "/titles/Ү2299000001", "/people", "/trouble", "/log", "/mail"})
    void everyPageIsThereInBothLanguages(String page) throws Exception {
        var mongolian = get(page + "?lang=mn");
        var english = get(page + "?lang=en");

        assertThat(mongolian.statusCode()).isEqualTo(200);
        assertThat(mongolian.body()).contains("<html lang=\"mn\"").contains("Бүртгэгч").doesNotContain("??");
        assertThat(english.body()).contains("<html lang=\"en\"").contains("Registrar").doesNotContain("??");
        assertThat(english.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'");
    }

    @Test
    void anInvoiceIsPaidOnThePage() throws Exception {
        var invoice = gateway.createInvoice("C-1", 40_000, "Барьцаа <b>", "http://localhost:1/x", null);
        assertThat(get("/qpay").body()).contains("Барьцаа &lt;b&gt;").contains("40\u202F000");

        post("/qpay/pay", "invoice", invoice.id(), "amount", "15000", "paidBy", "Баярын Энхжин", "type", "P2P");

        assertThat(gateway.check(invoice.id()).paidTugrug()).isEqualTo(15_000);
        gateway.createInvoice("C-2", 1, "x", "http://localhost:1/x", null);
        var cancelled = gateway.createInvoice("C-3", 1, "x", "http://localhost:1/x", null);
        gateway.cancel(cancelled.id());
        assertThat(post("/qpay/pay", "invoice", cancelled.id(), "amount", "1", "paidBy", "x", "type", "P2P").body())
                .contains("INVOICE_ALREADY_CANCELED");
    }

    @Test
    void moneyArrivesFromThePage() throws Exception {
        post("/bank/incoming", "amount", "77000", "description", "S-2026-000077", "fromIban", "MN91 0015 9999 0000 1003");

        assertThat(bank.statementAfter(0)).last().satisfies(line -> {
            assertThat(line.amountTugrug()).isEqualTo(77_000);
            assertThat(line.relatedAccount()).isEqualTo("MN910015999900001003");
        });
    }

    @Test
    void moneyArrivesFromThePageAtTheAccountOfADeal() throws Exception {
        var number = Iban.of("0005", "998126000077");
        post("/bank/incoming", "amount", "88000", "description", "x", "fromIban", "MN910015999900001003", "toIban", number.grouped());

        assertThat(bank.statementAfter(0)).last().satisfies(line -> assertThat(line.virtualAccount()).isEqualTo(number.value()));
        assertThat(get("/bank").body()).contains(number.value());
        assertThat(post("/bank/incoming", "amount", "1", "description", "x", "fromIban", "MN910015999900001003", "toIban", "MN12").body()).contains("MN12");
    }

    @Test
    void theRegistrarIsAPerson() throws Exception {
        var number = office.file("C-R-1", new FilingOffice.Application("Ү-2299000007", "000000107", "ЯЯ48020386", "ЯЯ93121643", "Баярын", "Энхжин",
                220_000_000, "1/2026-9", "ab", "T-9", "F-9", false));
        assertThat(get("/registrar").body()).contains(number).contains("ЯЯ••••••86");

        post("/registrar/refuse", "filingNo", number, "reason", "Эх хувь дутуу");

        assertThat(office.status(number).reason()).isEqualTo("Эх хувь дутуу");
        assertThat(post("/registrar/register", "filingNo", number).body()).contains("REFUSED already");
    }

    @Test
    void aBurdenIsEnteredAndEnded() throws Exception {
        post("/titles/Ү2299000006/enter", "serviceName", "Хөрөнгө битүүмжлэх тэмдэглэл хийх", "otherParty", "Шийдвэр гүйцэтгэх газар", "contractPrice", "");
        assertThat(arrests()).hasSize(1);

        post("/titles/Ү2299000006/end", "serviceName", "Хөрөнгө битүүмжлэх тэмдэглэл хийх");

        assertThat(arrests()).isEmpty();
    }

    private java.util.List<OwnershipRegistry.Entry> arrests() {
        return titles.title("Ү-2299000006", "ЯЯ86022844").orElseThrow().history().stream()
                .filter(entry -> entry.active() && entry.serviceName().contains("битүүмж")).toList();
    }

    @Test
    void aTroubleIsSwitchedOnAndOff() throws Exception {
        post("/trouble/on", "target", "khan statement", "behaviour", "SLOW", "value", "50", "times", "");

        assertThat(simulators.call("GET", "/simulators/switches", null).get(0).path("value").asText()).isEqualTo("50");
        post("/trouble/off");
        assertThat(simulators.call("GET", "/simulators/switches", null)).isEmpty();
    }

    @Test
    void aCallThatIsMadeToWaitIsLetGo() throws Exception {
        post("/trouble/on", "target", "khan statementAfter", "behaviour", "SLOW", "value", "10000", "times", "1");
        var asked = CompletableFuture.supplyAsync(() -> bank.statementAfter(0));
        await().until(() -> simulators.held() == 1);
        assertThat(get("/trouble?lang=en").body()).contains("Calls waiting for an answer: 1");

        post("/trouble/let-go");

        assertThat(asked.get(5, TimeUnit.SECONDS)).isNotNull();
        assertThat(simulators.held()).isZero();
        assertThat(get("/trouble").body()).doesNotContain("let-go");
    }

    @Test
    void anotherSitesPageCannotPushTheButtons() throws Exception {
        var request = HttpRequest.newBuilder(address("/trouble/off")).header("Sec-Fetch-Site", "cross-site").POST(HttpRequest.BodyPublishers.noBody());

        assertThat(browser.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(403);
    }

    private HttpResponse<String> get(String page) throws Exception {
        return browser.send(HttpRequest.newBuilder(address(page)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String page, String... fields) throws Exception {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) {
            form.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return browser.send(HttpRequest.newBuilder(address(page)).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form.toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    private URI address(String page) {
        return URI.create(URI.create("http://localhost:" + port + "/simulators" + page).toASCIIString());
    }
}
