package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import java.util.UUID;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Money;
import mn.eland.sale.dispute.Dispute;
import mn.eland.sale.dispute.Disputes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Disputes over money on the whole application: pages, calls, tasks, and where the money ends. */
class DisputedSaleTests extends SaleTest {

    private static final String ABOUT = "Гал тогооны тавилга гэрээнд заасныг оруулаагүй байна";

    @Autowired Disputes disputes;
    @Autowired JdbcClient jdbc;

    @AfterEach
    void nothingIsFrozenWithoutALiveCase() {
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        assertThat(jdbc.sql("""
                select a.path from payment.accounts a join payment.balances b on b.account_id = a.id
                where a.path like '2130 / % / dispute' and not exists (select from sale.disputes d
                    where a.path = '2130 / ' || d.sale || ' / dispute' and d.ended_at is null)
                group by a.path having sum(b.amount) <> 0""").query(String.class).list()).isEmpty();
    }

    @Test
    void theSaleEndsWhileTheMediatorHearsThePartiesAndThenTheSumIsPaidAsSettled() throws Exception {
        var sale = registered();
        mvc.perform(get("/deals/" + sale + "/dispute").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Маргаан үүсгэх"), containsString("Дараа нь юу болох вэ?"), containsString(Money.of(269_895_000).toString()))));
        mvc.perform(get("/deals/" + sale + "/dispute?lang=en").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Open a dispute"), containsString("The most you can dispute"), not(containsString("??")))));
        mvc.perform(post("/deals/" + sale + "/dispute").param("sum", "300000000").param("about", ABOUT).param("understood", "true")
                        .with(SignIn.as("enkhjin")).with(csrf())).andExpect(status().isUnprocessableEntity())
                .andExpect(content().string(allOf(containsString(Money.of(269_895_000).toString()), containsString(ABOUT))));
        mvc.perform(post("/deals/" + sale + "/dispute").param("sum", "5000000").param("about", ABOUT).param("understood", "true")
                .with(SignIn.as("enkhjin")).with(csrf())).andExpect(redirectedUrl("/deals/" + sale));
        assertThat(walk.payments.escrow(sale.caseRef()).frozen()).isEqualTo(Money.of(5_000_000));

        walk.doTask("temuulen", sale.caseRef(), "answerDispute", Map.of("reply", "REFUSE", "words", "Тавилгыг гэрээнд заагаагүй"));
        walk.handOver("enkhjin", sale);
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");
        assertThat(paid(sale, "SELLER_PAID")).isEqualTo(Money.of(264_895_000));
        mvc.perform(get("/deals/" + sale + "?lang=en").with(SignIn.as("khulan"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("A mediator hears the parties"), containsString("Record the result"))));
        walk.doTask("khulan", sale.caseRef(), "mediateDispute", Map.of("result", "SETTLED", "toBuyerMnt", "2000000", "note", "Тавилгын үнийн талыг буцаахаар тохиров"));
        walk.until("the dispute is paid", () -> !latest(sale).isLive());

        assertThat(latest(sale)).returns("MEDIATED", Dispute::outcome).returns(Money.of(3_000_000), Dispute::toSeller);
        assertThat(paid(sale, "DISPUTE_REFUNDED")).isEqualTo(Money.of(2_000_000));
        assertThat(paid(sale, "DISPUTE_RELEASED")).isEqualTo(Money.of(3_000_000));
        assertThat(walk.sales.timeline(walk.person("temuulen"), sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("disputeOpened", "disputeAnswered.REFUSE", "stage.COMPLETED", "disputeMediated", "disputeEnded.MEDIATED");
        mvc.perform(get("/deals/" + sale).with(SignIn.as("temuulen"))).andExpect(content().string(containsString("Зуучлагчийн дэргэд эвлэрсэн")));
    }

    @Test
    void aDealThatIsCalledOffLeavesTheDisputeToItsAward() throws Exception {
        var sale = funding();
        mvc.perform(post("/api/v1/sales/" + sale + "/disputes").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"sumMnt\": 8000000, \"about\": \"" + ABOUT + "\"}").with(SignIn.as("temuulen")))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.waitsFor").value("answerDispute"));
        mvc.perform(post("/api/v1/sales/" + sale + "/disputes").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"sumMnt\": 1, \"about\": \"" + ABOUT + "\"}").with(SignIn.as("enkhjin")))
                .andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("DISPUTE_EXISTS"));
        assertThat(walk.sales.consequencesOfWithdrawal(walk.person("enkhjin"), sale).get().toSeller()).isEqualTo(Money.of(20_500_000));

        walk.sales.withdraw(walk.person("enkhjin"), sale, "Санаагаа өөрчилсөн").get();
        walk.until("the rest is divided", () -> paid(sale, "SHARE_PAID").isPositive());
        assertThat(paid(sale, "SHARE_PAID")).isEqualTo(Money.of(20_500_000));
        assertThat(walk.payments.escrow(sale.caseRef()).frozen()).isEqualTo(Money.of(8_000_000));
        walk.doTask("enkhjin", sale.caseRef(), "answerDispute", Map.of("reply", "SPLIT", "toClaimantMnt", "1000000", "words", "Нэг саяыг өгье гэж бодож байна"));
        walk.doTask("temuulen", sale.caseRef(), "answerSplit", Map.of("decision", "REFUSE"));
        walk.doTask("khulan", sale.caseRef(), "mediateDispute", Map.of("result", "NONE", "note", "Талууд санал нийлсэнгүй"));
        walk.doTask("suvd", sale.caseRef(), "enterAward", Map.of("awardNo", "АР-2026/41", "toBuyerMnt", "3000000", "grounds", "Арбитрын шийдвэр хүчинтэй болсон"));
        walk.doTask("erkhembayar", sale.caseRef(), "confirmAward", Map.of("decision", "APPROVE"));
        walk.until("the award is paid", () -> !latest(sale).isLive());

        assertThat(paid(sale, "DISPUTE_REFUNDED")).isEqualTo(Money.of(3_000_000));
        assertThat(paid(sale, "DISPUTE_RELEASED")).isEqualTo(Money.of(5_000_000));
    }

    @Test
    void theClaimantMayWithdrawAndTheSumIsPartOfThePriceAgain() throws Exception {
        var sale = funding();
        var opened = disputes.open(walk.person("enkhjin"), sale, Money.of(8_000_000), ABOUT);
        assertThat(opened.get().respondentName()).isEqualTo(walk.view(sale).sellerName());
        assertThat(disputes.withdraw(walk.person("temuulen"), sale).refusal().code()).isEqualTo("CLAIMANT_ONLY");

        mvc.perform(post("/deals/" + sale + "/dispute/withdraw").with(SignIn.as("enkhjin")).with(csrf())).andExpect(redirectedUrl("/deals/" + sale));
        walk.until("the claim is closed", () -> !latest(sale).isLive());

        assertThat(walk.payments.escrow(sale.caseRef()).held()).isEqualTo(Money.of(28_500_000));
        assertThat(disputes.withdraw(walk.person("enkhjin"), sale).refusal().code()).isEqualTo("DISPUTE_UNKNOWN");
        assertThat(disputes.open(walk.person("enkhjin"), sale, Money.of(28_500_001), ABOUT).refusal().code()).isEqualTo("DISPUTE_SUM");
        assertThat(disputes.open(walk.person("enkhjin"), sale, Money.of(1), "богино").refusal().field()).isEqualTo("about");
        assertThat(disputes.open(walk.person("munkhzul"), sale, Money.of(1), ABOUT).refusal().code()).isEqualTo("NOT_A_PARTY");
    }

    private Dispute latest(SaleId sale) {
        return disputes.of(sale.caseRef()).get(0);
    }
}
