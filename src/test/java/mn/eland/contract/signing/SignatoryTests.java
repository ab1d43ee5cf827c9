package mn.eland.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import mn.eland.contract.signing.SignatureReport.Ground;
import mn.eland.contract.signing.SignatureReport.Verdict;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class SignatoryTests {

    @TempDir static Path data;
    private static SigningTable table;
    private static byte[] contract;
    private static byte[] once;
    private static byte[] thrice;

    @BeforeAll
    static void threePeopleSign() {
        VeraGreenfieldFoundryProvider.initialise();
        table = new SigningTable(data);
        contract = table.contract();
        once = table.sign(contract, 0);
        thrice = table.sign(table.sign(once, 1), 2);
    }

    @Test
    void everySignatureOfASignedContractHolds() {
        var report = table.report(thrice);

        assertThat(report.signatures()).allSatisfy(one -> {
            assertThat(one.detail()).isEqualTo("TOTAL_PASSED");
            assertThat(one.level()).isEqualTo("PAdES-BASELINE-T");
            assertThat(one.proven()).isNotNull();
        }).extracting(SignatureReport.Signature::signer).isEqualTo(SigningTable.NAMES);
        assertThat(report.isWhole()).isTrue();
    }

    @Test
    void aSignedContractIsStillFitForAnArchive() throws Exception {
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(thrice), PDFAFlavour.PDFA_2_A);
             var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_A, false)) {
            assertThat(validator.validate(parser).getTestAssertions().stream()
                    .map(failure -> failure.getRuleId().getClause() + " " + failure.getMessage()).distinct().toList()).isEmpty();
        }
    }

    @Test
    void eachSignatureStandsInARevisionOfItsOwnThatLeavesTheFormerAsItWas() {
        assertThat(java.util.Arrays.copyOf(thrice, once.length)).isEqualTo(once);
        assertThat(java.util.Arrays.copyOf(once, contract.length)).isEqualTo(contract);
    }

    @Test
    void theBoxesStandOnThePageOfSignatures() throws Exception {
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/signed.pdf"), thrice);
        try (var pdf = Loader.loadPDF(thrice)) {
            var fields = pdf.getSignatureFields();
            ImageIO.write(new PDFRenderer(pdf).renderImageWithDPI(pdf.getNumberOfPages() - 1, 90), "png", Path.of("target/documents/signed.png").toFile());

            assertThat(fields).hasSize(3).allSatisfy(field -> {
                var box = field.getWidgets().get(0).getRectangle();
                assertThat(box.getWidth()).isCloseTo(SignaturePage.WIDTH, within(0.01f));
                assertThat(pdf.getPages().indexOf(field.getWidgets().get(0).getPage())).isEqualTo(pdf.getNumberOfPages() - 1);
            });
        }
    }

    @Test
    void aChangedByteIsNamedByTheRevisionInWhichItLies() {
        var report = table.report(flipped(thrice, once.length + 500));

        assertThat(report.signatures()).extracting(SignatureReport.Signature::verdict)
                .containsExactly(Verdict.VALID, Verdict.INVALID, Verdict.INVALID);
        assertThat(report.signatures().get(1).ground()).isEqualTo(Ground.CHANGED);
        assertThat(report.signatures().get(1).changed().first()).isEqualTo(once.length);
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void aSignatureIsMadeWhenTheClockOfTheHouseIsAheadOfTheMachine() {
        var table = new SigningTable(data.resolve("ahead"));
        table.clock.passes(Duration.ofDays(90));

        assertThat(table.report(table.sign(table.contract(), 0)).signatures()).extracting(SignatureReport.Signature::detail).isEqualTo(List.of("TOTAL_PASSED"));
    }

    @Test
    void aSignatureHoldsLongAfterItsCertificateIsOver() {
        var table = new SigningTable(data.resolve("long"));
        var signed = table.sign(table.contract(), 0);

        table.clock.passes(Duration.ofDays(400));

        assertThat(table.report(signed).signatures()).extracting(SignatureReport.Signature::detail).isEqualTo(List.of("TOTAL_PASSED"));
    }

    static byte[] flipped(byte[] file, int place) {
        var changed = file.clone();
        changed[place] ^= 1;
        return changed;
    }
}
