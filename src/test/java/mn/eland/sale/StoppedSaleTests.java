package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.Sales.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Whole sales that somebody halts, stops or leaves late, on the whole application. */
@ElandTest
class StoppedSaleTests {

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    private SaleWalk walk;
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        walk.untilTenInTheMorning();
        mvc = SignIn.mvc((WebApplicationContext) context);
    }

    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    @Test
    void aSaleWhoseTitleHasPassedGoesToItsMoneyAndIsNotUndone() throws Exception {
        var sale = titlePassed("enkhjin", 215_000_000);

        walk.clock.passes(Duration.ofDays(181));
        var task = taskOf("telmen", sale.caseRef(), "reviewSale");
        mvc.perform(get("/api/v1/tasks/" + task).with(SignIn.as("telmen")))
                .andExpect(jsonPath("$.form.fields[0].options[*].value").value(org.hamcrest.Matchers.contains("CONTINUE", "SETTLE")));
        answer(task, "telmen", "STOP").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("TOO_LATE_TO_STOP"));
        assertThat(walk.view(sale).stage()).isEqualTo("HANDOVER");
        answer(task, "telmen", "CONTINUE").andExpect(status().isOk());
        walk.clock.passes(Duration.ofDays(15));
        answer(taskOf("telmen", sale.caseRef(), "reviewSale"), "telmen", "SETTLE").andExpect(status().isOk());
        walk.approveRelease(sale);
        walk.until("an officer asks for the act", () -> walk.workflow.isOpen(sale.caseRef(), "resolveHold"));
        var retained = walk.payments.escrow(sale.caseRef()).earned();
        walk.doTask("suvd", sale.caseRef(), "resolveHold", Map.of("registered", "true", "handoverSigned", "true", "note", "Акт цаасаар ирсэн"));
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(retained).isEqualTo(Money.of(21_500_000));
        assertThat(context.getBean(Notarizations.class).notarization(sale.caseRef()).orElseThrow().state())
                .isEqualTo(Notarizations.NotarizationView.State.CERTIFIED);
        assertThat(walk.payments.escrow(sale.caseRef()).earned()).isEqualTo(Money.ZERO);
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void nothingIsPaidOutOfAFrozenSaleUntilTheHeadLiftsTheFreezeAndThenOnce() throws Exception {
        var sale = titlePassed("enkhjin", 216_000_000);

        walk.sales.freeze(walk.person("tulga"), sale, "Мөнгөний эх үүсвэр шалгаж байна").get();
        walk.handOver("enkhjin", sale);
        walk.until("the head is asked", () -> walk.workflow.isOpen(sale.caseRef(), "liftFreeze"));
        assertThat(walk.workflow.isOpen(sale.caseRef(), "approveRelease")).isFalse();
        assertThat(walk.payments.escrow(sale.caseRef()).payouts()).extracting(payout -> payout.kind()).doesNotContain("SELLER_PAID", "BROKER_PAID");
        theSellerIsNotTold(sale);
        unfreeze(sale, "battsetseg", "Албаны шийдвэр 2026/78").andExpect(status().isNoContent());
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(walk.payments.escrow(sale.caseRef()).payouts()).extracting(payout -> payout.kind()).containsOnlyOnce("SELLER_PAID", "BROKER_PAID");
        assertThat(walk.sales.dossier(walk.person("tulga"), sale).get().frozen()).isFalse();
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void theHeadLiftsTheFreezeWhereverTheSaleStands() throws Exception {
        var sale = depositPaid("enkhjin", 214_000_000);
        unfreeze(sale, "battsetseg", "Эх үүсвэр нотлогдсон").andExpect(status().isConflict()).andExpect(jsonPath("$.code").value("NOT_FROZEN"));
        walk.sales.freeze(walk.person("tulga"), sale, "Мөнгөний эх үүсвэр шалгаж байна").get();

        unfreeze(sale, "tulga", "Эх үүсвэр нотлогдсон").andExpect(status().isForbidden());
        unfreeze(sale, "battsetseg", "Болно").andExpect(jsonPath("$.code").value("REASON_LENGTH"));
        assertThat(body("/deals/" + sale + "?lang=en", "tulga")).contains("This sale is frozen").doesNotContain("Lift the freeze");
        assertThat(body("/deals/" + sale + "?lang=en", "battsetseg")).contains("Lift the freeze", "/deals/" + sale + "/unfreeze");
        unfreeze(sale, "battsetseg", "Эх үүсвэр нотлогдсон").andExpect(status().isNoContent());
        assertThat(walk.sales.dossier(walk.person("tulga"), sale).get().frozen()).isFalse();

        walk.sales.freeze(walk.person("tulga"), sale, "Шинэ мэдээлэл ирсэн тул шалгана").get();
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.until("it halts at its gate", () -> walk.workflow.isOpen(sale.caseRef(), "liftSaleFreeze"));
        mvc.perform(post("/deals/" + sale + "/unfreeze").with(SignIn.as("battsetseg")).with(csrf()).param("note", "Шинэ мэдээлэл үндэслэлгүй"))
                .andExpect(redirectedUrl("/deals/" + sale));
        walk.untilStage(sale, "NOTARY");
        assertThat(body("/deals/" + sale + "?lang=en", "temuulen")).doesNotContain("is frozen", "Lift the freeze", "liftSaleFreeze");
    }

    @Test
    void whoMayNotActIsToldNothingOfWhereTheSaleStands() {
        var sale = walk.offer("enkhjin", walk.publishedFlat(219_000_000), 219_000_000);
        walk.sales.withdraw(walk.person("enkhjin"), sale, "Санаагаа өөрчилсөн").get();
        walk.untilStage(sale, "CALLED_OFF");

        for (var name : List.of("enkhjin", "temuulen", "munkhzul", "suvd", "telmen")) {
            assertThat(walk.sales.freeze(walk.person(name), sale, "Эх үүсвэрийг шалгая").refusal().code()).as(name).isEqualTo("NOT_COMPLIANCE");
        }
        assertThat(walk.sales.consequencesOfWithdrawal(walk.person("munkhzul"), sale).refusal().code()).isEqualTo("NOT_A_PARTY");
        assertThat(walk.sales.answerOffer(walk.person("munkhzul"), sale, Answer.REFUSE, null, null).refusal().code()).isEqualTo("NOT_A_PARTY");
        assertThat(walk.sales.answerOffer(walk.person("temuulen"), sale, Answer.REFUSE, null, null).refusal().code()).isEqualTo("OFFER_GONE");
        assertThat(walk.sales.freeze(walk.person("tulga"), sale, "Эх үүсвэрийг шалгая").refusal().code()).isEqualTo("SALE_OVER");
        assertThat(walk.sales.consequencesOfWithdrawal(walk.person("temuulen"), sale).refusal().code()).isEqualTo("TOO_LATE_TO_WITHDRAW");
    }

    private org.springframework.test.web.servlet.ResultActions unfreeze(SaleId sale, String who, String note) throws Exception {
        return mvc.perform(post("/api/v1/sales/" + sale + "/unfreeze").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as(who))
                .contentType(MediaType.APPLICATION_JSON).content("{\"note\": \"" + note + "\"}"));
    }

    private void theSellerIsNotTold(SaleId sale) throws Exception {
        var page = body("/deals/" + sale + "?lang=en", "temuulen");
        assertThat(page).contains("The payment is being prepared", "data-now=\"checkRelease\"")
                .doesNotContain("liftFreeze", "Lift freeze", "freezeEscrow", "Freeze escrow", ">Frozen<");
        mvc.perform(get("/api/v1/payments/" + sale).with(SignIn.as("temuulen"))).andExpect(jsonPath("$.frozen").value(0));
        mvc.perform(get("/api/v1/payments/" + sale + "/postings").with(SignIn.as("temuulen")))
                .andExpect(jsonPath("$[?(@.kind == 'FROZEN')]").isEmpty());
    }

    @Test
    void aBuyerWhoWithdrawsBeforeTheRegistrarHasDecidedTakesTheFilingBackAndLosesTheDeposit() throws Exception {
        var sale = filed("enkhjin", 217_000_000);
        walk.until("the transfer is filed", () -> walk.register.filings(sale.caseRef()).stream().anyMatch(filing -> filing.filingNo() != null));

        var page = body("/deals/" + sale + "?lang=en", "enkhjin");
        var papers = walk.contracts.documents(sale.caseRef()).stream().filter(paper -> paper.kind().name().endsWith("_CONTRACT"))
                .map(paper -> paper.verificationCode()).toList();
        mvc.perform(post("/api/v1/sales/" + sale + "/withdrawal").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("enkhjin"))
                .contentType(MediaType.APPLICATION_JSON).content("{\"reason\": \"Санаагаа өөрчилсөн\"}")).andExpect(status().is2xxSuccessful());
        walk.until("the rule is written down", () -> walk.view(sale).depositCode() != null);

        assertThat(page).contains("The application at the register is taken back first", "Fees already paid");
        assertThat(walk.view(sale).endReason()).isEqualTo("BUYER_WITHDREW");
        assertThat(walk.register.filings(sale.caseRef())).extracting(filing -> filing.state()).containsExactly("WITHDRAWN");
        assertThat(walk.payments.escrow(sale.caseRef()).payouts()).filteredOn(payout -> payout.kind().equals("SHARE_PAID"))
                .singleElement().satisfies(payout -> assertThat(payout.amount()).isEqualTo(Money.of(21_700_000)));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        for (var paper : papers) {
            assertThat(body("/verify/" + paper + "?lang=en", "enkhjin")).contains("This document was withdrawn and is void", "The deal was called off");
        }
    }

    private String body(String path, String who) throws Exception {
        return mvc.perform(get(path).with(SignIn.as(who))).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }

    @Test
    void nobodyWithdrawsOnceTheRegistrarWasFaster() {
        var sale = filed("enkhjin", 218_000_000);

        walk.registrarRegisters(sale);
        var late = walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн");
        walk.untilStage(sale, "HANDOVER");

        assertThat(late.refusal().code()).isIn("TRANSFER_REGISTERED", "TOO_LATE_TO_WITHDRAW");
        assertThat(walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").refusal().code()).isEqualTo("TOO_LATE_TO_WITHDRAW");
    }

    private org.springframework.test.web.servlet.ResultActions answer(String task, String who, String decision) throws Exception {
        return mvc.perform(post("/api/v1/tasks/" + task + "/complete").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as(who))
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"decision\": \"" + decision + "\", \"note\": \"Худалдагч түлхүүрээ өгөхгүй байна\"}"));
    }

    private String taskOf(String who, CaseRef caseRef, String key) {
        var actor = walk.person(who);
        walk.until(key + " is open", () -> walk.workflow.isOpen(caseRef, key));
        var task = walk.workflow.openTasks(actor, caseRef).stream().filter(open -> open.taskKey().equals(key)).findFirst().orElseThrow();
        return walk.workflow.claim(actor, task.id()).get().id();
    }

    private SaleId titlePassed(String buyer, long price) {
        var sale = filed(buyer, price);
        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        return sale;
    }

    private SaleId filed(String buyer, long price) {
        var sale = depositPaid(buyer, price);
        walk.payByQr(buyer, sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", buyer);
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        return sale;
    }

    private SaleId depositPaid(String buyer, long price) {
        var sale = walk.offer(buyer, walk.publishedFlat(price), price);
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", buyer);
        walk.payByQr(buyer, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        return sale;
    }
}
