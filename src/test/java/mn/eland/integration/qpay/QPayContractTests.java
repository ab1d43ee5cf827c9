package mn.eland.integration.qpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import mn.eland.Simulators;
import mn.eland.Simulators.Behaviour;
import mn.eland.integration.IntegrationTest;
import mn.eland.kernel.ElandClock;
import mn.eland.payment.spi.PaymentGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class QPayContractTests {

    @Autowired PaymentGateway gateway;
    @Autowired Simulators simulators;
    @Autowired ElandClock clock;

    @AfterEach
    void allIsWellAgain() {
        simulators.allSwitchesOff();
        clock.reset();
    }

    @Test
    void anInvoiceHasACodeAPictureAndTheLinksOfAllWallets() {
        var invoice = invoice("S-1", 5_000_000);

        assertThat(invoice.qrText()).startsWith("000201").contains("5303496").contains("54105000000.00");
        assertThat(invoice.qrImageBase64()).startsWith("iVBORw0KGgo");
        assertThat(invoice.links()).hasSize(23).first().satisfies(link -> assertThat(link.link())
                .startsWith("qpaywallet://q?qPay_QRcode=000201"));
    }

    @Test
    void nothingIsPaidUntilSomebodyPays() {
        var invoice = invoice("S-2", 1_000);

        assertThat(gateway.check(invoice.id()).paidTugrug()).isZero();
        simulators.payInvoice(invoice.id(), 1_000);

        var state = gateway.check(invoice.id());
        assertThat(state.paidTugrug()).isEqualTo(1_000);
        assertThat(state.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.paymentId()).matches("\\d{15}");
            assertThat(payment.payerName()).isEqualTo("Төлөгч");
            assertThat(payment.at()).isNotNull();
        });
    }

    @Test
    void theListOfADayHasEveryPaymentWithItsInvoice() {
        var invoice = invoice("S-LIST", 77_000);
        var payment = simulators.payInvoice(invoice.id(), 77_000);

        assertThat(gateway.paidOn(clock.today())).anySatisfy(listed -> {
            assertThat(listed.paymentId()).isEqualTo(payment);
            assertThat(listed.invoiceId()).isEqualTo(invoice.id());
            assertThat(listed.amountTugrug()).isEqualTo(77_000);
        });
        assertThat(gateway.paidOn(clock.today().minusYears(1))).isEmpty();
        assertThat(gateway.payment(payment)).hasValueSatisfying(found -> {
            assertThat(found.invoiceId()).isEqualTo(invoice.id());
            assertThat(found.amountTugrug()).isEqualTo(77_000);
        });
        assertThat(gateway.payment(java.util.UUID.randomUUID().toString())).isEmpty();
    }

    @Test
    void theSameNumberTwiceIsTwoInvoices() {
        assertThat(invoice("S-3", 10).id()).isNotEqualTo(invoice("S-3", 10).id());
    }

    @Test
    void cancellingTwiceIsHarmlessAndAfterPaymentRefused() {
        var open = invoice("S-4", 10);
        var paid = invoice("S-5", 10);
        simulators.payInvoice(paid.id(), 10);

        assertThat(gateway.cancel(open.id())).isTrue();
        assertThat(gateway.cancel(open.id())).isTrue();
        assertThat(gateway.cancel(paid.id())).isFalse();
        assertThatThrownBy(() -> simulators.payInvoice(open.id(), 10)).hasMessageContaining("INVOICE_ALREADY_CANCELED");
    }

    @Test
    void aWalletRefusesAnExpiredInvoice() {
        var invoice = gateway.createInvoice("S-6", 10, "x", "http://localhost:1/cb", clock.instant().plus(Duration.ofHours(1)));

        clock.passes(Duration.ofHours(2));

        assertThatThrownBy(() -> simulators.payInvoice(invoice.id(), 10)).hasMessageContaining("QRCODE_USED");
        simulators.payInvoiceAnyway(invoice.id(), 10);
        assertThat(gateway.check(invoice.id()).paidTugrug()).isEqualTo(10);
    }

    @Test
    void oneTokenIsUsedUntilAMinuteBeforeItsEnd() {
        invoice("S-7", 10);
        long before = signIns();

        invoice("S-8", 10);
        assertThat(signIns()).isEqualTo(before);

        clock.passes(Duration.ofHours(24).minusSeconds(50));
        invoice("S-9", 10);
        assertThat(signIns()).isEqualTo(before + 1);
    }

    private long signIns() {
        return simulators.exchanges("qpay").stream().map(row -> row.path("operation").asText())
                .filter(List.of("token", "refresh")::contains).count();
    }

    @Test
    void troublesAreOneKindOfException() {
        simulators.switchOnOnce("qpay", "createInvoice", Behaviour.ERROR);
        assertThatThrownBy(() -> invoice("S-10", 10)).isInstanceOf(PaymentGateway.Unavailable.class);

        simulators.switchOnOnce("qpay", "createInvoice", Behaviour.TIMEOUT_BEFORE);
        assertThatThrownBy(() -> invoice("S-10", 10)).isInstanceOf(PaymentGateway.Unavailable.class);

        assertThatThrownBy(() -> invoice("S-10", 0)).isInstanceOf(PaymentGateway.Unavailable.class)
                .hasMessageContaining("MIN_AMOUNT_ERR");
        assertThatThrownBy(() -> invoice("", 10)).hasMessageContaining("sender_invoice_no REQUIRED");
    }

    @Test
    void aSlowAnswerIsAnAnswer() {
        simulators.switchOn("qpay", "checkPayment", Behaviour.SLOW, "300", 1);
        var invoice = invoice("S-11", 10);

        long start = System.nanoTime();
        gateway.check(invoice.id());

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
    }

    @Test
    void aLieIsReportedAsItWasTold() {
        var invoice = invoice("S-12", 500);
        simulators.payInvoice(invoice.id(), 500);

        simulators.switchOn("qpay", "checkPayment", Behaviour.LIE, "700", 1);

        assertThat(gateway.check(invoice.id()).paidTugrug()).isEqualTo(700);
        assertThat(gateway.check(invoice.id()).paidTugrug()).isEqualTo(500);
    }

    @Test
    void theGatewayCallsBackByGetManyTimesEarlyOrWithoutReason() throws IOException {
        List<String> calls = new CopyOnWriteArrayList<>();
        var merchant = HttpServer.create(new InetSocketAddress(0), 0);
        merchant.createContext("/", exchange -> {
            calls.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(200, 7);
            exchange.getResponseBody().write("SUCCESS".getBytes());
            exchange.close();
        });
        merchant.start();
        var callback = "http://localhost:" + merchant.getAddress().getPort() + "/cb?case=S-1";
        var invoice = gateway.createInvoice("S-13", 10, "x", callback, null);
        simulators.switchOn("qpay", "payment", Behaviour.DUPLICATE_CALLBACK, "3", 1);
        simulators.switchOn("qpay", "payment", Behaviour.EARLY_CALLBACK, "1500", 1);

        var payment = simulators.payInvoice(invoice.id(), 10);

        await().untilAsserted(() -> assertThat(calls).hasSize(3)
                .allMatch(call -> call.equals("GET /cb?case=S-1&qpay_payment_id=" + payment)));
        assertThat(gateway.check(invoice.id()).paidTugrug()).isZero();
        await().untilAsserted(() -> assertThat(gateway.check(invoice.id()).paidTugrug()).isEqualTo(10));

        simulators.forgeCallback(invoice.id());
        await().untilAsserted(() -> assertThat(calls).hasSize(4));
        merchant.stop(0);
    }

    private PaymentGateway.Invoice invoice(String number, long amount) {
        return gateway.createInvoice(number, amount, "Барьцаа " + number, "http://localhost:1/callback", null);
    }
}
