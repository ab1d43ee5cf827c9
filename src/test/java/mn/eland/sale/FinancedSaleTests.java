package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import mn.eland.contract.DocumentKind;
import mn.eland.edge.SignIn;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.PostingView;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.ListingView;
import mn.eland.sale.Sales.OfferTerms;
import mn.eland.sale.dispute.Disputes;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.financing.Loans;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole sales in which banks have a part: one lends the price, another is owed it. */
class FinancedSaleTests extends SaleTest {

    private static final String BANK_ACCOUNT = "MN280015999900000003";

    @Test
    void aMortgagedFlatIsBoughtWithALoanAndTheBankOfTheSellerIsPaidFirst() throws Exception {
        var listing = walk.publishedFlat(285_000_000);
        var sale = walk.sales.makeOffer(walk.person("enkhjin"), listing, new OfferTerms(Money.of(285_000_000), 10, 5, null, null, 0,
                Financing.loan("Төрийн банк", Money.of(180_000_000), false), null, true, false)).get().id();
        simulators.addMortgage(walk.view(sale).property().property().registryNo());
        walk.accept(sale);
        walk.doTask("munkhzul", sale.caseRef(), "cureTitle", Map.of("problem", "MORTGAGE", "documentNo", "Г-77/2026", "issuer", "Голомт банк",
                "documentDate", walk.clock.today().toString(), "payoffMnt", "100000000", "payoffIban", BANK_ACCOUNT,
                "payoffValidUntil", walk.clock.today().plusDays(2).toString()));
        depositPaid(sale);
        theBankLends(sale);
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        assertThat(textOfContract(sale)).contains("decision No. ТБ-5", "MNT 171,000,000", "mortgagee: Голомт банк", "MNT 100,000,000");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        assertThat(walk.payments.settlement(sale.caseRef()).orElseThrow().sellerNet()).isEqualTo(Money.of(169_895_000));
        assertThat(walk.payments.fees(sale.caseRef()).registration()).isEqualTo(Money.of(40_000));

        disputeEndsWith(sale, 5_000_000);
        walk.clock.passes(Duration.ofDays(3));
        walk.handOver("enkhjin", sale);
        assertThat(renewedPayoff(sale, 264_895_001)).contains("PAYOFF_ABOVE_ESCROW", Money.of(264_895_000).toString());
        walk.doTask("suvd", sale.caseRef(), "renewPayoff", Map.of("letterNo", "Г-91/2026", "letterDate", walk.clock.today().toString(),
                "payoffMnt", "101000000", "payoffIban", BANK_ACCOUNT, "payoffValidUntil", walk.clock.today().plusDays(5).toString()));
        walk.approveRelease(sale);
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(walk.payments.postings(sale.caseRef())).extracting(PostingView::kind).containsSubsequence("PAYOFF_PAID", "SELLER_PAID");
        assertThat(paid(sale, "PAYOFF_PAID")).isEqualTo(Money.of(101_000_000));
        assertThat(paid(sale, "SELLER_PAID")).isEqualTo(Money.of(163_895_000));
        var settlement = walk.sales.dossier(walk.person("temuulen"), sale).get().settlement();
        assertThat(settlement.payoff()).isEqualTo(Money.of(101_000_000));
        assertThat(settlement.sellerNet()).isEqualTo(Money.of(168_895_000));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
        walk.until("the warranty is watched", () -> isWarrantyWatched(sale));
        assertThat(walk.view(sale).now().key()).isEqualTo("completed");
    }

    @Test
    void aRefusedLoanWithAFinanceClauseGivesTheDepositBack() throws Exception {
        var listing = walk.publishedFlat(200_000_000);
        var sale = offerOnThePage(listing);
        walk.accept(sale);
        depositPaid(sale);

        assertThat(walk.view(sale).financing()).isEqualTo(Financing.loan("Хаан банк", Money.of(120_000_000), true));
        assertThat(walk.view(sale).urgent()).isTrue();
        assertThat(walk.contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT)).isEmpty();
        assertThat(walk.sales.consequencesOfLoanRefusal(walk.person("enkhjin"), sale).get().backToBuyer()).isEqualTo(Money.of(20_000_000));
        assertThat(walk.sales.consequencesOfWithdrawal(walk.person("enkhjin"), sale).get().toSeller()).isEqualTo(Money.of(20_000_000));
        assertThat(answerInACall(sale, decision("REFUSED", "ЗХ-118/26", 0))).isEqualTo(200);
        walk.until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(20_000_000)));
        walk.until("the rule is written down", () -> "FINANCE_OUT".equals(walk.view(sale).depositCode()));

        assertThat(walk.view(sale).endReason()).isEqualTo("FINANCE_REFUSED");
        assertThat(walk.sales.timeline(walk.person("temuulen"), sale).get()).extracting(Sales.TimelineEntry::what).contains("loanRefused");
        walk.until("the property is free", () -> walk.register.listing(listing).orElseThrow().state() == ListingView.State.PUBLISHED);
    }

    @Test
    void aBuyerWhoWasRefusedAsksOneOtherBank() throws Exception {
        var listing = walk.publishedFlat(200_000_000);
        var sale = offerOnThePage(listing);
        walk.accept(sale);
        depositPaid(sale);
        var other = decision("ASK_OTHER", "ЗХ-119/26", 0);

        assertThat(answerInACall(sale, other)).isEqualTo(422);
        assertThat(answerInACall(sale, other.replace("}", ", \"otherBank\": \"хаан банк\", \"otherLoanMnt\": 120000000}"))).isEqualTo(422);
        assertThat(answerInACall(sale, other.replace("}", ", \"otherBank\": \"Голомт банк\", \"otherLoanMnt\": 200000001}"))).isEqualTo(422);
        assertThat(answerInACall(sale, other.replace("}", ", \"otherBank\": \"Голомт банк\", \"otherLoanMnt\": 110000000}"))).isEqualTo(200);
        assertThat(walk.view(sale).financing()).isEqualTo(Financing.loan("Голомт банк", Money.of(110_000_000), true));
        assertThat(context.getBean(Loans.class).decision(sale.caseRef())).isEmpty();
        assertThat(context.getBean(Loans.class).refusedBefore(sale.caseRef())).contains("Хаан банк");
        assertThat(answerInACall(sale, other.replace("}", ", \"otherBank\": \"Төрийн банк\", \"otherLoanMnt\": 110000000}"))).isEqualTo(422);
        assertThat(answerInACall(sale, decision("APPROVED", "Г-12/26", 0).replace("}", ", \"loanMnt\": 110000000, \"valuationMnt\": 210000000}"))).isEqualTo(200);

        walk.until("the contract names the bank that lends", () -> walk.contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT).isPresent());
        assertThat(textOfContract(sale)).contains("Г-12/26", "Голомт банк").doesNotContain("Хаан банк");
        assertThat(walk.sales.timeline(walk.person("temuulen"), sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("loanRefused", "otherBankAsked", "loanApproved");
    }

    /** As it is sent by a browser without scripts: every field of the frame is there. */
    private SaleId offerOnThePage(CaseRef listing) throws Exception {
        var page = "/properties/" + listing + "/offer";
        var form = mvc.perform(get(page).header("Accept-Language", "en").with(SignIn.as("enkhjin"))).andReturn().getResponse().getContentAsString();
        assertThat(form).contains("How is the price paid?", "name=\"loanBank\"", "data-show-if=\"payment=LOAN\"", "the whole deposit comes back");
        var made = mvc.perform(post(page).with(SignIn.as("enkhjin")).with(csrf()).param("price", "200000000").param("depositPct", "10")
                .param("validDays", "5").param("cashPct", "0").param("payment", "LOAN").param("loanBank", "Хаан банк")
                .param("loanMnt", "120 000 000").param("financeClause", "true").param("urgent", "true").param("understood", "true")).andReturn().getResponse();
        assertThat(made.getStatus()).isEqualTo(302);
        return SaleId.of(made.getRedirectedUrl().replaceAll(".*/deals/", ""));
    }

    private void disputeEndsWith(SaleId sale, long toBuyer) throws Exception {
        context.getBean(Disputes.class).open(walk.person("enkhjin"), sale, Money.of(toBuyer), "Гал тогооны тавилга гэрээнд заасан шиг биш байна").get();
        walk.doTask("temuulen", sale.caseRef(), "answerDispute", Map.of("reply", "ACCEPT", "words", "Тохиролцлоо"));
        walk.until("the buyer has what was disputed", () -> paid(sale, "DISPUTE_REFUNDED").equals(Money.of(toBuyer)));
    }

    private String renewedPayoff(SaleId sale, long amount) throws Exception {
        walk.until("a new letter is asked for", () -> walk.workflow.isOpen(sale.caseRef(), "renewPayoff"));
        var task = walk.workflow.openTasks(walk.person("suvd"), sale.caseRef()).get(0).id();
        var letter = "{\"letterNo\": \"Г-90/2026\", \"letterDate\": \"%s\", \"payoffMnt\": %d, \"payoffIban\": \"%s\", \"payoffValidUntil\": \"%s\"}"
                .formatted(walk.clock.today(), amount, BANK_ACCOUNT, walk.clock.today().plusDays(5));
        return mvc.perform(post("/api/v1/tasks/" + task + "/complete").header("Idempotency-Key", UUID.randomUUID().toString()).header("Accept-Language", "en")
                .with(SignIn.as("suvd")).contentType("application/json").content(letter)).andReturn().getResponse().getContentAsString();
    }

    private boolean isWarrantyWatched(SaleId sale) {
        return context.getBean(JdbcClient.class).sql("select number from sale.warranties where sale = ?").param(sale.number()).query(String.class)
                .optional().filter(number -> context.getBean(Workflow.class).steps(CaseRef.of(number)).stream()
                        .anyMatch(step -> step.activityId().equals("planReminders"))).isPresent();
    }

    private void theBankLends(SaleId sale) throws Exception {
        assertThat(walk.sales.consequencesOfLoanRefusal(walk.person("enkhjin"), sale).get().toSeller()).isEqualTo(Money.of(28_500_000));
        var money = ", \"loanMnt\": 171000000, \"valuationMnt\": 300000000}";
        assertThat(answerInACall(sale, decision("APPROVED", "ТБ-5", 1).replace("}", money))).isEqualTo(422);
        assertThat(answerInACall(sale, decision("APPROVED", "ТБ-5", 0).replace("}", money.replace("171000000", "285000001")))).isEqualTo(422);
        assertThat(answerInACall(sale, decision("APPROVED", "ТБ-5", 0))).isEqualTo(422);
        assertThat(answerInACall(sale, decision("APPROVED", "ТБ-5", 0).replace("}", money))).isEqualTo(200);
        assertThat(context.getBean(Loans.class).decision(sale.caseRef()).orElseThrow().ltv()).isEqualTo(0.57);
    }

    private String decision(String decision, String letter, int daysAhead) {
        return "{\"decision\": \"%s\", \"letterNo\": \"%s\", \"letterDate\": \"%s\"}".formatted(decision, letter, walk.clock.today().plusDays(daysAhead));
    }

    private String textOfContract(SaleId sale) {
        var contract = walk.contracts.document(sale.caseRef(), DocumentKind.SALE_CONTRACT).orElseThrow();
        return walk.contracts.text(contract.id()).replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private int answerInACall(SaleId sale, String answers) throws Exception {
        walk.until("the buyer is asked for the decision", () -> walk.workflow.isOpen(sale.caseRef(), "recordLoanDecision"));
        var task = walk.workflow.openTasks(walk.person("enkhjin"), sale.caseRef()).get(0).id();
        return mvc.perform(post("/api/v1/tasks/" + task + "/complete").header("Idempotency-Key", UUID.randomUUID().toString())
                .with(SignIn.as("enkhjin")).contentType("application/json").content(answers)).andReturn().getResponse().getStatus();
    }

    private void depositPaid(SaleId sale) {
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.payByQr("enkhjin", sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
    }
}
