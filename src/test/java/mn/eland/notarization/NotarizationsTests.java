package mn.eland.notarization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.Locale;
import java.util.function.UnaryOperator;
import mn.eland.ElandTest;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import mn.eland.notarization.Notarizations.BookEntry;
import mn.eland.notarization.Notarizations.Checks;
import mn.eland.notarization.Notarizations.Grounds;
import mn.eland.notarization.Notarizations.NotarizationView.State;
import mn.eland.notarization.Notarizations.Request;
import mn.eland.notarization.file.RequiredDocument;
import mn.eland.notarization.office.Notaries;
import mn.eland.notarization.office.Notary;
import mn.eland.notarization.session.ActFile;
import mn.eland.notarization.session.Meetings;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import mn.eland.store.vault.PersonVault;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@ElandTest
class NotarizationsTests {

    private static final PartyId SELLER = id(1);
    private static final PartyId BUYER = id(3);
    private static final Actor NOTARY = new Actor(id(5), "Т. Анударь", Set.of(Role.NOTARY));
    private static final Actor FAR_NOTARY = new Actor(id(24), "Хөдөөгийн нотариатч", Set.of(Role.NOTARY));
    private static final Checks ALL_WELL = new Checks(true, true, "ID_CARD_CHIP", true, true, true, true, "MONGOLIAN", null, null, NotarialChecks.EXPLANATIONS, 4);

    @Autowired Notarizations notarizations;
    @Autowired ActFile file;
    @Autowired Notaries notaries;
    @Autowired Refusals refusals;
    @Autowired ElandClock clock;
    @Autowired Meetings meetings;
    @Autowired RegisterBook book;
    @Autowired RegisterSubmissions submissions;
    @Autowired ActRows acts;
    @Autowired Contracts contracts;
    @Autowired Parties parties;
    @Autowired Workflow workflow;
    @Autowired JdbcClient sql;
    @Autowired PersonVault people;
    @Autowired TransactionTemplate transaction;

    @Test
    void certifiedContractGetsANumberACertificateAndAPlaceInTheStateRecord() throws Exception {
        var sale = aContractBeforeTheNotary("SBD", false);

        var act = notarizations.certify(NOTARY, sale, ALL_WELL).get();

        assertThat(act.state()).isEqualTo(State.CERTIFIED);
        assertThat(act.number()).matches("NOT-\\d{4}-0001-\\d{6}");
        assertThat(act.fee()).isEqualTo(Money.of(100_000));
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() ->
                assertThat(notarizations.notarization(sale).orElseThrow().paper()).isNotNull());
        var certificate = contracts.document(notarizations.notarization(sale).orElseThrow().paper()).orElseThrow();
        assertThat(certificate.kind()).isEqualTo(DocumentKind.NOTARY_CERTIFICATE);
        assertThat(contracts.facts(certificate.id())).containsEntry("notaryNumber", act.number())
                .containsEntry("contractHash", contracts.document(sale, DocumentKind.SALE_CONTRACT).orElseThrow().sha256());
        assertThat(entry(act.number()).code()).isNotBlank();
        assertThat(notarizations.certify(NOTARY, sale, ALL_WELL).refusal().code()).isEqualTo("ACT_NOT_OPEN");
    }

    @Test
    void notaryOfAnotherDistrictCanNeitherCertifyNorRefuse() {
        notaries.appoint(new Notary(FAR_NOTARY.party(), 99, "TEST-NOT-0099", List.of("BHD"), "Багахангай"));
        var sale = aContractBeforeTheNotary("SBD", false);

        assertThat(notarizations.certify(FAR_NOTARY, sale, ALL_WELL).refusal().code()).isEqualTo("OUT_OF_DISTRICT");
        assertThat(notarizations.refuse(FAR_NOTARY, sale, new Grounds("DURESS", "NOT_46_3", "Талууд дарамттай байсан тул татгалзав.")).refusal().code()).isEqualTo("OUT_OF_DISTRICT");
        assertThat(workflow.isOpen(sale, "certifyContract")).isTrue();
    }

    @Test
    void whoIsNoNotaryOrAPartyCannotAct() {
        var sale = aContractBeforeTheNotary("SBD", false);
        notaries.appoint(new Notary(BUYER, 98, "TEST-NOT-0098", List.of("SBD"), ""));

        assertThat(notarizations.certify(new Actor(id(4), "Agent", Set.of(Role.AGENT)), sale, ALL_WELL).refusal().code()).isEqualTo("NOT_A_NOTARY");
        assertThat(notarizations.certify(new Actor(BUYER, "Buyer", Set.of(Role.NOTARY)), sale, ALL_WELL).refusal().code()).isEqualTo("CONFLICT_OF_INTEREST");
    }

    @Test
    void everyCheckMustHaveBeenMade() {
        var sale = aContractBeforeTheNotary("SBD", true);

        assertRefused(sale, new Checks(true, false, "FACE", true, true, true, true, "MONGOLIAN", null, null, NotarialChecks.EXPLANATIONS, 4), "BOTH_MUST_BE_PRESENT");
        assertRefused(sale, new Checks(true, true, "FACE", true, false, true, true, "MONGOLIAN", null, null, NotarialChecks.EXPLANATIONS, 4), "WILL_UNCHECKED");
        assertRefused(sale, new Checks(true, true, "FACE", true, true, true, false, "MONGOLIAN", null, null, NotarialChecks.EXPLANATIONS, 4), "SOLO_INTERVIEW_NEEDED");
        assertRefused(sale, new Checks(true, true, "FACE", true, true, true, true, "OTHER", "Солонгос", " ", NotarialChecks.EXPLANATIONS, 4), "INTERPRETER_NEEDED");
        assertRefused(sale, new Checks(true, true, "FACE", true, true, true, true, "MONGOLIAN", null, null, List.of("FEE"), 4), "NOT_EXPLAINED");
        assertRefused(sale, new Checks(true, true, "FACE", true, true, true, true, "OTHER", null, "Ким Минсу", NotarialChecks.EXPLANATIONS, 4), "LANGUAGE_NEEDED");
        assertRefused(sale, new Checks(true, true, null, true, true, true, true, "MONGOLIAN", null, null, NotarialChecks.EXPLANATIONS, 4), "IDENTITY_UNCHECKED");
        assertThat(notarizations.certify(NOTARY, sale, ALL_WELL).isDone()).isTrue();
    }

    @Test
    void powerOfAttorneyThatEndedYesterdayIsRefusedInAPlainSentence() {
        var sale = aContractBeforeTheNotary(request -> new Request(request.document(), request.registryNo(), request.district(), request.value(), request.seller(),
                request.buyer(), false, 1, true, false, false, false));
        var yesterday = clock.today().minusDays(1);

        file.present(NOTARY, sale, "SELLER", "NOTARIZED_POA", yesterday.minusYears(1), yesterday).get();
        var refusal = notarizations.certify(NOTARY, sale, ALL_WELL).refusal();

        assertThat(refusal.code()).isEqualTo("DOCUMENT_EXPIRED");
        assertThat(refusals.text(refusal, Locale.ENGLISH)).isEqualTo("Notarized power of attorney was valid until "
                + yesterday.format(DateTimeFormatter.ofPattern("uuuu.MM.dd")) + ", so the act cannot be certified. Have a new one issued and bring it.");
        file.present(NOTARY, sale, "SELLER", "NOTARIZED_POA", yesterday.minusYears(3), clock.today().plusYears(1)).get();
        assertThat(notarizations.certify(NOTARY, sale, ALL_WELL).refusal().code()).as("longer than the law lets it last").isEqualTo("DOCUMENT_EXPIRED");
        file.present(NOTARY, sale, "SELLER", "NOTARIZED_POA", yesterday, clock.today()).get();
        assertThat(notarizations.certify(NOTARY, sale, ALL_WELL).isDone()).isTrue();
    }

    @Test
    void everyPaperMustHaveBeenPresentedWithItsDays() {
        var sale = aContractBeforeTheNotary("SBD", false);
        sql.sql("update notarization.act_documents d set presented_at = null from notarization.acts a where a.id = d.act and a.case_ref = ? and d.code = 'TITLE_CERTIFICATE_ORIGINAL'")
                .param(sale.number()).update();

        var refusal = notarizations.certify(NOTARY, sale, ALL_WELL).refusal();

        assertThat(refusal.code()).isEqualTo("DOCUMENTS_UNSEEN");
        assertThat(refusals.text(refusal, Locale.ENGLISH)).startsWith("Original title certificate has not been presented (1 of ");
        assertThat(file.documents(sale)).extracting(RequiredDocument::role, RequiredDocument::code).contains(tuple("SELLER", "ID_CARD_OR_PASSPORT"),
                tuple("BUYER", "ID_CARD_OR_PASSPORT")).doesNotHaveDuplicates();
        assertThat(file.present(NOTARY, sale, "SELLER", "NO_ENCUMBRANCE_REFERENCE", null, null).refusal().field()).isEqualTo("issuedOn");
        assertThat(file.present(NOTARY, sale, "SELLER", "NO_ENCUMBRANCE_REFERENCE", clock.today().plusDays(1), null).refusal().code()).isEqualTo("DOCUMENT_DAYS");
        assertThat(file.present(NOTARY, sale, "BUYER", "ID_CARD_OR_PASSPORT", null, null).refusal().field()).isEqualTo("validUntil");
        assertThat(file.present(NOTARY, sale, "BUYER", "CHARTER", null, null).refusal().code()).isEqualTo("DOCUMENT_NOT_ASKED");
        assertThat(file.present(new Actor(SELLER, "Seller", Set.of(Role.SELLER)), sale, "BUYER", "CHARTER", null, null).refusal().code()).isEqualTo("NOT_A_NOTARY");
    }

    @Test
    void refusalNeedsACodeAndGroundsAndBecomesAPaper() {
        var sale = aContractBeforeTheNotary("SBD", false);

        assertThat(notarizations.refuse(NOTARY, sale, new Grounds("MOOD", "NOT_46_3", "Талууд дарамттай байсан тул татгалзав.")).refusal().code()).isEqualTo("REFUSAL_CODE_NEEDED");
        assertThat(notarizations.refuse(NOTARY, sale, new Grounds("DURESS", "NOT_46_3", "Үгүй")).refusal().code()).isEqualTo("REFUSAL_GROUNDS_NEEDED");
        assertThat(notarizations.refuse(NOTARY, sale, new Grounds("DURESS", "CC_999", "Талууд дарамттай байсан тул татгалзав.")).refusal().code()).isEqualTo("REFUSAL_ARTICLE_NEEDED");
        var act = notarizations.refuse(NOTARY, sale, new Grounds("DURESS", "NOT_46_3", "Талууд дарамттай байсан тул татгалзав.")).get();

        assertThat(act.state()).isEqualTo(State.REFUSED);
        assertThat(act.number()).isNull();
        assertThat(contracts.document(act.paper()).orElseThrow().kind()).isEqualTo(DocumentKind.NOTARY_REFUSAL);
        assertThat(contracts.facts(act.paper())).extractingByKey("refusalArticle").asString().startsWith("Нотариатын тухай хууль 46.3");
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(sql.sql("select count(*) from notification.notifications where case_ref = ? and message = 'contractRefused'")
                .param(sale.number()).query(Long.class).single()).isEqualTo(2));
    }

    @Test
    void voidingIsANewEntryThatReachesTheStateRecord() {
        var sale = aContractBeforeTheNotary("SBD", false);
        var number = notarizations.certify(NOTARY, sale, ALL_WELL).get().number();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> notarizations.notarization(sale).orElseThrow().paper() != null);

        notarizations.voidEntry(sale, "Худалдаа цуцлагдсан");
        notarizations.voidEntry(sale, "Худалдаа цуцлагдсан");
        submissions.submitVoided();

        var entries = notarizations.registerBook(NOTARY, sale.number(), 10).get();
        assertThat(entries).extracting(BookEntry::kind).containsExactly("VOIDED", "CERTIFIED");
        assertThat(entries.get(0).voids()).isEqualTo(number);
        var day = clock.today().format(DateTimeFormatter.ofPattern("uuuu.MM.dd"));
        assertThat(notarizations.registerBook(NOTARY, day, 200).get()).extracting(BookEntry::number).contains(number);
        assertThat(notarizations.registerYear(NOTARY, clock.today().getYear()).get()).extracting(BookEntry::number).contains(number, entries.get(0).number()).isSorted();
        assertThat(notarizations.registerYear(NOTARY, 2020).get()).isEmpty();
        assertThat(entries.get(0).code()).isNotBlank();
        assertThat(notarizations.notarization(sale).orElseThrow().state()).isEqualTo(State.VOID);
        assertThat(contracts.document(notarizations.notarization(sale).orElseThrow().paper()).orElseThrow().state()).isEqualTo("VOID");
        assertThatThrownBy(() -> sql.sql("update notarization.book_entries set fee_mnt = 0").update()).hasMessageContaining("append-only");
    }

    @Test
    void hundredEntriesAtOnceAreNumberedWithoutGapsEvenWhenSomeAreUndone() throws Exception {
        var numbered = new Actor(id(19), "Нотариатч", Set.of(Role.NOTARY));
        notaries.appoint(new Notary(numbered.party(), 77, "TEST-NOT-0077", List.of("SBD"), ""));
        var cases = IntStream.range(0, 100).mapToObj(i -> anOpenAct()).toList();

        var threads = Executors.newFixedThreadPool(100);
        var tasks = IntStream.range(0, 100).<java.util.concurrent.Callable<String>>mapToObj(i -> () -> enter(cases.get(i), i % 5 == 0)).toList();
        var numbers = threads.invokeAll(tasks).stream().map(NotarizationsTests::result).filter(number -> number != null).sorted().toList();
        threads.shutdown();

        assertThat(numbers).hasSize(80);
        assertThat(numbers).containsExactlyElementsOf(IntStream.rangeClosed(1, 80)
                .mapToObj(seq -> String.format("NOT-%d-0077-%06d", java.time.Year.now().getValue(), seq)).toList());
    }

    @Test
    void bookIsSearchedByItsOwnNotaryOnly() {
        assertThat(notarizations.registerBook(new Actor(SELLER, "Seller", Set.of(Role.SELLER)), "", 10).refusal().code()).isEqualTo("NOT_A_NOTARY");
        assertThat(notarizations.registerBook(NOTARY, "no%such_thing", 10).get()).isEmpty();
    }

    private String enter(CaseRef sale, boolean undone) {
        return transaction.execute(status -> {
            var act = acts.lockLatest(sale).orElseThrow();
            var number = book.enterCertified(act, 77, parties.party(SELLER), parties.party(BUYER), "a".repeat(64));
            if (undone) {
                status.setRollbackOnly();
                return null;
            }
            return number;
        });
    }

    private static String result(java.util.concurrent.Future<String> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private CaseRef anOpenAct() {
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        notarizations.open(sale, request(UUID.randomUUID(), "SBD", false));
        notarizations.note(sale, Money.of(100_000), "SELLER", List.of(), List.of());
        return sale;
    }

    private CaseRef aContractBeforeTheNotary(String district, boolean solo) {
        return aContractBeforeTheNotary(request -> new Request(request.document(), request.registryNo(), district, request.value(), request.seller(), request.buyer(),
                solo, 1, false, false, false, false));
    }

    private CaseRef aContractBeforeTheNotary(UnaryOperator<Request> asked) {
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        var contract = contracts.draft(DocumentKind.SALE_CONTRACT, sale, DocumentFacts.of(DocumentKind.SALE_CONTRACT), List.of(SELLER, BUYER)).get();
        accept(contract, SELLER);
        accept(contract, BUYER);
        notarizations.open(sale, asked.apply(request(contract.id(), "SBD", false)));
        transaction.executeWithoutResult(status -> workflow.start("notarizeContract", sale,
                Values.of(Variable.text("documentId"), contract.id().toString())));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> workflow.isOpen(sale, "chooseSlot"));
        meetings.takeEarliest(new Actor(BUYER, "Buyer", Set.of(Role.BUYER)), sale, null).get();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> workflow.isOpen(sale, "certifyContract"));
        var today = clock.today();
        file.documents(sale).forEach(paper -> file.present(NOTARY, sale, paper.role(), paper.code(), today, today).get());
        return sale;
    }

    private static Request request(UUID contract, String district, boolean solo) {
        return new Request(contract, "Ү-2299000001", district, Money.of(285_000_000), SELLER, BUYER, solo, 1, false, false, false, false);
    }

    /** The code goes to the person's messages only; a test makes its own. */
    private void accept(DocumentView contract, PartyId signer) {
        sql.sql("insert into contract.acceptances values (?, ?, now(), ?, ?, ?)").params(contract.id(), signer.value(), contract.sha256(),
                people.seal(signer, "test", "contract.acceptances.device"), people.seal(signer, "-", "contract.acceptances.address")).update();
    }

    private void assertRefused(CaseRef sale, Checks checks, String code) {
        assertThat(notarizations.certify(NOTARY, sale, checks).refusal().code()).isEqualTo(code);
        assertThat(workflow.isOpen(sale, "certifyContract")).isTrue();
    }

    private BookEntry entry(String number) {
        return book.entry(number).orElseThrow();
    }

    private static PartyId id(int number) {
        return new PartyId(new UUID(0, number));
    }
}
