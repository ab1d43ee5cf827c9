package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import mn.eland.edge.SignIn;
import mn.eland.edge.web.PapersTests;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.PostingView;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;

/** Whole sales whose tax the seller pays alone, or means to. */
class SellerPaysTaxTests extends SaleTest {

    @Test
    void aSellerWithAReceiptGetsThePriceWithoutTheTax() throws Exception {
        var sale = atTheNotary("enkhjin", 285_000_000);
        assertThat(page(sale, "temuulen")).contains("You may also pay it yourself and show the receipt.", "Pay the tax myself");
        assertThat(page(sale, "enkhjin")).doesNotContain("Pay the tax myself");
        mvc.perform(post("/deals/" + sale + "/tax").with(SignIn.as("temuulen")).with(csrf()).param("payer", "SELLER"))
                .andExpect(redirectedUrl("/deals/" + sale + "#tax"));
        walk.certify(sale);
        walk.until("the receipt is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "uploadTaxReceipt"));

        assertThat(mvc.perform(get("/deals/" + sale + "/tax-receipt?lang=en").with(SignIn.as("temuulen"))).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8)).contains("Receipt of the tax office", "PDF, JPEG or PNG, up to 5 MB.");
        mvc.perform(shows(sale, "/deals/" + sale + "/tax-receipt", "баримт.pdf", "png").with(csrf()))
                .andExpect(redirectedUrl("/deals/" + sale + "/tax-receipt")).andExpect(flash().attribute("refusedCode", "FILE_NOT_A_PAPER"));
        mvc.perform(shows(sale, "/deals/" + sale + "/tax-receipt", "баримт.png", "png").with(csrf())).andExpect(redirectedUrl("/deals/" + sale + "#tax"));
        walk.doTask("suvd", sale.caseRef(), "checkTaxReceipt", Map.of("decision", "SEND_BACK", "reason", "Дүн уншигдахгүй байна"));
        assertThat(page(sale, "temuulen")).contains("Дүн уншигдахгүй байна", "Show the tax receipt");
        mvc.perform(shows(sale, "/api/v1/sales/" + sale + "/tax-receipt", "баримт.pdf", "pdf").header("Idempotency-Key", UUID.randomUUID()))
                .andExpect(status().isOk()).andExpect(jsonPath("$.state").value("WAITING")).andExpect(jsonPath("$.amountMnt").value(5_700_000));
        mvc.perform(get("/deals/" + sale + "/tax-receipt/file").with(SignIn.as("suvd"))).andExpect(content().contentType("application/pdf"));
        walk.doTask("suvd", sale.caseRef(), "checkTaxReceipt", Map.of("decision", "ACCEPT"));
        walk.untilStage(sale, "REGISTRATION");

        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        var settlement = walk.sales.dossier(walk.person("temuulen"), sale).get().settlement();
        assertThat(settlement.tax()).isEqualTo(Money.ZERO);
        assertThat(settlement.sellerNet()).isEqualTo(Money.of(275_595_000));
        assertThat(page(sale, "temuulen")).contains("Tax paid by the seller");
        walk.handOver("enkhjin", sale);
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(walk.payments.postings(sale.caseRef())).extracting(PostingView::kind).doesNotContain("TAX_ADVANCED", "TAX_SET_ASIDE", "TAX_PAID");
        assertThat(paid(sale, "SELLER_PAID")).isEqualTo(Money.of(275_595_000));
        assertThat(walk.payments.escrow(sale.caseRef()).held()).isEqualTo(Money.ZERO);
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        aReceiptPaysOneSaleOnly();
    }

    /** The same number for another sale is not taken; the receipt that does not come in time is not waited for. */
    private void aReceiptPaysOneSaleOnly() throws Exception {
        var sale = atTheNotary("nomin", 200_000_000);
        mvc.perform(post("/api/v1/sales/" + sale + "/tax").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("temuulen"))
                .contentType("application/json").content("{\"payer\": \"SELLER\"}")).andExpect(jsonPath("$.payer").value("SELLER"));
        walk.certify(sale);
        walk.until("the receipt is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "uploadTaxReceipt"));
        mvc.perform(shows(sale, "/api/v1/sales/" + sale + "/tax-receipt", "a.jpg", "jpeg").header("Idempotency-Key", UUID.randomUUID()))
                .andExpect(status().isOk());

        var task = walk.workflow.openTasks(walk.person("suvd"), sale.caseRef()).get(0);
        mvc.perform(post("/api/v1/tasks/" + task.id() + "/complete").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("suvd"))
                .contentType("application/json").content("{\"decision\": \"ACCEPT\"}")).andExpect(jsonPath("$.code").value("TAX_RECEIPT_USED"));
        walk.doTask("suvd", sale.caseRef(), "checkTaxReceipt", Map.of("decision", "SEND_BACK", "reason", "Өөр худалдааны баримт"));
        walk.clock.passes(Duration.ofDays(6));
        walk.untilStage(sale, "REGISTRATION");

        assertThat(paid(sale, "TAX_PAID")).isEqualTo(Money.of(4_000_000));
        assertThat(walk.sales.timeline(walk.person("temuulen"), sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("taxBySeller", "taxReceiptShown", "taxReceiptSentBack", "taxUnshown");
        mvc.perform(post("/api/v1/sales/" + sale + "/tax").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("temuulen"))
                .contentType("application/json").content("{\"payer\": \"ESCROW\"}")).andExpect(jsonPath("$.code").value("TAX_CHOICE_OVER"));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    private MockMultipartHttpServletRequestBuilder shows(SaleId sale, String path, String name, String format) throws Exception {
        var file = new MockMultipartFile("file", name, null, PapersTests.file(format));
        return (MockMultipartHttpServletRequestBuilder) multipart(path).file(file).param("receiptNo", "ТЕГ-2026/7741")
                .param("paidOn", walk.clock.today().toString()).with(SignIn.as("temuulen"));
    }

    private String page(SaleId sale, String name) throws Exception {
        return mvc.perform(get("/deals/" + sale).header("Accept-Language", "en").with(SignIn.as(name))).andReturn().getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
