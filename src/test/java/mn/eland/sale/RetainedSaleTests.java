package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;

import java.util.List;
import java.util.Map;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.SignIn;
import mn.eland.edge.web.PapersTests;
import mn.eland.kernel.Money;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

/** A sale that goes on in spite of defects: a tenth stays in escrow until the buyer says that they are gone. */
class RetainedSaleTests extends SaleTest {

    @Test
    void theTenthIsPaidWhenTheBuyerHasConfirmedTheCure() throws Exception {
        var sale = registered();
        var seller = walk.person("temuulen");
        walk.doTask("temuulen", sale.caseRef(), "handOverKeys", Map.of("handedOverOn", walk.clock.today().toString(), "electricity", "1204",
                "coldWater", "88.4", "keys", "3"));
        walk.doTask("enkhjin", sale.caseRef(), "acceptHandover", Map.of("decision", "DEFECTS", "defects", "Цонх хаагдахгүй байна"));
        assertThat(walk.sales.cureDefects(seller, sale, null, true).refusal().code()).isEqualTo("RETENTION_NOT_OFFERED");
        photographed(sale, "Хаагдахгүй цонх");
        walk.doTask("temuulen", sale.caseRef(), "cureDefects", Map.of("decision", "CURED", "cured", "Цонхыг зассан"));
        walk.doTask("enkhjin", sale.caseRef(), "acceptHandover", Map.of("decision", "DEFECTS", "defects", "Цонх хаагдахгүй хэвээр", "retain", "true"));
        walk.doTask("temuulen", sale.caseRef(), "cureDefects", Map.of("decision", "RETAIN"));
        walk.sign(sale, "temuulen", "enkhjin");
        walk.approveRelease(sale);
        walk.until("the buyer is asked", () -> "task.confirmCure".equals(walk.sales.sale(walk.person("enkhjin"), sale).get().now().key()));

        assertThat(paidToSeller(sale)).containsExactly(Money.of(241_395_000));
        var act = walk.contracts.document(sale.caseRef(), DocumentKind.HANDOVER_ACT).map(DocumentView::id).orElseThrow();
        assertThat(walk.contracts.facts(act)).containsEntry("defects", "Цонх хаагдахгүй хэвээр");
        assertThat((String) walk.contracts.facts(act).get("photos")).matches("Хаагдахгүй цонх \\(SHA-256 [0-9a-f]{12}…\\)");
        walk.doTask("enkhjin", sale.caseRef(), "confirmCure", Map.of("cured", "true"));
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(paidToSeller(sale)).containsExactly(Money.of(241_395_000), Money.of(28_500_000));
        assertThat(walk.sales.timeline(seller, sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("defectsNamed", "defectsCured", "retentionOffered", "retentionAgreed", "cureConfirmed", "retentionEnded");
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    /** The buyer shows what is wrong; the other side sees it on the page of the deal. */
    private void photographed(SaleId sale, String title) throws Exception {
        mvc.perform(get("/deals/" + sale + "?lang=en").with(SignIn.as("enkhjin"))).andExpect(content().string(allOf(containsString("Photographs of the handover"),
                not(containsString("Bring the missing paper")))));
        mvc.perform(multipart("/deals/" + sale + "/papers").file(new MockMultipartFile("file", "a.png", null, PapersTests.file("png"))).param("title", title)
                .with(csrf()).with(SignIn.as("enkhjin"))).andExpect(flash().attribute("doneKey", "sale.papers.brought"));
        mvc.perform(get("/deals/" + sale).with(SignIn.as("temuulen"))).andExpect(content().string(containsString(title)));
    }

    private List<Money> paidToSeller(SaleId sale) {
        return walk.payments.postings(sale.caseRef()).stream().filter(posting -> posting.kind().equals("SELLER_PAID"))
                .map(posting -> posting.amount()).toList();
    }
}
