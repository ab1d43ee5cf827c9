package mn.eland.sale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.SignIn;
import mn.eland.contract.DocumentKind;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Money;
import mn.eland.kernel.Role;
import mn.eland.notification.Notifications;
import mn.eland.payment.Payments.Purpose;
import mn.eland.property.FilingView;
import mn.eland.property.ListingView;
import mn.eland.sale.arrears.Arrears;
import mn.eland.sale.arrears.ArrearsView;
import mn.eland.sale.financing.Financing;
import mn.eland.sale.receipt.SaleReceipts;
import mn.eland.sale.watch.Stop;
import mn.eland.store.vault.PlainData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.web.context.WebApplicationContext;

/** Whole sales on the whole application, with every outside system played over its wire. */
@ElandTest
class WholeSaleTests {

    @Autowired ApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired Arrears arrears;
    @Autowired SaleReceipts receipts;
    private SaleWalk walk;

    @BeforeEach
    void walk() {
        walk = new SaleWalk(context, simulators);
        walk.untilTenInTheMorning();
    }

    @AfterEach
    void back() {
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    @Test
    void aFlatIsSoldFromTheOfferToTheKeys() throws Exception {
        var listing = walk.publishedFlat(285_000_000);

        var sale = depositPaid("enkhjin", listing, 285_000_000);
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.registrarRegisters(sale);
        walk.untilStage(sale, "HANDOVER");
        walk.payByQr("temuulen", sale, Purpose.COMMISSION);
        walk.handOver("enkhjin", sale);
        walk.approveRelease(sale);
        walk.untilStage(sale, "COMPLETED");

        assertThat(walk.register.listing(listing).orElseThrow().state()).isEqualTo(ListingView.State.SOLD);
        assertThat(walk.contracts.documents(sale.caseRef())).extracting(document -> document.kind())
                .contains(DocumentKind.PRELIMINARY_CONTRACT, DocumentKind.SALE_CONTRACT, DocumentKind.NOTARY_CERTIFICATE, DocumentKind.HANDOVER_ACT);
        assertThat(walk.contracts.document(sale.caseRef(), DocumentKind.HANDOVER_ACT).orElseThrow().acceptances()).hasSize(2);
        assertThat(walk.contracts.text(walk.contracts.document(sale.caseRef(), DocumentKind.HANDOVER_ACT).orElseThrow().id())).contains("Дээр дурдсан ашиглалтын өрийг худалдагч төлнө");
        var settlement = walk.sales.dossier(walk.person("temuulen"), sale).get().settlement();
        assertThat(settlement.tax()).isEqualTo(Money.of(5_700_000));
        assertThat(settlement.sellerNet()).isEqualTo(Money.of(269_895_000));
        assertThat(walk.payments.fees(sale.caseRef()).sum()).isEqualTo(Money.of(120_000));
        assertThat(walk.payments.postings(sale.caseRef())).extracting(posting -> posting.kind()).contains("NOTARY_PAID", "STATE_FEE_PAID");
        assertThat(walk.payments.trialBalance().sum()).isEqualTo(Money.ZERO);
        assertThat(walk.payments.trialBalance().accountsBelowZero()).isEmpty();
        assertThat(walk.payments.escrow(sale.caseRef()).held()).isEqualTo(Money.ZERO);
        everybodyHasTheirReceipt(sale);
        theSellerHasTheReceiptOfTheTaxOffice(sale);
        theTablesShowNobodysNumberPhoneOrMail();
    }

    /** Of all that a whole sale has written. */
    private void theTablesShowNobodysNumberPhoneOrMail() {
        var plain = new PlainData(context);
        var secrets = plain.secrets();

        assertThat(secrets).contains("ЯЯ88041511").anyMatch(secret -> secret.contains("@")).anyMatch(secret -> secret.matches("\\d{8}"));
        assertThat(plain.placesThatShow(secrets)).isEmpty();
    }

    /** For the fee that was paid alone. */
    private void theSellerHasTheReceiptOfTheTaxOffice(SaleId sale) throws Exception {
        var mvc = SignIn.mvc((WebApplicationContext) context);
        var call = get("/api/v1/payments/" + sale + "/collections/commission/vat-receipt").with(SignIn.as("temuulen"));
        walk.until("the receipt is made", () -> body(mvc, call).contains("\"number\":\""));

        var receipt = JsonPath.parse(body(mvc, call));
        assertThat(receipt.<Integer>read("$.vat")).isEqualTo(855_000);
        assertThat(body(mvc, get("/deals/" + sale + "/pay/commission/receipt").with(SignIn.as("temuulen"))))
                .contains(receipt.<String>read("$.number"), receipt.<String>read("$.lottery"), "data:image/svg+xml;base64,");
        assertThat(body(mvc, get("/deals/" + sale + "/pay/commission?lang=en").with(SignIn.as("temuulen")))).contains("Lottery number", "data:image/svg+xml;base64,");
        walk.until("the seller is told", () -> context.getBean(Notifications.class).of(walk.person("temuulen"), null, 20, java.util.Locale.ENGLISH)
                .stream().anyMatch(news -> news.text().contains(receipt.<String>read("$.lottery"))));
        mvc.perform(get("/deals/" + sale + "/pay/commission").with(SignIn.as("enkhjin"))).andExpect(status().isNotFound());
    }

    private static String body(MockMvc mvc, RequestBuilder request) {
        try {
            return mvc.perform(request).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void everybodyHasTheirReceipt(SaleId sale) throws Exception {
        var mvc = SignIn.mvc((WebApplicationContext) context);
        var buyer = walk.person("enkhjin");
        var paid = receipts.ofPayer(buyer, sale.caseRef(), Purpose.BALANCE).get();
        assertThat(receipts.ofPayer(buyer, sale.caseRef(), Purpose.BALANCE).get()).isEqualTo(paid);
        mvc.perform(post("/api/v1/sales/" + sale + "/receipts/balance").header("Idempotency-Key", UUID.randomUUID()).with(SignIn.as("enkhjin")))
                .andExpect(status().isOk()).andExpect(jsonPath("$.document").value(paid.toString()));
        mvc.perform(get("/api/v1/sales/" + sale + "/payouts").with(SignIn.as("temuulen")))
                .andExpect(jsonPath("$[?(@.kind == 'SELLER_PAID')].amountMnt").value(279_300_000));
        mvc.perform(get("/api/v1/sales/" + sale + "/payouts").with(SignIn.as("enkhjin"))).andExpect(jsonPath("$").isEmpty());
        assertThat(receipts.ofPayer(walk.person("temuulen"), sale.caseRef(), Purpose.BALANCE).isDone()).isFalse();
        for (var payout : walk.payments.escrow(sale.caseRef()).payouts()) {
            var payee = new Actor(payout.to(), "–", java.util.Set.of(Role.NOTARY));
            var paper = receipts.ofPayee(payee, sale.caseRef(), payout.id()).get();
            assertThat(walk.contracts.read(paper, payee).get().kind()).isEqualTo(DocumentKind.PAYOUT_RECEIPT);
            assertThat(receipts.ofPayee(payee, sale.caseRef(), payout.id()).get()).isEqualTo(paper);
            assertThat(receipts.ofPayee(buyer, sale.caseRef(), payout.id()).refusal().code()).isEqualTo("PAYOUT_NOT_FOUND");
        }
    }

    @Test
    void theBuyerWhoDoesNotPayTheBalanceInTheExtraPeriodEitherLosesTheDepositToTheSeller() {
        var listing = walk.publishedFlat(200_000_000);
        var sale = depositPaid("nomin", listing, 200_000_000);

        walk.clock.passes(Duration.ofDays(11));
        walk.until("an extra period is granted", () -> arrears.of(sale.caseRef()).map(ArrearsView::extraUntil).isPresent());
        assertThat(walk.view(sale).stage()).isEqualTo("FUNDING");
        walk.clock.passes(Duration.ofDays(8));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the deposit has gone to the seller", () -> walk.view(sale).depositCode() != null);

        assertThat(walk.view(sale).endReason()).isEqualTo("BALANCE_OVERDUE");
        assertThat(walk.view(sale).depositCode()).isEqualTo("FORFEIT_CC233_3");
        assertThat(walk.payments.escrow(sale.caseRef()).held()).isEqualTo(Money.ZERO);
        assertThat(walk.register.listing(listing).orElseThrow().state()).isEqualTo(ListingView.State.PUBLISHED);
    }

    @Test
    void theBuyerWhoPaysInTheExtraPeriodOwesInterestAndTheSaleGoesOn() {
        var listing = walk.publishedFlat(230_000_000);
        var sale = depositPaid("enkhjin", listing, 230_000_000);
        var price = Money.of(207_000_000);

        walk.clock.passes(Duration.ofDays(10).plusHours(1));
        walk.until("an extra period is granted", () -> arrears.of(sale.caseRef()).map(ArrearsView::extraUntil).isPresent());
        walk.clock.passes(Duration.ofDays(5));
        var late = arrears.of(sale.caseRef()).orElseThrow();
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.payByQr("enkhjin", sale, Purpose.INTEREST);
        walk.untilStage(sale, "NOTARY");

        assertThat(walk.contracts.documents(sale.caseRef())).extracting(document -> document.kind()).contains(DocumentKind.EXTRA_PERIOD_NOTICE);
        assertThat(late.interest()).isEqualTo(price.percent(1));
        assertThat(late.extraUntil()).isAfter(walk.clock.instant());
        assertThat(arrears.of(sale.caseRef()).orElseThrow().interest()).isEqualTo(price.percent(1));
        assertThat(walk.payments.escrow(sale.caseRef()).held()).isEqualTo(Money.of(230_000_000).plus(walk.payments.fees(sale.caseRef()).sum())
                .plus(price.percent(1)));
    }

    @Test
    void theSellerWhoWithdrawsGivesTheDepositBack() {
        var listing = walk.publishedFlat(210_000_000);
        var sale = depositPaid("enkhjin", listing, 210_000_000);

        var follows = walk.sales.consequencesOfWithdrawal(walk.person("temuulen"), sale).get();
        walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
        walk.until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(21_000_000)));
        walk.until("the property is free", () -> walk.register.listing(listing).orElseThrow().state() == ListingView.State.PUBLISHED);

        assertThat(follows.faultParty()).isEqualTo("SELLER");
        assertThat(follows.backToBuyer()).isEqualTo(Money.of(21_000_000));
        assertThat(walk.view(sale).endReason()).isEqualTo("SELLER_WITHDREW");
        assertThat(walk.payments.trialBalance().sum()).isEqualTo(Money.ZERO);
    }

    @Test
    void theSellerWhoAgreedOnADoubleDepositOwesItOnceMoreAfterWithdrawing() {
        var listing = walk.publishedFlat(211_000_000);
        var terms = new Sales.OfferTerms(Money.of(211_000_000), 10, 5, null, null, 0, Financing.own(), null, false, true);
        var sale = depositPaid("enkhjin", walk.sales.makeOffer(walk.person("enkhjin"), listing, terms).get().id());
        var preliminary = walk.contracts.document(sale.caseRef(), DocumentKind.PRELIMINARY_CONTRACT).orElseThrow();

        var follows = walk.sales.consequencesOfWithdrawal(walk.person("temuulen"), sale).get();
        walk.sales.withdraw(walk.person("temuulen"), sale, "Санаагаа өөрчилсөн").get();
        walk.until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(21_100_000)));
        walk.until("the rule is written down", () -> "RETURN_DOUBLE".equals(walk.view(sale).depositCode()));

        assertThat(walk.contracts.text(preliminary.id())).contains("дээр нь дэнчинтэй тэнцэх мөнгө төлнө");
        assertThat(follows.code()).isEqualTo("RETURN_DOUBLE");
        assertThat(follows.extra()).isEqualTo("SELLER_PAYS_AS_MUCH_AGAIN");
        assertThat(walk.sales.timeline(walk.person("enkhjin"), sale).get()).anySatisfy(entry -> {
            assertThat(entry.what()).isEqualTo("deposit.RETURN_DOUBLE");
            assertThat(entry.arguments()).containsEntry("amount", Money.of(21_100_000).toString());
        });
    }

    @Test
    void everythingIsUndoneWhenTheNotaryRefuses() {
        var listing = walk.publishedFlat(220_000_000);
        var sale = depositPaid("nomin", listing, 220_000_000);
        walk.payByQr("nomin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", "nomin");

        walk.doTask("anudari", sale.caseRef(), "certifyContract", Map.of("decision", "REFUSE", "refusalCode", "ENCUMBERED", "refusalArticle", "NOT_I_2_2",
                "refusalGrounds", "Барьцаа бүртгэлтэй байна", "identifiedBy", "ID_CARD_CHIP", "language", "MONGOLIAN"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("all money has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(220_120_000)));

        assertThat(walk.view(sale).endReason()).isEqualTo("NOTARY_REFUSED");
        walk.until("the property is free", () -> walk.register.listing(listing).orElseThrow().state() == ListingView.State.PUBLISHED);
    }

    @Test
    void whatNotaryAndRegistrarSendBackIsPutRightAndTheSaleGoesOn() throws Exception {
        var listing = walk.publishedFlat(225_000_000);
        var sale = depositPaid("enkhjin", listing, 225_000_000);
        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.doTask("anudari", sale.caseRef(), "certifyContract", Map.of("decision", "REFUSE", "refusalCode", "INCOMPLETE_DOCS", "refusalArticle", "NOT_I_2_2",
                "refusalGrounds", "Гэрлэлтийн гэрчилгээний эх хувь алга", "identifiedBy", "ID_CARD_CHIP", "language", "MONGOLIAN"));
        walk.until("the agent is asked", () -> walk.workflow.isOpen(sale.caseRef(), "fixDocuments"));

        assertThat(pageOf(sale, "enkhjin")).contains("Documents incomplete. It has to be brought by", "Гэрлэлтийн гэрчилгээний эх хувь алга",
                "attach it on this page. The agent completes the papers and goes there again.", "The notary did not certify: Documents incomplete");
        walk.doTask("munkhzul", sale.caseRef(), "fixDocuments", Map.of("decision", "BROUGHT", "paperNo", "Г-114", "note", "Эх хувийг авчирлаа"));
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.until("the transfer is filed", () -> filing(sale).filingNo() != null);
        simulators.registrarRefusesFor("NO_FEE_RECEIPT", filing(sale).filingNo(), "Хураамжийн баримт тод биш");
        walk.until("the agent is asked again", () -> walk.workflow.isOpen(sale.caseRef(), "fixFiling"));
        assertThat(pageOf(sale, "temuulen")).contains("Хураамжийн баримт тод биш", "The agent puts it right and files again.");
        walk.doTask("munkhzul", sale.caseRef(), "fixFiling", Map.of("decision", "REFILE", "explanation", "Баримтыг дахин хэвлэв"));
        walk.until("it is filed again", () -> filing(sale).state().equals("PENDING"));
        simulators.registrarRegisters(filing(sale).filingNo());
        walk.untilStage(sale, "HANDOVER");

        assertThat(walk.sales.timeline(walk.person("temuulen"), sale).get()).extracting(Sales.TimelineEntry::what)
                .containsSubsequence("notaryRefused", "documentsFixed", "titlePassed");
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void aSeizedFlatIsNotRegisteredWhoeverTries() {
        var listing = walk.publishedFlat(226_000_000);
        var sale = depositPaid("nomin", listing, 226_000_000);
        walk.payByQr("nomin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "NOTARY");
        walk.sign(sale, "temuulen", "nomin");
        walk.certify(sale);
        walk.untilStage(sale, "REGISTRATION");
        walk.until("the transfer is filed", () -> filing(sale).filingNo() != null);

        simulators.registrarRefusesFor("ARREST", filing(sale).filingNo(), "Эд хөрөнгө битүүмжлэгдсэн байна");
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the rule is written down", () -> "TITLE_FAIL".equals(walk.view(sale).depositCode()));

        assertThat(walk.view(sale).endReason()).isEqualTo("REGISTRATION_REFUSED");
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    private FilingView filing(SaleId sale) {
        var filings = walk.register.filings(sale.caseRef());
        return filings.isEmpty() ? new FilingView(0, null, "", null, null, null) : filings.get(filings.size() - 1);
    }

    private String pageOf(SaleId sale, String name) {
        return body(SignIn.mvc((WebApplicationContext) context), get("/deals/" + sale).header("Accept-Language", "en").with(SignIn.as(name)));
    }

    @Test
    void anArrestEnteredAfterTheDepositStopsTheSaleBeforeTheNotary() {
        var listing = walk.publishedFlat(230_000_000);
        var sale = depositPaid("enkhjin", listing, 230_000_000);
        simulators.addArrest(walk.view(sale).property().property().registryNo());

        walk.payByQr("enkhjin", sale, Purpose.BALANCE);
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("all money has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(230_120_000)));

        assertThat(walk.view(sale).endReason()).isEqualTo("TITLE_STOPPED");
        assertThat(walk.register.listing(listing).orElseThrow().state()).isEqualTo(ListingView.State.LOCKED);
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void aBlockedSaleEndsWithItsMoneyFrozenUntilOfficersDivideIt() {
        var listing = walk.publishedFlat(240_000_000);
        var sale = depositPaid("nomin", listing, 240_000_000);

        walk.sales.freeze(walk.person("tulga"), sale, "Мөнгөний эх үүсвэр шалгаж байна").get();
        walk.payByQr("nomin", sale, Purpose.BALANCE);
        walk.doTask("battsetseg", sale.caseRef(), "liftSaleFreeze", java.util.Map.of("decision", "BLOCK", "note", "Санхүүгийн мэдээллийн албаны шийдвэр"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the money is frozen", () -> walk.workflow.isOpen(sale.caseRef(), "liftFreeze"));
        assertThat(walk.payments.escrow(sale.caseRef()).frozen()).isEqualTo(Money.of(240_120_000));

        assertThat(walk.sales.dossier(walk.person("nomin"), sale).get().frozen()).isFalse();
        assertThat(walk.payments.escrow(sale.caseRef()).refunded()).isEqualTo(Money.ZERO);
        walk.doTask("battsetseg", sale.caseRef(), "liftFreeze", java.util.Map.of("cleared", "true", "note", "Албаны шийдвэр 2026/77"));
        walk.doTask("suvd", sale.caseRef(), "decideShares", java.util.Map.of("shares", "BUYER", "reason", "Албаны шийдвэр 2026/77"));
        walk.until("the sale is over", () -> "FREEZE".equals(walk.view(sale).depositCode()));
        assertThat(walk.payments.escrow(sale.caseRef()).refunded()).isEqualTo(Money.of(240_120_000));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    @Test
    void theDestroyedFlatIsNobodysFaultAndTheBuyerGetsEverythingBack() {
        var listing = walk.publishedFlat(250_000_000);
        var sale = depositPaid("enkhjin", listing, 250_000_000);
        var fire = new Stop(Stop.Kind.PROPERTY_DESTROYED, "ОБ-2026/114", "Гал түймэрт бүрэн шатсан");

        assertThat(walk.sales.stop(walk.person("enkhjin"), sale, fire).isDone()).isFalse();
        walk.sales.stop(walk.person("munkhzul"), sale, fire).get();
        walk.until("the deposit has gone back", () -> walk.payments.escrow(sale.caseRef()).refunded().equals(Money.of(25_000_000)));
        walk.until("the rule is written down", () -> "FM_CC221".equals(walk.view(sale).depositCode()));

        assertThat(walk.view(sale).endReason()).isEqualTo("PROPERTY_DESTROYED");
    }

    @Test
    void theCoOwnerBuysAtTheTermsOfTheStranger() {
        var listing = walk.publishedHalf(130_000_000);
        var sale = walk.offer("enkhjin", listing, 128_000_000);
        walk.accept(sale);

        walk.doTask("nomin", sale.caseRef(), "answerPriority", java.util.Map.of("decision", "BUY", "understood", "true"));
        walk.untilStage(sale, "CALLED_OFF");
        walk.until("the half is free", () -> walk.register.listing(listing).orElseThrow().state() == ListingView.State.PUBLISHED);
        var own = walk.offer("nomin", listing, 128_000_000);
        walk.accept(own);
        walk.untilStage(own, "PRELIMINARY");

        assertThat(walk.view(sale).endReason()).isEqualTo("PRIORITY_EXERCISED");
        assertThat(walk.sales.dossier(walk.person("nomin"), sale).get().consents()).singleElement()
                .satisfies(consent -> assertThat(consent.state()).isEqualTo("EXERCISED"));
        assertThat(walk.sales.dossier(walk.person("nomin"), own).get().consents()).isEmpty();
        walk.until("the co-owner is led to the offer", () -> context.getBean(Notifications.class).of(walk.person("nomin"), null, 50, java.util.Locale.ENGLISH)
                .stream().anyMatch(told -> ("/properties/" + listing + "/offer").equals(told.link())));
    }

    private SaleId depositPaid(String buyer, mn.eland.kernel.CaseRef listing, long price) {
        return depositPaid(buyer, walk.offer(buyer, listing, price));
    }

    private SaleId depositPaid(String buyer, SaleId sale) {
        walk.accept(sale);
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", buyer);
        walk.payByQr(buyer, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        return sale;
    }
}
