package mn.eland.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import mn.eland.contract.signing.SignatureReport.Ground;
import mn.eland.contract.signing.SignatureReport.Signature;
import mn.eland.contract.signing.SignatureReport.Verdict;
import mn.eland.integration.tsa.simulator.StampAuthority;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadSignatureTests {

    @TempDir static Path data;
    private static SigningTable table;
    private static byte[] contract;

    @BeforeAll
    static void aContract() {
        table = new SigningTable(data.resolve("house"));
        contract = table.contract();
    }

    @Test
    void aCertificateOfAnotherHouseIsNotBelieved() {
        var elsewhere = new SigningTable(data.resolve("elsewhere"));

        var found = only(elsewhere.sign(contract, 0));

        assertThat(found.verdict()).isEqualTo(Verdict.UNSURE);
        assertThat(found.ground()).isEqualTo(Ground.UNKNOWN_ISSUER);
        assertThat(found.signer()).isEqualTo(SigningTable.NAMES.get(0));
    }

    @Test
    void aSignatureMadeWhenTheCertificateWasOverDoesNotHold() {
        var now = table.clock.instant();
        var issuer = table.keys.issuer();
        var over = Certificates.signer(issuer, "Хэтэрсэн", "x", now.minus(Duration.ofHours(3)));

        var found = only(table.signatory.sign(contract, table.signing(contract, 0), over, issuer.certificate()));

        assertThat(found.verdict()).isNotEqualTo(Verdict.VALID);
        assertThat(found.ground()).isEqualTo(Ground.EXPIRED);
    }

    @Test
    void aRevokedCertificateIsNamed() throws Exception {
        var national = StampAuthority.fresh();
        var file = Files.write(data.resolve("national.der"), national.root().getEncoded());
        var table = new SigningTable(data.resolve("revoked"), file);
        var signed = table.signatory.sign(contract, table.signing(contract, 0), new SigningKey(national.unitKey(), national.unit()), national.root());

        table.stamps.more.add(national.revocationList(table.clock.instant(), List.of()));
        assertThat(table.report(signed).signatures().get(0).detail()).isEqualTo("TOTAL_PASSED");

        table.stamps.more.set(0, national.revocationList(table.clock.instant().minus(Duration.ofDays(1)), List.of(national.unit().getSerialNumber())));
        assertThat(table.report(signed).signatures().get(0)).satisfies(found -> {
            assertThat(found.verdict()).isNotEqualTo(Verdict.VALID);
            assertThat(found.ground()).isEqualTo(Ground.REVOKED);
        });
    }

    @Test
    void withoutAListOfTheRevokedNothingIsPromised() throws Exception {
        var national = StampAuthority.fresh();
        var file = Files.write(data.resolve("silent.der"), national.root().getEncoded());
        var table = new SigningTable(data.resolve("silent"), file);

        var signed = table.signatory.sign(contract, table.signing(contract, 0), new SigningKey(national.unitKey(), national.unit()), national.root());

        assertThat(table.report(signed).signatures().get(0)).satisfies(found -> {
            assertThat(found.verdict()).isEqualTo(Verdict.UNSURE);
            assertThat(found.ground()).isEqualTo(Ground.REVOCATION_UNKNOWN);
        });
    }

    @Test
    void whatIsAddedBehindTheLastSignatureIsNamed() throws Exception {
        var signed = table.sign(contract, 0);
        var longer = new ByteArrayOutputStream();
        try (var pdf = Loader.loadPDF(signed)) {
            pdf.getPage(0).setRotation(180);
            pdf.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            pdf.saveIncremental(longer);
        }

        var report = table.report(longer.toByteArray());

        assertThat(report.isWhole()).isFalse();
        assertThat(report.unsigned().first()).isEqualTo(signed.length);
        assertThat(report.unsigned().last()).isEqualTo(longer.size() - 1);
        assertThat(report.signatures().get(0).ground()).isEqualTo(Ground.CHANGED_AFTER);
    }

    @Test
    void anUnsignedFileHasNoSignatures() {
        var report = table.report(contract);

        assertThat(report.signatures()).isEmpty();
        assertThat(report.isWhole()).isFalse();
    }

    @Test
    void noByteThatIsSignedCanBeChangedWithoutBeingSeen() {
        var signed = table.sign(contract, 0);
        var text = new String(signed, java.nio.charset.StandardCharsets.ISO_8859_1);
        int gap = text.lastIndexOf("/Contents <") + "/Contents <".length();
        int behind = text.indexOf('>', gap);

        for (int place = 100; place < signed.length; place += signed.length / 25) {
            var outcome = table.check.check(SignatoryTests.flipped(signed, place));
            boolean found = !outcome.isDone() || !outcome.get().isWhole();
            assertThat(found || place >= gap && place < behind).as("byte " + place).isTrue();
        }
    }

    @Test
    void aFileThatIsClosedRunsOrIsTooLongIsNotLookedInto() throws Exception {
        assertThat(code(encrypted())).isEqualTo("PDF_ENCRYPTED");
        assertThat(code(scripted())).isEqualTo("PDF_RUNS");
        assertThat(code(Arrays.copyOf("%PDF-1.7".getBytes(), PdfGate.MOST_BYTES + 1))).isEqualTo("FILE_TOO_LARGE");
        assertThat(code("%PDF-1.7 and nothing else".getBytes())).isEqualTo("PDF_BROKEN");
        assertThat(code(new byte[] {(byte) 0x89, 'P', 'N', 'G'})).isEqualTo("FILE_NOT_PDF");
        assertThat(code(new byte[0])).isEqualTo("FILE_MISSING");
    }

    @Test
    void aTimeStampThatAnswersSomethingElseIsNotTaken() {
        var liar = new SandboxStamps(table.clock) {
            @Override
            public byte[] stamp(byte[] request) {
                return StampAuthority.fresh().answer(request, table.clock.instant());
            }
        };
        var signatory = new Signatory(table.keys, liar, table.vault);

        assertThatThrownBy(() -> signatory.sign(contract, table.signing(contract, 0))).hasStackTraceContaining("nobody believes");
    }

    private static Signature only(byte[] pdf) {
        var report = table.report(pdf);
        assertThat(report.signatures()).hasSize(1);
        return report.signatures().get(0);
    }

    private static String code(byte[] file) {
        return table.check.check(file).refusal().code();
    }

    private static byte[] encrypted() throws Exception {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            return saved(pdf);
        }
    }

    private static byte[] scripted() throws Exception {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            return saved(pdf);
        }
    }

    private static byte[] saved(PDDocument pdf) throws Exception {
        var file = new ByteArrayOutputStream();
        pdf.save(file);
        return file.toByteArray();
    }
}
