package mn.eland.contract.web;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayOutputStream;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.contract.DocumentFacts;
import mn.eland.contract.DocumentKind;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.signing.Signatory;
import mn.eland.contract.signing.Signing;
import mn.eland.edge.SignIn;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

@ElandTest
class SignaturePagesTests {

    private static final String PAGE = "/verify/signatures";
    private static final String CALL = "/api/v1/verifications/signatures";

    @Autowired WebApplicationContext context;
    @Autowired Signatory signatory;
    @Autowired DocumentPrinter printer;
    @Autowired ElandClock clock;

    private MockMvc mvc;
    private byte[] plain;
    private byte[] signed;

    @BeforeEach
    void aSignedPaper() {
        mvc = SignIn.mvc(context);
        var printed = printer.print(DocumentKind.HANDOVER_ACT.template(), new Imprint("S-2026-000001/H1", 1, "ABCD2345WXYZ", clock.instant(), 1),
                DocumentFacts.of(DocumentKind.HANDOVER_ACT));
        plain = printed.pdf();
        signed = signatory.sign(plain, new Signing(new PartyId(UUID.randomUUID()), "Баярын Энхжин", "туршилт", 0, printed.pages(), "туршилт", clock.instant()));
    }

    @Test
    void anyoneLearnsWhoSignedAndThatTheFileIsWhole() throws Exception {
        mvc.perform(get(PAGE)).andExpect(status().isOk()).andExpect(content().string(containsString("Гарын үсэг шалгах")));

        mvc.perform(multipart(PAGE).file(file(signed)).with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Бүх гарын үсэг хүчинтэй"), containsString("Баярын Энхжин"), containsString("PAdES-BASELINE-T"))));
        mvc.perform(multipart(PAGE).file(file(plain)).param("lang", "en").with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(containsString("This file has no electronic signature")));
    }

    @Test
    void aChangedByteIsToldInPlainWords() throws Exception {
        var changed = signed.clone();
        changed[2_000] ^= 1;

        mvc.perform(multipart(PAGE).file(file(changed)).param("lang", "en").with(csrf())).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("The file was changed after it was signed"), containsString("bytes 0 to"), not(containsString("Every signature holds")))));
    }

    @Test
    void whatIsNoOpenPdfIsRefusedClearly() throws Exception {
        mvc.perform(multipart(PAGE).file(file(scripted())).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString("PDF_RUNS"), containsString("скрипт"))));
        mvc.perform(multipart(PAGE).file(file("text".getBytes())).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("FILE_NOT_PDF")));
        mvc.perform(multipart(PAGE).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString("FILE_MISSING")));
    }

    @Test
    void programsGetTheSameReport() throws Exception {
        mvc.perform(multipart(CALL).file(file(signed)).header("Idempotency-Key", "check-" + UUID.randomUUID()).with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.whole").value(true)).andExpect(jsonPath("$.signatures[0].signer").value("Баярын Энхжин"))
                .andExpect(jsonPath("$.signatures[0].verdict").value("VALID"));
        mvc.perform(multipart(CALL).file(file(scripted())).header("Idempotency-Key", "check-" + UUID.randomUUID()).with(SignIn.as("enkhjin")))
                .andExpect(status().isUnprocessableEntity()).andExpect(jsonPath("$.code").value("PDF_RUNS")).andExpect(jsonPath("$.field").value("file"));
    }

    private static MockMultipartFile file(byte[] content) {
        return new MockMultipartFile("file", "contract.pdf", "application/pdf", content);
    }

    private static byte[] scripted() throws Exception {
        try (var pdf = new PDDocument()) {
            pdf.addPage(new PDPage());
            pdf.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('x')"));
            var file = new ByteArrayOutputStream();
            pdf.save(file);
            return file.toByteArray();
        }
    }
}
