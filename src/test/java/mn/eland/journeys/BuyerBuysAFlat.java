package mn.eland.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import mn.eland.Simulators;
import mn.eland.contract.Contracts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.signing.SignatureCheck;
import mn.eland.contract.signing.SignatureReport.Signature;
import mn.eland.kernel.CaseRef;
import mn.eland.payment.Payments;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The promise of the README: a flat goes from listing to keys, everybody doing a part in the browser. First in Mongolian
 * on telephones; then the new owner sells it on, in English on desktops.
 */
@Journey
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BuyerBuysAFlat {

    private static final String REGISTRY_NO = "Ү-2299700001";

    @Value("${eland.base-url}") String base;
    @Autowired Simulators simulators;
    @Autowired Payments payments;
    @Autowired JdbcClient sql;
    @Autowired Contracts contracts;
    @Autowired SignatureCheck check;

    @Test
    @Order(1)
    void inMongolianOnThePhone() throws Exception {
        DealOnStage.flatIsRegistered(simulators, REGISTRY_NO, "000700101");
        var deal = new DealOnStage(base, "mn", true, "temuulen", "enkhjin", simulators, sql);

        deal.isListed(REGISTRY_NO, "000700101", 285_000_000);
        deal.isAgreedAt(280_000_000);
        deal.hasConsentOf("sarantuya");
        deal.isPaid(280_000_000, "MN640004999900000002", "ЦАГААН ЭНХЖИН");
        deal.isCertified();
        deal.isRegisteredAndHandedOver();
        deal.isPaidOut();

        assertThat(payments.trialBalance().sum().isZero()).isTrue();
        assertThat(payments.trialBalance().accountsBelowZero()).isEmpty();
        theContractIsSignedByFour(deal.number());
    }

    /** The signatures as our own check sees them, and as a program that shares no line with it. */
    private void theContractIsSignedByFour(String sale) throws IOException, InterruptedException {
        var contract = contracts.document(CaseRef.of(sale), DocumentKind.SALE_CONTRACT).orElseThrow();
        byte[] file;
        try (var pdf = contracts.pdf(contract.id())) {
            file = pdf.readAllBytes();
        }
        var report = check.check(file).get();
        assertThat(report.isWhole()).isTrue();
        assertThat(report.signatures()).hasSize(4).extracting(Signature::level).containsOnly("PAdES-BASELINE-T");
        assertThat(report.signatures().get(3).signer()).isEqualTo("ELAND");

        var path = Files.write(Files.createDirectories(Path.of("target/documents")).resolve("sold.pdf"), file);
        var pdfsig = new ProcessBuilder("/usr/bin/pdfsig", "-nocert", path.toString()).redirectErrorStream(true).start();
        var said = new String(pdfsig.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        pdfsig.waitFor();
        assertThat(said.split("Signature is Valid\\.", -1)).hasSize(5);
    }

    @Test
    @Order(2)
    void inEnglishOnTheDesktop() {
        var certificate = sql.sql("select certificate_no from property.properties where registry_no = ?").param(REGISTRY_NO)
                .query(String.class).single();
        var deal = new DealOnStage(base, "en", false, "enkhjin", "nomin", simulators, sql);

        deal.isListed(REGISTRY_NO, certificate, 300_000_000);
        deal.isAgreedAt(300_000_000);
        deal.isPaid(300_000_000, "MN280015999900000003", "ХАТАГИН НОМИН-ЭРДЭНЭ");
        deal.isClearedByCompliance();
        deal.isCertified();
        deal.isRegisteredAndHandedOver();
        deal.isPaidOut();

        assertThat(payments.trialBalance().sum().isZero()).isTrue();
        assertThat(payments.trialBalance().accountsBelowZero()).isEmpty();
    }
}
