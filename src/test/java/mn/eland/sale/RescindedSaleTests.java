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
import mn.eland.contract.Contracts;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.rescission.Rescission;
import mn.eland.sale.rescission.Rescissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Sales that both parties end by agreement, on the whole application. */
class RescindedSaleTests extends SaleTest {

    private static final String REASON = "Хоёулаа больё гэж ярилцсан";

    @Autowired Rescissions rescissions;

    @AfterEach
    void back() {
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void theDepositIsDividedAsTheOtherHasAcceptedWithACode() throws Exception {
        var sale = funding();
        mvc.perform(get("/deals/" + sale + "/rescission").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Тохиролцож дуусгах"), containsString("Дэнчинг яах вэ?"), containsString(Money.of(28_500_000).toString()))));
        mvc.perform(get("/deals/" + sale + "/rescission?lang=en").with(SignIn.as("enkhjin"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("End by agreement"), containsString("What becomes of the deposit?"), not(containsString("??")))));
        mvc.perform(post("/deals/" + sale + "/rescission").param("terms", "SPLIT").param("sellerPct", "140").param("reason", REASON).param("understood", "true")
                .with(SignIn.as("enkhjin")).with(csrf())).andExpect(status().isUnprocessableEntity()).andExpect(content().string(containsString(REASON)));
        mvc.perform(post("/deals/" + sale + "/rescission").param("terms", "SPLIT").param("sellerPct", "40").param("reason", REASON).param("understood", "true")
                .with(SignIn.as("enkhjin")).with(csrf())).andExpect(redirectedUrl("/deals/" + sale));
        assertThat(rescissions.propose(walk.person("temuulen"), sale, 0, REASON).refusal().code()).isEqualTo("RESCISSION_OPEN");
        mvc.perform(get("/deals/" + sale + "?lang=en").with(SignIn.as("temuulen"))).andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("Proposal to end by agreement"), containsString("Read and accept"))));

        var document = latest(sale).document();
        mvc.perform(get("/documents/" + document).with(SignIn.as("temuulen"))).andExpect(status().isOk()).andExpect(content().string(containsString(REASON)));
        var seller = walk.person("temuulen");
        assertThat(walk.contracts.accept(document, seller, "000000", new Contracts.Evidence("test", "127.0.0.1")).refusal().code()).isEqualTo("CODE_MISSING");
        walk.acceptByCode("temuulen", sale, document);
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the deposit is divided", () -> paid(sale, "REFUND_PAID").isPositive());

        assertThat(walk.view(sale)).returns("RESCISSION_AGREED", Sales.SaleView::endReason);
        assertThat(paid(sale, "SHARE_PAID")).isEqualTo(Money.of(11_400_000));
        assertThat(paid(sale, "REFUND_PAID")).isEqualTo(Money.of(17_100_000));
        walk.until("the property is free", () -> "MUTUAL".equals(walk.view(sale).depositCode()));
        assertThat(walk.register.listing(walk.view(sale).listing()).orElseThrow().state().name()).isEqualTo("PUBLISHED");
        assertThat(latest(sale).answer()).isEqualTo("ACCEPTED");
        walk.until("the agreement is signed", () -> {
            var agreement = walk.contracts.document(document).orElseThrow();
            return walk.contracts.verify(agreement.verificationCode()).orElseThrow().revisions().size() == 1;
        });
    }

    @Test
    void whoDoesNotAgreeGoesOnWithTheSale() throws Exception {
        var sale = funding();
        propose(sale, "temuulen");
        assertThat(rescissions.refuse(walk.person("temuulen"), sale).refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(rescissions.takeBack(walk.person("enkhjin"), sale).refusal().code()).isEqualTo("PROPOSER_ONLY");
        walk.doTask("enkhjin", sale.caseRef(), "answerRescission", Map.of("decision", "REFUSE"));
        assertThat(latest(sale).answer()).isEqualTo("REFUSED");
        assertThat(walk.contracts.document(latest(sale).document()).orElseThrow().state()).isEqualTo("VOID");

        propose(sale, "temuulen");
        mvc.perform(post("/deals/" + sale + "/rescission/take-back").with(SignIn.as("temuulen")).with(csrf())).andExpect(redirectedUrl("/deals/" + sale));
        assertThat(latest(sale).answer()).isEqualTo("TAKEN_BACK");
        assertThat(walk.view(sale).stage()).isEqualTo("FUNDING");
    }

    @Test
    void whatTheRegistrarHasEnteredIsNotEndedByAgreement() throws Exception {
        var sale = funding();
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.sign(sale, "temuulen", "enkhjin");
        walk.certify(sale);
        walk.until("the transfer is filed", () -> walk.register.filings(sale.caseRef()).stream().anyMatch(filing -> filing.filingNo() != null));
        propose(sale, "enkhjin");
        var code = walk.code("temuulen", sale, latest(sale).document());

        walk.simulators.registrarRegisters(walk.register.filings(sale.caseRef()).get(0).filingNo());
        walk.contracts.accept(latest(sale).document(), walk.person("temuulen"), code, new Contracts.Evidence("test", "127.0.0.1"));
        walk.until("the proposal has lapsed", () -> "LAPSED".equals(latest(sale).answer()));

        walk.untilStage(sale, "HANDOVER");
    }

    @Test
    void aProposalIsOvertakenByTheEndOfTheSale() throws Exception {
        var sale = funding();
        propose(sale, "enkhjin");

        walk.sales.withdraw(walk.person("enkhjin"), sale, "Санаагаа өөрчилсөн").get();
        walk.until("the proposal has lapsed", () -> "LAPSED".equals(latest(sale).answer()));

        walk.until("nobody can accept it", () -> walk.contracts.document(latest(sale).document()).orElseThrow().state().equals("VOID"));
        assertThat(rescissions.propose(walk.person("enkhjin"), sale, 0, REASON).refusal().code()).isEqualTo("RESCISSION_NOT_NOW");
    }

    private void propose(SaleId sale, String who) throws Exception {
        mvc.perform(post("/api/v1/sales/" + sale + "/rescissions").contentType("application/json").header("Idempotency-Key", UUID.randomUUID())
                        .content("{\"sellerPct\": 0, \"reason\": \"" + REASON + "\"}").with(SignIn.as(who)))
                .andExpect(status().isCreated()).andExpect(jsonPath("$.sellerPct").value(0)).andExpect(jsonPath("$.answer").doesNotExist());
    }

    private Rescission latest(SaleId sale) {
        return rescissions.of(sale.caseRef()).get(0);
    }
}
