package mn.eland.contract.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

@ElandTest
@RecordApplicationEvents
class DocumentPagesTests {

    @Autowired WebApplicationContext context;
    @Autowired Contracts contracts;
    @Autowired Workflow workflow;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEvents events;

    private MockMvc mvc;
    private DocumentView document;

    @BeforeEach
    void aContractOfTemuulenAndEnkhjin() {
        mvc = SignIn.mvc(context);
        var sale = transaction.execute(status -> workflow.nextNumber('S'));
        document = contracts.draft(DocumentKind.SALE_CONTRACT, sale, DocumentFacts.of(DocumentKind.SALE_CONTRACT),
                List.of(new PartyId(new UUID(0, 1)), new PartyId(new UUID(0, 3)))).get();
    }

    @Test
    void signerReadsTheTermsAndTheWordingBeforeAccepting() throws Exception {
        mvc.perform(get(page()).with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Худалдах, худалдан авах гэрээ"), containsString("285\u202F000\u202F000"),
                        containsString("Зөвшөөрснөөр та гэрээний бүх нөхцөлд"), containsString("1. Нийтлэг үндэслэл"),
                        containsString(document.sha256()))));
        mvc.perform(get(page() + "?lang=en").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(containsString("By accepting you are bound by all terms")));
    }

    @Test
    void strangerFindsNothing() throws Exception {
        mvc.perform(get(page()).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get(page() + "/pdf").with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(post(page() + "/accept").param("code", "123456").with(csrf()).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        mvc.perform(get(api()).with(SignIn.as("nomin"))).andExpect(status().isNotFound()).andExpect(jsonPath("$.code").value("DOCUMENT_NOT_FOUND"));
    }

    @Test
    void aReaderSeesWhatChangedSinceAnyVersion() throws Exception {
        var renewed = contracts.draft(DocumentKind.SALE_CONTRACT, document.caseRef(), DocumentFacts.of(DocumentKind.SALE_CONTRACT,
                "price", Money.of(280_000_000), "leased", true), List.of(new PartyId(new UUID(0, 1)), new PartyId(new UUID(0, 3)))).get();
        var changes = "/documents/" + renewed.id() + "/changes";

        mvc.perform(get(changes).with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(document.number()), containsString("<del>285</del>"),
                        containsString("<ins>280</ins>"), containsString("Нэмсэн"))));
        mvc.perform(get("/api/v1/contracts/" + document.id() + "/changes?from=" + renewed.id()).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.from").value(renewed.number()))
                .andExpect(jsonPath("$.to").value(document.number()))
                .andExpect(jsonPath("$.changes[?(@.state == 'REMOVED')]").isNotEmpty());
        mvc.perform(get(page() + "/changes?from=" + UUID.randomUUID()).with(SignIn.as("enkhjin"))).andExpect(status().isNotFound());
        mvc.perform(get(changes).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
    }

    @Test
    void signerAcceptsWithTheCode() throws Exception {
        mvc.perform(post(page() + "/code").param("understood", "true").with(csrf()).with(SignIn.as("enkhjin")))
                .andExpect(redirectedUrl(page() + "#accept")).andExpect(flash().attribute("doneKey", "contract.accept.sent"));
        var code = events.stream(CodeIssued.class).filter(issued -> issued.document().equals(document.id())).findFirst().orElseThrow().code();
        mvc.perform(get(page()).with(SignIn.as("enkhjin")))
                .andExpect(content().string(containsString("autocomplete=\"one-time-code\"")));

        mvc.perform(post(page() + "/accept").param("code", code).header("User-Agent", "Test phone").with(csrf()).with(SignIn.as("enkhjin")))
                .andExpect(redirectedUrl(page())).andExpect(flash().attribute("doneKey", "contract.accept.done"));

        assertThat(contracts.document(document.id()).orElseThrow().acceptances()).singleElement()
                .satisfies(acceptance -> assertThat(acceptance.device()).isEqualTo("Test phone"));
        mvc.perform(get(page()).with(SignIn.as("enkhjin"))).andExpect(content().string(allOf(containsString("Та зөвшөөрсөн"), not(containsString("one-time-code")))));
    }

    @Test
    void codeIsSentOnlyToThoseWhoSayTheyHaveRead() throws Exception {
        mvc.perform(post(page() + "/code").with(csrf()).with(SignIn.as("temuulen"))).andExpect(flash().attribute("refusedCode", "NOT_READ"));
        mvc.perform(post(page() + "/accept").param("code", "12").with(csrf()).with(SignIn.as("temuulen"))).andExpect(flash().attribute("refusedCode", "CODE_MISSING"));
    }

    @Test
    void pdfCarriesItsHash() throws Exception {
        mvc.perform(get(page() + "/pdf").with(SignIn.as("temuulen"))).andExpect(status().isOk())
                .andExpect(content().contentType("application/pdf")).andExpect(header().string("ETag", "\"" + document.sha256() + "\""));
    }

    @Test
    void programsReadRequestAndAccept() throws Exception {
        mvc.perform(get(api()).with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.awaitsYou").value(true)).andExpect(jsonPath("$.sha256").value(document.sha256()));
        mvc.perform(post(api() + "/code").header("Idempotency-Key", "code-" + document.id()).with(SignIn.as("enkhjin"))).andExpect(status().isNoContent());
        mvc.perform(post(api() + "/accept").header("Idempotency-Key", "wrong-" + document.id()).contentType("application/json")
                        .content("{\"code\":\"x\"}").with(SignIn.as("enkhjin")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value("CODE_WRONG")).andExpect(jsonPath("$.field").value("code"));
        var code = events.stream(CodeIssued.class).filter(issued -> issued.document().equals(document.id())).findFirst().orElseThrow().code();
        mvc.perform(post(api() + "/accept").header("Idempotency-Key", "right-" + document.id()).contentType("application/json")
                        .content("{\"code\":\"" + code + "\"}").with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.accepted").value(1)).andExpect(jsonPath("$.awaitsYou").value(false));
        mvc.perform(get("/api/v1/contracts").param("case", document.caseRef().number()).with(SignIn.as("enkhjin"))).andExpect(jsonPath("$[0].id").value(document.id().toString()));
    }

    @Test
    void anyoneChecksADocumentWithoutLearningWhoThePartiesAre() throws Exception {
        mvc.perform(get("/verify/" + document.verificationCode())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(document.sha256()), containsString("0 / 2"), not(containsString("Тэмүүлэн")), not(containsString("ЯЯ88")))));
        mvc.perform(get("/verify/22222222AAAA")).andExpect(status().isNotFound()).andExpect(content().string(containsString("Ийм кодтой баримт алга")));
        mvc.perform(get("/verify")).andExpect(status().isOk());
        mvc.perform(get("/api/v1/verifications/" + document.verificationCode())).andExpect(jsonPath("$.state").value("VALID"))
                .andExpect(content().string(not(containsString("Тэмүүлэн"))));
    }

    @Test
    void aChangedFileIsFoundOut() throws Exception {
        byte[] original;
        try (var pdf = contracts.pdf(document.id())) {
            original = pdf.readAllBytes();
        }
        var changed = original.clone();
        changed[original.length / 2]++;

        mvc.perform(multipart("/verify/" + document.verificationCode()).file(new MockMultipartFile("file", original)).with(csrf()))
                .andExpect(content().string(containsString("яг таарч байна")));
        mvc.perform(multipart("/verify/" + document.verificationCode()).file(new MockMultipartFile("file", changed)).with(csrf()))
                .andExpect(content().string(containsString("эх баримтаас өөр байна")));
    }

    @Test
    void aFileThatIsNotWhatItSaysIsNamedSo() throws Exception {
        var picture = new MockMultipartFile("file", "contract.pdf", "application/pdf", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10});

        mvc.perform(multipart("/verify/" + document.verificationCode()).file(picture).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("FILE_NOT_PDF"), containsString("PDF биш"), not(containsString("эх баримтаас өөр")))));
        mvc.perform(multipart("/verify/" + document.verificationCode()).file(new MockMultipartFile("file", new byte[0])).param("lang", "en").with(csrf()))
                .andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("FILE_MISSING")));
        mvc.perform(post("/verify/" + document.verificationCode()).with(csrf())).andExpect(content().string(containsString("FILE_MISSING")));
    }

    @Test
    void theRegisterBookIsForNotaries() throws Exception {
        mvc.perform(get("/notary/book").with(SignIn.as("anudari"))).andExpect(status().isOk());
        mvc.perform(get("/notary/book").with(SignIn.as("enkhjin"))).andExpect(status().isForbidden());
        mvc.perform(get("/api/v1/notarizations").with(SignIn.as("anudari"))).andExpect(status().isOk());
    }

    private String page() {
        return "/documents/" + document.id();
    }

    private String api() {
        return "/api/v1/contracts/" + document.id();
    }
}
