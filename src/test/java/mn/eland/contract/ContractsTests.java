package mn.eland.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.contract.ContractEvent.DocumentAccepted;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.Contracts.Evidence;
import mn.eland.contract.archive.FolderObjectStore;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.signing.AcceptanceMoments;
import mn.eland.contract.signing.SigningSlice;
import mn.eland.contract.spi.DocumentAccess;
import mn.eland.edge.web.Words.MessageKey;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.InPerson;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.store.vault.TestVault;
import mn.eland.store.vault.VaultSlice;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorkflowTest(models = "processes/contract/*.bpmn, forms/contract/*.form, decisions/contract/*.dmn")
@Import({Contracts.class, DocumentRows.class, AcceptanceMoments.class, DocumentPolicy.class, AcceptanceCodes.class, DocumentPrinter.class, FolderObjectStore.class,
        ContractProcess.class, ContractSteps.class, DocumentSigning.class, ContractsTests.Ears.class, InPerson.class, VaultSlice.class, SigningSlice.class})
class ContractsTests {

    private static final Actor SELLER = person(1);
    private static final Actor BUYER = person(3);
    private static final Actor STRANGER = person(10);
    private static final Actor READER = person(4);
    private static final Evidence PHONE = new Evidence("Firefox", "192.0.2.7");

    @Autowired Contracts contracts;
    @Autowired Workflow workflow;
    @Autowired EngineScenario engine;
    @Autowired ElandClock clock;
    @Autowired JdbcClient sql;
    @Autowired TransactionTemplate transaction;
    @Autowired Ears ears;

    private CaseRef sale;

    @BeforeEach
    void aSale() {
        sale = transaction.execute(status -> workflow.nextNumber('S'));
        ears.heard.clear();
    }

    @Test
    void aDocumentIsRefusedWhenFactsAreMissingAndSaysWhich() {
        var refused = contracts.draft(DocumentKind.SALE_CONTRACT, sale,
                DocumentFacts.of(DocumentKind.SALE_CONTRACT, "price", null, "address", " "), List.of());

        assertThat(refused.refusal().code()).isEqualTo("FACTS_MISSING");
        assertThat(refused.refusal().arguments()).containsEntry("facts",
                List.of(new MessageKey("contract.fact.address"), new MessageKey("contract.fact.price")));
        assertThat(contracts.documents(sale)).isEmpty();
    }

    @Test
    void aDocumentIsRefusedWhenAFactIsOfTheWrongKind() {
        var refused = contracts.draft(DocumentKind.SALE_CONTRACT, sale,
                DocumentFacts.of(DocumentKind.SALE_CONTRACT, "taxBearer", "BANK", "price", 285_000_000L), List.of());

        assertThat(refused.refusal().code()).isEqualTo("FACTS_MISTYPED");
        assertThat(refused.refusal().arguments()).containsEntry("facts",
                List.of(new MessageKey("contract.fact.price"), new MessageKey("contract.fact.taxBearer")));
        assertThat(contracts.documents(sale)).isEmpty();
    }

    @Test
    void aDocumentIsKeptUnderItsHashAndNeverRewritten() throws Exception {
        var document = aContract();

        try (var pdf = contracts.pdf(document.id())) {
            assertThat(DocumentPrinter.sha256(pdf.readAllBytes())).isEqualTo(document.sha256());
        }
        assertThat(contracts.facts(document.id())).containsEntry("price", Money.of(285_000_000))
                .containsEntry("seller", "Боржигон Ганболдын Тэмүүлэн · ЯЯ••••••11");
        assertThatThrownBy(() -> sql.sql("update contract.documents set sha256 = repeat('0', 64) where id = ?").param(document.id()).update())
                .hasMessageContaining("never rewritten");
        assertThatThrownBy(() -> sql.sql("delete from contract.documents where id = ?").param(document.id()).update())
                .hasMessageContaining("append-only");
    }

    @Test
    void acceptingOnThePageCompletesTheTaskOfTheProcess() {
        var document = aContract();
        engine.start("acceptContract", sale, EngineScenario.values(Map.of("documentId", document.id().toString(), "signerIds",
                SELLER.party() + "\n" + BUYER.party(), "acceptWithin", "P3D")));

        assertThat(accept(document, SELLER).get().missing()).containsExactly(BUYER.party());
        engine.assertThat(sale).isWaitingAt("acceptDocument");
        assertThat(accept(document, BUYER).get().isAcceptedByAll()).isTrue();

        engine.runJobs();
        engine.assertThat(sale).hasPassed("contractAccepted").isEnded();
        assertThat(contracts.document(document.id()).orElseThrow().acceptances()).hasSize(2)
                .allSatisfy(acceptance -> assertThat(acceptance.device()).isEqualTo("Firefox"));
        assertThat(ears.heard).filteredOn(DocumentAccepted.class::isInstance).hasSize(2);
    }

    @Test
    void acceptingTwiceIsHarmless() {
        var document = aContract();
        accept(document, SELLER);

        var again = contracts.accept(document.id(), SELLER, "000000", PHONE);

        assertThat(again.get().acceptances()).hasSize(1);
        assertThat(contracts.requestCode(document.id(), SELLER).refusal().code()).isEqualTo("ALREADY_ACCEPTED");
    }

    @Test
    void aCodeWorksOnceForItsSignerAndItsDocumentOnly() {
        var document = aContract();
        var code = code(document, SELLER);

        assertThat(contracts.accept(document.id(), BUYER, code, PHONE).refusal().code()).isEqualTo("CODE_MISSING");
        assertThat(contracts.accept(document.id(), READER, code, PHONE).refusal().code()).isEqualTo("NOT_A_SIGNER");
        assertThat(contracts.accept(document.id(), STRANGER, code, PHONE).refusal().code()).isEqualTo("DOCUMENT_NOT_FOUND");
        assertThat(contracts.accept(document.id(), SELLER, " " + code.substring(0, 3) + " " + code.substring(3), PHONE).isDone()).isTrue();
    }

    @Test
    void aCodeIsLostAfterFiveWrongTriesEvenWhenTheSixthIsRight() {
        var document = aContract();
        var code = code(document, SELLER);
        var wrong = code.equals("111111") ? "222222" : "111111";

        for (int left = 4; left > 0; left--) {
            var refusal = contracts.accept(document.id(), SELLER, wrong, PHONE).refusal();
            assertThat(refusal.code()).isEqualTo("CODE_WRONG");
            assertThat(refusal.arguments()).containsEntry("left", left);
        }

        assertThat(contracts.accept(document.id(), SELLER, wrong, PHONE).refusal().code()).isEqualTo("CODE_TRIES");
        assertThat(contracts.accept(document.id(), SELLER, code, PHONE).refusal().code()).isEqualTo("CODE_TRIES");
        clock.passes(Duration.ofMinutes(1));
        assertThat(accept(document, SELLER).isDone()).isTrue();
    }

    @Test
    void wrongTriesAtTheSameMomentAreAllCounted() throws Exception {
        var document = aContract();
        var code = code(document, SELLER);
        var wrong = code.equals("111111") ? "222222" : "111111";

        var threads = Executors.newFixedThreadPool(8);
        var answers = threads.invokeAll(java.util.Collections.nCopies(20,
                () -> contracts.accept(document.id(), SELLER, wrong, PHONE).refusal().code()));
        threads.shutdown();

        assertThat(answers).extracting(java.util.concurrent.Future::get).filteredOn("CODE_WRONG"::equals).hasSize(4);
        assertThat(contracts.accept(document.id(), SELLER, code, PHONE).isDone()).isFalse();
    }

    @Test
    void aCodeExpiresAfterTenMinutes() {
        var document = aContract();
        var code = code(document, SELLER);

        clock.passes(Duration.ofMinutes(10));

        assertThat(contracts.accept(document.id(), SELLER, code, PHONE).refusal().code()).isEqualTo("CODE_EXPIRED");
    }

    @Test
    void codesAreSentAtAMeasuredPace() {
        var document = aContract();
        code(document, SELLER);

        assertThat(contracts.requestCode(document.id(), SELLER).refusal().code()).isEqualTo("CODE_TOO_SOON");
        for (int i = 0; i < 4; i++) {
            clock.passes(Duration.ofSeconds(31));
            assertThat(contracts.requestCode(document.id(), SELLER).isDone()).isTrue();
        }
        clock.passes(Duration.ofMinutes(5));
        var refusal = contracts.requestCode(document.id(), SELLER).refusal();

        assertThat(refusal.code()).isEqualTo("CODE_TOO_SOON");
        assertThat((Long) refusal.arguments().get("seconds")).isGreaterThan(3000);
    }

    @Test
    void onlyAHashOfTheCodeIsKept() {
        var document = aContract();
        var code = code(document, SELLER);

        var rows = sql.sql("select c::text from contract.codes c").query(String.class).list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.matches(".*\\b" + code + "\\b.*"));
        assertThat(ears.heard.toString()).doesNotContain(code);
    }

    @Test
    void aStolenCodeIsKnownByTheKeyOfTheHouseAlone() {
        var document = aContract();
        var code = code(document, SELLER);

        var elsewhere = new AcceptanceCodes(sql, TestVault.elsewhere(), clock);

        assertThat(transaction.execute(in -> elsewhere.use(document.id(), SELLER.party(), code)).refusal().code()).isEqualTo("CODE_WRONG");
        assertThat(contracts.accept(document.id(), SELLER, code, PHONE).isDone()).isTrue();
    }

    @Test
    void aNewVersionVoidsTheAcceptancesOfTheOld() {
        var old = aContract();
        accept(old, SELLER);

        var renewed = contracts.draft(DocumentKind.SALE_CONTRACT, sale,
                DocumentFacts.of(DocumentKind.SALE_CONTRACT, "price", Money.of(280_000_000)), List.of(SELLER.party(), BUYER.party())).get();

        assertThat(renewed.version()).isEqualTo(2);
        assertThat(renewed.missing()).containsExactly(SELLER.party(), BUYER.party());
        var refusal = contracts.accept(old.id(), BUYER, "123456", PHONE).refusal();
        assertThat(refusal.code()).isEqualTo("VERSION_OLD");
        assertThat(refusal.arguments()).containsEntry("newest", renewed.id());
        assertThat(contracts.documents(sale)).extracting(DocumentView::id).containsExactly(renewed.id());
        assertThat(contracts.versions(renewed.id())).extracting(DocumentView::state).containsExactly("OLD", "VALID");
    }

    @Test
    void aWithdrawnDocumentCannotBeAccepted() {
        var document = aContract();
        var code = code(document, SELLER);

        contracts.withdraw(document.id(), VoidReason.CASE_CALLED_OFF);
        contracts.withdraw(document.id(), VoidReason.NOT_ACCEPTED);

        assertThat(contracts.accept(document.id(), SELLER, code, PHONE).refusal().code()).isEqualTo("DOCUMENT_VOID");
        assertThat(contracts.verify(document.verificationCode()).orElseThrow()).satisfies(shown -> {
            assertThat(shown.state()).isEqualTo("VOID");
            assertThat(shown.voiding().reason()).isEqualTo(VoidReason.CASE_CALLED_OFF);
        });
    }

    @Test
    void receiptsOfOneCaseStandBesideEachOther() {
        var first = contracts.draft(DocumentKind.PAYMENT_RECEIPT, sale, DocumentFacts.of(DocumentKind.PAYMENT_RECEIPT, "receiptNo", "1"), List.of()).get();
        var second = contracts.draft(DocumentKind.PAYMENT_RECEIPT, sale, DocumentFacts.of(DocumentKind.PAYMENT_RECEIPT, "receiptNo", "2"), List.of()).get();

        assertThat(contracts.documents(sale)).extracting(DocumentView::id).containsExactly(first.id(), second.id());
    }

    @Test
    void anyoneCanCheckADocumentByItsCode() {
        var document = aContract();
        accept(document, BUYER);
        var code = document.verificationCode();

        var found = contracts.verify(" " + code.substring(0, 4).toLowerCase() + "-" + code.substring(4, 8) + "-" + code.substring(8)).orElseThrow();

        assertThat(code).matches("[2-9A-HJ-NP-Z]{12}");
        assertThat(found.sha256()).isEqualTo(document.sha256());
        assertThat(found.state()).isEqualTo("VALID");
        assertThat(found.accepted()).isEqualTo(1);
        assertThat(found.signers()).isEqualTo(2);
        assertThat(contracts.verify("AAAAAAAAAAAA")).isEmpty();
        assertThat(contracts.verify(null)).isEmpty();
        assertThat(contracts.verificationUrl(code)).endsWith("/verify/" + code);
    }

    @Test
    void aDocumentExistsOnlyForThoseWhoMayReadIt() {
        var document = aContract();

        assertThat(contracts.read(document.id(), SELLER).isDone()).isTrue();
        assertThat(contracts.read(document.id(), READER).isDone()).isTrue();
        assertThat(contracts.read(document.id(), STRANGER).refusal().code()).isEqualTo("DOCUMENT_NOT_FOUND");
        assertThat(contracts.read(UUID.randomUUID(), SELLER).refusal().code()).isEqualTo("DOCUMENT_NOT_FOUND");
    }

    @Test
    void aSaleContractNeedsANotaryAndAPreliminaryOneDoesNot() {
        var preliminary = contracts.draft(DocumentKind.PRELIMINARY_CONTRACT, sale, DocumentFacts.of(DocumentKind.PRELIMINARY_CONTRACT), List.of()).get();

        assertThat(contracts.formalities(aContract().id())).contains(new Contracts.Formalities(true, true));
        assertThat(contracts.formalities(preliminary.id())).contains(new Contracts.Formalities(false, false));
    }

    private DocumentView aContract() {
        return contracts.draft(DocumentKind.SALE_CONTRACT, sale, DocumentFacts.of(DocumentKind.SALE_CONTRACT),
                List.of(SELLER.party(), BUYER.party())).get();
    }

    private Outcome<DocumentView> accept(DocumentView document, Actor signer) {
        return contracts.accept(document.id(), signer, code(document, signer), PHONE);
    }

    private String code(DocumentView document, Actor signer) {
        contracts.requestCode(document.id(), signer).get();
        return ears.heard.stream().filter(CodeIssued.class::isInstance).map(CodeIssued.class::cast).reduce((older, newer) -> newer).orElseThrow().code();
    }

    private static Actor person(int number) {
        return new Actor(new PartyId(new UUID(0, number)), "Person " + number, Set.of(Role.BUYER, Role.SELLER));
    }

    @TestConfiguration
    static class Ears {

        final List<ContractEvent> heard = new CopyOnWriteArrayList<>();

        @EventListener
        void hear(ContractEvent event) {
            heard.add(event);
        }

        @Bean
        DocumentAccess agentReadsEverything() {
            return (actor, caseRef) -> actor.equals(READER);
        }
    }
}
