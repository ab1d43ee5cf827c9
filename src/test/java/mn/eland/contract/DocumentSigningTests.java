package mn.eland.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.Evidence;
import mn.eland.contract.archive.FolderObjectStore;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.signing.AcceptanceMoments;
import mn.eland.contract.signing.Revision;
import mn.eland.contract.signing.SandboxStamps;
import mn.eland.contract.signing.SignatureCheck;
import mn.eland.contract.signing.SignatureReport.Signature;
import mn.eland.contract.signing.SigningSlice;
import mn.eland.contract.spi.Circumstances;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.InPerson;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.vault.VaultSlice;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import mn.eland.workflow.spi.CaseFacts;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorkflowTest(models = "processes/contract/*.bpmn, forms/contract/*.form, decisions/contract/*.dmn")
@Import({Contracts.class, DocumentRows.class, AcceptanceMoments.class, DocumentPolicy.class, AcceptanceCodes.class, DocumentPrinter.class, FolderObjectStore.class,
        ContractProcess.class, ContractSteps.class, DocumentSigning.class, DocumentSigningTests.Town.class, InPerson.class, VaultSlice.class, SigningSlice.class})
class DocumentSigningTests {

    private static final Actor SELLER = person(1);
    private static final Actor BUYER = person(3);
    private static final Actor NOTARY = person(9);

    @Autowired Contracts contracts;
    @Autowired DocumentSigning signing;
    @Autowired SignatureCheck check;
    @Autowired SandboxStamps stamps;
    @Autowired Workflow workflow;
    @Autowired EngineScenario engine;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired Town town;
    @Value("${eland.data}") Path data;

    private CaseRef sale;
    private DocumentView document;

    @BeforeEach
    void aContractThatBothAccepted() {
        stamps.down = false;
        sale = transaction.execute(status -> workflow.nextNumber('S'));
        document = contracts.draft(DocumentKind.SALE_CONTRACT, sale, DocumentFacts.of(DocumentKind.SALE_CONTRACT), List.of(SELLER.party(), BUYER.party())).get();
        engine.start("acceptContract", sale, EngineScenario.values(Map.of("documentId", document.id().toString(), "signerIds",
                SELLER.party() + "\n" + BUYER.party(), "acceptWithin", "P3D")));
        accept(BUYER);
        accept(SELLER);
    }

    @Test
    void anAcceptanceStandsBeforeTheOutsideIsAskedAndTheProcessWaitsForTheSignatures() {
        engine.assertThat(sale).isWaitingAt("signDocument");
        assertThat(file()).isEqualTo(document.sha256());

        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("acceptDocument", "signDocument", "contractAccepted").isEnded();
        assertThat(signatures()).extracting(Signature::signer).containsExactly("Нэр 3", "Нэр 1");
        assertThat(signatures()).extracting(Signature::detail).containsOnly("TOTAL_PASSED");
    }

    @Test
    void everyRevisionIsKeptUnderItsHashAndTheNewestIsGivenOut() {
        engine.runJobs();

        var revisions = contracts.verify(document.verificationCode()).orElseThrow().revisions();

        assertThat(revisions).extracting(Revision::number).containsExactly(1, 2);
        assertThat(contracts.document(document.id()).orElseThrow()).satisfies(view -> {
            assertThat(view.sha256()).isEqualTo(document.sha256());
            assertThat(view.fileSha256()).isEqualTo(revisions.get(1).sha256()).isEqualTo(file());
        });
        assertThat(sql.sql("select previous from contract.signatures where document = ? order by revision").param(document.id()).query(String.class).list())
                .containsExactly(document.sha256(), revisions.get(0).sha256());
        assertThatThrownBy(() -> sql.sql("delete from contract.signatures").update()).hasMessageContaining("append-only");
    }

    @Test
    void withoutATimeStampNothingIsSignedUntilItComes() {
        stamps.down = true;
        engine.runJobs();

        engine.assertThat(sale).isWaitingAt("signDocument");
        assertThat(signatures()).isEmpty();

        stamps.down = false;
        engine.passes(Duration.ofMinutes(11));
        engine.assertThat(sale).hasPassed("contractAccepted").isEnded();
        assertThat(signatures()).hasSize(2);
    }

    @Test
    void eachSignatureSaysWhatWasSoWhenTheDocumentWasAccepted() throws IOException {
        engine.runJobs();

        try (var pdf = Loader.loadPDF(content())) {
            pdf.getDocumentCatalog().getAcroForm().flatten();
            var page = new PDFTextStripper();
            page.setStartPage(pdf.getNumberOfPages());
            assertThat(page.getText(pdf).replaceAll("\\s+", " ")).contains("Нэр 1", "Нэр 3", "нэг удаагийн кодоор зөвшөөрсөн / accepted by one-time code", "device: Firefox ? 9",
                    "identity: баталгаажсан / verified", "in escrow: 28 500 000 ₮", "model: sellProperty 3", "rules: saleDeadlines 2 #1, notaryFee 1 #4");
        }
        assertThatThrownBy(() -> sql.sql("update contract.moments set held = 0").update()).hasMessageContaining("append-only");
    }

    @Test
    void theNotarySignsBehindThePartiesAndThePlatformSealsAllOfIt() {
        engine.runJobs();

        signing.certify(document.id(), NOTARY.party(), "NOT-2026-0001-000001");
        signing.certify(document.id(), NOTARY.party(), "NOT-2026-0001-000001");

        assertThat(signatures()).extracting(Signature::signer).containsExactly("Нэр 3", "Нэр 1", "Нэр 9", "ELAND");
        assertThat(signatures()).extracting(Signature::detail).containsOnly("TOTAL_PASSED");
    }

    @Test
    void aCertificateIsSignedByTheNotaryAlone() {
        var paper = contracts.draft(DocumentKind.NOTARY_CERTIFICATE, sale, DocumentFacts.of(DocumentKind.NOTARY_CERTIFICATE), List.of()).get();

        signing.certify(paper.id(), NOTARY.party(), "NOT-2026-0001-000001");

        document = paper;
        assertThat(signatures()).extracting(Signature::signer).containsExactly("Нэр 9");
        assertThat(signatures()).extracting(Signature::detail).containsOnly("TOTAL_PASSED");
    }

    @Test
    void signingAgainAddsNothing() {
        engine.runJobs();
        var file = file();

        signing.sign(document.id());

        assertThat(file()).isEqualTo(file);
    }

    @Test
    void aFileThatWasChangedOnTheDiskIsNotSigned() throws IOException {
        var sha256 = document.sha256();
        var kept = data.resolve("documents").resolve(sha256.substring(0, 2)).resolve(sha256.substring(2, 4)).resolve(sha256);
        var content = Files.readAllBytes(kept);
        content[content.length / 2] ^= 1;
        Files.write(kept, content);

        engine.runJobs();

        engine.assertThat(sale).isWaitingAt("signDocument");
        assertThat(sql.sql("select count(*) from contract.signatures where document = ?").param(document.id()).query(Integer.class).single()).isZero();
    }

    private List<Signature> signatures() {
        return check.check(content()).get().signatures();
    }

    private String file() {
        return DocumentPrinter.sha256(content());
    }

    private byte[] content() {
        try (var pdf = contracts.pdf(document.id())) {
            return pdf.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void accept(Actor signer) {
        contracts.requestCode(document.id(), signer).get();
        contracts.accept(document.id(), signer, town.code, new Evidence("Firefox \uD83E\uDD8A 9", "192.0.2.7")).get();
    }

    private static Actor person(int number) {
        return new Actor(new PartyId(new java.util.UUID(0, number)), "Нэр " + number, Set.of(Role.BUYER, Role.SELLER));
    }

    @TestConfiguration
    static class Town {

        String code;

        @EventListener
        void hear(CodeIssued issued) {
            code = issued.code();
        }

        @Bean
        Circumstances aSaleWithItsDeposit() {
            return (caseRef, signer) -> Optional.of(new Circumstances.Moment("VERIFIED", "sellProperty 3", List.of("saleDeadlines 2 #1", "notaryFee 1 #4"),
                    Money.of(28_500_000)));
        }

        @Bean
        CaseFacts names() {
            return new CaseFacts() {
                @Override
                public Optional<Facts> facts(CaseRef caseRef) {
                    return Optional.empty();
                }

                @Override
                public Optional<String> nameOf(PartyId party) {
                    return Optional.of("Нэр " + party.value().getLeastSignificantBits());
                }
            };
        }
    }
}
