package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.contract.brought.BroughtPapers;
import mn.eland.contract.brought.BroughtPapers.NewPaper;
import mn.eland.edge.SignIn;
import mn.eland.edge.web.PapersTests;
import mn.eland.kernel.Outcome;
import mn.eland.payment.Payments.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** The notary misses a paper, and the buyer, who has it, brings it to the deal. */
@ElandTest
class MissingPapersTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    private SaleWalk walk;
    private MockMvc mvc;
    private byte[] pdf;

    @BeforeEach
    void walk() throws Exception {
        pdf = PapersTests.file("pdf");
        walk = new SaleWalk(context, simulators);
        mvc = SignIn.mvc(context);
    }

    @Test
    void aPartyBringsWhatTheNotaryMissedAndAgentAndNotaryReadIt() throws Exception {
        var sale = signed("enkhjin", 205_000_000);
        var pages = "/deals/" + sale + "/papers";
        var calls = "/api/v1/sales/" + sale + "/papers";
        mvc.perform(bring(pages, "enkhjin", "Гэрчилгээ", "a.pdf", "pdf").with(csrf())).andExpect(flash().attribute("refusedCode", "PAPERS_NOT_ASKED"));
        walk.doTask("anudari", sale.caseRef(), "certifyContract", Map.of("decision", "REFUSE", "refusalCode", "INCOMPLETE_DOCS", "refusalArticle", "NOT_I_2_2",
                "refusalGrounds", "Гэрлэлтийн гэрчилгээ алга", "identifiedBy", "ID_CARD_CHIP", "language", "MONGOLIAN"));
        walk.until("the agent is asked", () -> walk.workflow.isOpen(sale.caseRef(), "fixDocuments"));

        assertThat(page("/deals/" + sale, "enkhjin")).contains("Bring the missing paper", "PDF, JPEG or PNG, up to 5 MB.",
                "If you have the paper, attach it on this page.", "href=\"/deals/" + sale + "#papers\"");
        assertThat(page("/deals/" + sale, "tulga")).contains("A party or the agent brings it").doesNotContain("Bring the missing paper", "#papers\"");
        for (var faulty : List.of(bring(pages, "enkhjin", "Гэрчилгээ", "a.pdf", "png"), bring(pages, "enkhjin", " ", "a.pdf", "pdf"),
                bring(pages, "enkhjin", "Г".repeat(121), "a.pdf", "pdf"))) {
            mvc.perform(faulty.with(csrf())).andExpect(redirectedUrl("/deals/" + sale + "#papers")).andExpect(flash().attributeExists("refusedCode"));
        }
        mvc.perform(bring(calls, "nomin", "Гэрчилгээ", "a.pdf", "pdf").header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isNotFound());
        mvc.perform(bring(pages, "enkhjin", "Гэрлэлтийн гэрчилгээ", "a.pdf", "pdf").with(csrf())).andExpect(flash().attribute("doneKey", "sale.papers.brought"));
        mvc.perform(bring(calls, "temuulen", "Дахин", "b.pdf", "pdf").header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isOk())
                .andExpect(jsonPath("$.title").value("Гэрлэлтийн гэрчилгээ"));
        mvc.perform(bring(calls, "munkhzul", "Лавлагаа", "c.png", "png").header("Idempotency-Key", UUID.randomUUID())).andExpect(status().isOk());

        mvc.perform(get(calls).with(SignIn.as("tulga"))).andExpect(jsonPath("$.length()").value(2)).andExpect(jsonPath("$[0].type").value("application/pdf"));
        var paper = context.getBean(BroughtPapers.class).of(sale.caseRef()).get(0);
        for (var reader : List.of("enkhjin", "temuulen", "munkhzul", "anudari")) {
            mvc.perform(get(paper.href()).with(SignIn.as(reader))).andExpect(status().isOk()).andExpect(content().contentType("application/pdf"))
                    .andExpect(header().string(HttpHeaders.CONTENT_DISPOSITION, org.hamcrest.Matchers.startsWith("attachment")));
        }
        mvc.perform(get(paper.href()).with(SignIn.as("nomin"))).andExpect(status().isNotFound());
        assertThat(page("/deals/" + sale, "temuulen")).contains("Гэрлэлтийн гэрчилгээ", paper.href(), "A missing paper has come");
        assertThat(page("/tasks/" + task("munkhzul", sale, "fixDocuments"), "munkhzul")).contains("Attached paper: Гэрлэлтийн гэрчилгээ", paper.href());

        walk.doTask("munkhzul", sale.caseRef(), "fixDocuments", Map.of("decision", "BROUGHT", "paperNo", "Г-114", "note", "Хавсаргасан"));
        walk.until("a time to meet the notary is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "chooseSlot"));
        walk.meetNotary(sale);
        walk.until("the notary is asked again", () -> walk.workflow.isOpen(sale.caseRef(), "certifyContract"));
        assertThat(page("/tasks/" + task("anudari", sale, "certifyContract"), "anudari")).contains("Attached paper: Гэрлэлтийн гэрчилгээ", paper.href());
        assertThat(page("/deals/" + sale, "enkhjin")).doesNotContain("Bring the missing paper");
    }

    @Test
    void aCaseTakesSoManyPapersAndNoMore() {
        var papers = context.getBean(BroughtPapers.class);
        var sale = walk.workflow.nextNumber('S');
        var buyer = walk.person("enkhjin");

        var brought = java.util.stream.IntStream.rangeClosed(1, 21).mapToObj(n -> papers.bring(buyer, sale, new NewPaper("Баримт " + n, "image/png", ("" + n).getBytes(StandardCharsets.UTF_8))))
                .toList();

        assertThat(brought.subList(0, 20)).allMatch(Outcome::isDone);
        assertThat(brought.get(20).refusal().code()).isEqualTo("PAPERS_TOO_MANY");
        assertThat(papers.bring(buyer, sale, new NewPaper("Дахин", "image/png", "7".getBytes(StandardCharsets.UTF_8))).get().title()).isEqualTo("Баримт 7");
        assertThat(papers.of(sale, buyer)).as("a case nobody knows").isEmpty();
    }

    private SaleId signed(String buyer, long price) {
        var sale = walk.offer(buyer, walk.publishedFlat(price), price);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", buyer);
        walk.payByQr(buyer, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        walk.payByQr(buyer, sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", buyer);
        walk.until("the notary is asked", () -> walk.workflow.isOpen(sale.caseRef(), "certifyContract"));
        return sale;
    }

    private MockHttpServletRequestBuilder bring(String path, String who, String title, String name, String format) throws Exception {
        return multipart(path).file(new MockMultipartFile("file", name, null, format.equals("pdf") ? pdf : PapersTests.file(format))).param("title", title).with(SignIn.as(who));
    }

    private String task(String name, SaleId sale, String key) {
        return walk.workflow.openTasks(walk.person(name), sale.caseRef()).stream().filter(task -> task.taskKey().equals(key)).findFirst().orElseThrow().id();
    }

    private String page(String path, String who) throws Exception {
        return mvc.perform(get(path + "?lang=en").with(SignIn.as(who))).andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
