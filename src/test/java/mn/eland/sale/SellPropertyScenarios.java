package mn.eland.sale;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyDouble;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.Sales.Answer;
import mn.eland.sale.refusal.NotaryRefusals;
import mn.eland.sale.risk.Risk;
import mn.eland.sale.suspicion.Report;
import mn.eland.sale.suspicion.Suspicions;
import mn.eland.sale.watch.Deaths;
import mn.eland.sale.watch.Supervision;
import mn.eland.workflow.CalledProcess;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.Variable;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One test for each end of a sale and each of its timers; neighbours' processes are played. */
@SaleProcessTest
class SellPropertyScenarios {

    private static final PartyId SELLER = new PartyId(new UUID(0, 1));
    private static final PartyId BUYER = new PartyId(new UUID(0, 3));
    private static final Variable<Boolean> REVIEW_AGAIN = Variable.flag("reviewAgain");

    @Autowired SaleCourse course;
    @Autowired CallOff callOff;
    @Autowired Supervision supervision;
    @Autowired Deaths deaths;
    @Autowired Risk risk;
    @Autowired Suspicions suspicions;
    @Autowired NotaryRefusals refusals;
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;

    private CalledProcess identifyParty;
    private CalledProcess checkTitle;
    private CalledProcess acceptContract;
    private CalledProcess collectEscrow;
    private CalledProcess notarizeContract;
    private CalledProcess registerTransfer;
    private CalledProcess refundEscrow;
    private CalledProcess releaseEscrow;
    private CalledProcess confirmOwner;

    @BeforeEach
    void allGoesWell() {
        identifyParty = engine.calledProcess("identifyParty").answers(Values.none());
        checkTitle = engine.calledProcess("checkTitle").answers(Values.of(Variable.text("titleDecision"), "OK"));
        acceptContract = engine.calledProcess("acceptContract").answers(Values.none());
        collectEscrow = engine.calledProcess("collectEscrow").answers(Values.none());
        notarizeContract = engine.calledProcess("notarizeContract").answers(Values.of(SaleVariables.NOTARY_NUMBER, "NOT-2026-0001-000001"));
        engine.calledProcess("paySaleTax").answers(Values.of(SaleVariables.TAX_RECEIPT, "T-1"));
        engine.calledProcess("payFees").answers(Values.of(SaleVariables.FEE_RECEIPT, "F-2"));
        registerTransfer = engine.calledProcess("registerTransfer").answers(Values.of(Variable.text("filingNo"), "F-1"));
        refundEscrow = engine.calledProcess("refundEscrow").answers(Values.none());
        releaseEscrow = engine.calledProcess("releaseEscrow").answers(Values.none());
        confirmOwner = engine.calledProcess("confirmOwner").answers(Values.of(Variable.flag("ownerConfirmed"), true));
        when(course.reserve(any())).thenReturn(true);
        when(course.agreedMoney(any())).thenReturn(Values.of(SaleVariables.PRICE, Money.of(285_000_000))
                .with(SaleVariables.DEPOSIT, Money.of(28_500_000)).with(SaleVariables.BALANCE, Money.of(256_500_000))
                .with(SaleVariables.CASH_SHARE, 0.0));
        when(course.stateBuyer(any())).thenReturn(buyer("CITIZEN", "APARTMENT"));
        when(risk.compute(any())).thenReturn(signs(1.0));
        riskWeighs(0);
        when(course.draftPreliminary(any())).thenReturn(document());
        when(course.draftSaleContract(any())).thenReturn(document());
        when(course.draftHandoverAct(any())).thenReturn(document());
        when(course.requestMoney(any(), any())).thenAnswer(call ->
                Values.of(SaleVariables.PURPOSE, call.getArgument(1, Purpose.class).name()).with(SaleVariables.TO_PAY, Money.of(256_620_000)));
        when(course.stateSeller(any())).thenReturn(Values.of(SaleVariables.SELLER_TYPE, "PERSON").with(SaleVariables.RESIDENT, true)
                .with(SaleVariables.OBJECT_TYPE, "APARTMENT").with(SaleVariables.NEW_BUILD, false).with(SaleVariables.VAT_PAYER, false)
                .with(SaleVariables.RELATION, "NONE").with(SaleVariables.SALE_REASON, "SALE")
                .with(Variable.ratio("residentTaxRate"), 0.02));
        when(course.agreeSettlement(any(), anyDouble(), any())).thenReturn(Money.of(5_700_000));
        settles(false);
        faultIs("CONDITIONS", "NOT_BOUND", "NONE");
    }

    @Test
    void aSaleGoesFromTheOfferToTheKeys() {
        var sale = anOffer();

        answer(sale, "answerOffer", Answer.ACCEPT);
        engine.runJobs();
        engine.complete(sale, "handOverKeys", Values.none());
        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, true));
        engine.runJobs();

        engine.assertThat(sale).hasPassedInOrder("setDeadlines", "negotiateOffer", "reserveProperty", "performDueDiligence",
                "agreePreliminary", "fundAndCertify", "transferTitle", "handOver", "settleSale", "keysHandedOver").isEnded();
        assertThat(collectEscrow.calls()).extracting(call -> call.get("purpose")).containsExactly("DEPOSIT", "BALANCE");
        assertThat(collectEscrow.calls()).extracting(call -> call.get("amountMnt")).containsExactly(28_500_000L, 256_620_000L);
        assertThat(collectEscrow.calls()).extracting(call -> call.get("payWithin")).containsExactly("P2D", "P10D");
        verify(course).agreeSettlement(SaleId.of(sale), 0.02, "PIT_2");
        verify(course).gatherPapers(SaleId.of(sale), "NOT-2026-0001-000001", "T-1", "F-2");
        verify(course).earnPrice(SaleId.of(sale));
        assertThat(releaseEscrow.calls()).singleElement()
                .satisfies(call -> assertThat(call).containsEntry("riskOutcome", "allow").containsEntry("handoverSigned", true));
    }

    @Test
    void aCounterOfferGoesBackAndForthUntilSomebodyAccepts() {
        var sale = anOffer();

        answer(sale, "answerOffer", Answer.COUNTER);
        engine.complete(sale, "answerCounter", Values.of(SaleVariables.COUNTER_ANSWER, "COUNTER").with(SaleVariables.OFFER_VALID, "P5D"));
        answer(sale, "answerOffer", Answer.COUNTER);
        engine.complete(sale, "answerCounter", Values.of(SaleVariables.COUNTER_ANSWER, "ACCEPT"));

        verify(course).reserve(SaleId.of(sale));
        engine.assertThatCalled(sale, "negotiateOffer").hasPassed("offerAccepted").isEnded();
    }

    @ParameterizedTest
    @CsvSource({"answerOffer,offerRefused,OfferRefused", "answerCounter,counterRefused,CounterRefused"})
    void aRefusalEndsTheOffer(String task, String end, String code) {
        var sale = anOffer();

        if (task.equals("answerCounter")) {
            answer(sale, "answerOffer", Answer.COUNTER);
        }
        answer(sale, task, Answer.REFUSE);

        engine.assertThat(sale).hasPassed("offerNotTaken", "closeNegotiation", "offerEnded").isEnded();
        verify(callOff).closeNegotiation(SaleId.of(sale), code);
        verify(course, never()).reserve(any());
    }

    @Test
    void anOfferLapsesWhenTheSellerIsSilentForAsLongAsItBinds() {
        var sale = anOffer();

        engine.passes(ofDays(4));
        engine.assertThat(sale).isWaitingAt("negotiateOffer");
        engine.passes(ofDays(2));

        engine.assertThat(sale).hasPassed("offerEnded").isEnded();
        verify(callOff).closeNegotiation(SaleId.of(sale), "OfferLapsed");
    }

    @Test
    void aCounterOfferLapsesAfterTheTableTerm() {
        var sale = anOffer();
        answer(sale, "answerOffer", Answer.COUNTER);

        engine.passes(ofDays(3).plusMinutes(1));

        engine.assertThat(sale).isEnded();
        verify(callOff).closeNegotiation(SaleId.of(sale), "CounterLapsed");
    }

    @Test
    void anOfferEndsWhenItsListingIsClosed() {
        var sale = anOffer();

        engine.tell(sale, "ListingClosed", Values.none());

        engine.assertThat(sale).hasPassed("offerEnded").isEnded();
        verify(callOff).closeNegotiation(SaleId.of(sale), "ListingGone");
    }

    @Test
    void anAcceptedOfferEndsWhenAnotherSaleWasFaster() {
        when(course.reserve(any())).thenReturn(false);
        var sale = anOffer();

        answer(sale, "answerOffer", Answer.ACCEPT);

        engine.assertThat(sale).hasPassed("propertyTaken", "offerEnded").isEnded();
        verify(callOff).closeNegotiation(SaleId.of(sale), "PropertyTaken");
    }

    @ParameterizedTest
    @CsvSource({"identifyParty,IdentityRejected", "checkTitle,TitleStopped", "checkTitle,CureOverdue"})
    void aSaleIsPreventedWhenAPartyOrTheTitleDoesNotPass(String process, String code) {
        (process.equals("checkTitle") ? checkTitle : identifyParty).fails(code);
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "conditionsNotMet", "salePrevented", code);
        assertThat(collectEscrow.calls()).isEmpty();
    }

    @Test
    void aForeignerMayNotBuyLand() {
        when(course.stateBuyer(any())).thenReturn(buyer("FOREIGN_PERSON", "LAND"));
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "conditionsNotMet", "salePrevented", "NotEligible");
    }

    @Test
    void landThatAForeignerMayOnlyUseByAuctionIsNotSoldToHim() {
        when(course.stateBuyer(any())).thenReturn(buyer("FOREIGN_PERSON", "LAND", 0.04, 365));
        var sale = anAcceptedOffer();

        engine.runJobs();

        engine.assertThatCalled(sale, "performDueDiligence").hasPassed("isForUseOnly", "onlyByAuction").hasNotPassed("notEligible", "assessRisk");
        calledOff(sale, "conditionsNotMet", "salePrevented", "NotEligible");
    }

    @Test
    void aHighRiskBlocksTheSaleAtOnce() {
        riskWeighs(75);
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "riskBlocked", "salePrevented", "RiskBlocked");
        verify(suspicions).raise(sale, Report.Cause.RISK_BLOCKED);
    }

    @Test
    void complianceClearsAReviewedSale() {
        riskWeighs(45);
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.assertThatCalled(sale, "assessRisk").isWaitingAt("reviewRisk");
        engine.complete(sale, "reviewRisk", Values.of(SaleVariables.RISK_REVIEW, "CLEAR"));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("agreePreliminary");
    }

    @Test
    void whatIsNewAtAGateIsReviewedAgainAndWhatIsNotIsNot() {
        when(risk.weigh(any(), any(), any())).thenReturn(weight(45)).thenReturn(weight(45).with(Variable.flag("riskNews"), false))
                .thenReturn(weight(60));
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.complete(sale, "reviewRisk", Values.of(SaleVariables.RISK_REVIEW, "CLEAR"));
        engine.runJobs();
        assertThat(collectEscrow.calls()).hasSize(2);
        assertThat(notarizeContract.calls()).isEmpty();
        engine.complete(sale, "reviewRisk", Values.of(SaleVariables.RISK_REVIEW, "BLOCK"));
        engine.runJobs();

        calledOff(sale, "stageNotMet", "salePrevented", "RiskBlocked");
        verify(suspicions).raise(sale, Report.Cause.RISK_BLOCKED);
    }

    @Test
    void complianceBlocksAReviewedSale() {
        riskWeighs(45);
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.complete(sale, "reviewRisk", Values.of(SaleVariables.RISK_REVIEW, "BLOCK"));
        engine.runJobs();

        calledOff(sale, "riskBlocked", "salePrevented", "RiskBlocked");
    }

    @Test
    void anOverdueReviewIsEscalatedAndGoesOn() {
        riskWeighs(45);
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.passes(ofHours(25));

        verify(course).escalateReview(SaleId.of(sale), "compliance");
        assertThat(workflow.isOpen(sale, "reviewRisk")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"NotAccepted", "PaymentOverdue"})
    void theSaleEndsWithoutAPreliminaryContract(String code) {
        (code.equals("NotAccepted") ? acceptContract : collectEscrow).fails(code);
        faultIs("DEFAULTED", "NOT_BOUND", "NONE");
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "preliminaryFailed", "saleDefaulted", code);
        assertThat(refundEscrow.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("buyerPct", 100L));
    }

    @Test
    void theBuyerWhoDoesNotPayTheBalanceInTheExtraPeriodLosesTheDeposit() {
        doAnswer(call -> {
            collectEscrow.fails("PaymentOverdue");
            return Values.of(SaleVariables.PURPOSE, "BALANCE").with(SaleVariables.TO_PAY, Money.of(256_620_000));
        }).when(course).requestMoney(any(), eq(Purpose.BALANCE));
        faultIs("DEFAULTED", "NOT_PAID", "BUYER");
        var sale = anAcceptedOffer();

        engine.runJobs();

        engine.assertThatCalled(sale, "collectBalance").hasPassed("grantExtraPeriod", "extraPeriodOver", "balanceNotPaid");
        assertThat(collectEscrow.calls()).extracting(call -> call.get("payWithin")).containsExactly("P2D", "P10D", "P7D");
        calledOff(sale, "stageNotMet", "saleDefaulted", "PaymentOverdue");
        assertThat(refundEscrow.calls()).singleElement()
                .satisfies(call -> assertThat(call).containsEntry("buyerPct", 0L).containsEntry("sellerPct", 100L));
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void theSaleEndsWhenTheBankDoesNotLend(boolean silent) {
        when(course.openFinancing(any())).thenReturn(true);
        faultIs("DEFAULTED", "FINANCE_REFUSED", "BUYER");
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.assertThatCalled(sale, "financePurchase").isWaitingAt("recordLoanDecision");
        if (silent) {
            engine.passes(ofDays(22));
        } else {
            engine.complete(sale, "recordLoanDecision", Values.of(Variable.flag("loanApproved"), false)
                    .with(Variable.flag("otherBankAsked"), false));
        }
        engine.runJobs();

        calledOff(sale, "stageNotMet", "saleDefaulted", "FinanceRefused");
        assertThat(collectEscrow.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("purpose", "DEPOSIT"));
        verify(course, never()).draftSaleContract(any());
    }

    @Test
    void aPriceThatDoesNotPayTheBankOfTheSellerIsNotSigned() {
        when(course.payoffExceedsPrice(any())).thenReturn(true);
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "preliminaryFailed", "salePrevented", "PayoffNotCovered");
        assertThat(collectEscrow.calls()).isEmpty();
    }

    @Test
    void theNotaryMayRefuse() {
        notaryRefusesFor("DURESS");
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "notaryRefused", "saleRefused", "NotaryRefused");
        engine.assertThatCalled(sale, "cureRefusal").hasPassed("refusalStands").hasNotPassed("fixDocuments");
    }

    @Test
    void whatTheNotaryMissedIsBroughtAndTheTitleIsReadAgainBeforeTheNextVisit() {
        notaryRefusesFor("INCOMPLETE_DOCS");
        var sale = anAcceptedOffer();
        engine.runJobs();
        int readings = checkTitle.calls().size();

        engine.passes(ofDays(13));
        notarizeContract.answers(Values.of(SaleVariables.NOTARY_NUMBER, "NOT-2026-0001-000002"));
        engine.complete(sale, "fixDocuments", Values.of(Variable.flag("documentsFixed"), true));
        engine.runJobs();

        engine.assertThatCalled(sale, "fundAndCertify").hasPassed("notaryRefused", "cureRefusal", "contractCertified").isEnded();
        assertThat(checkTitle.calls()).hasSizeGreaterThan(readings);
        verify(course, times(2)).bookNotary(SaleId.of(sale));
        verify(course).gatherPapers(SaleId.of(sale), "NOT-2026-0001-000002", "T-1", "F-2");
    }

    @ParameterizedTest
    @CsvSource({"documentsGivenUp", "documentsNotBrought"})
    void theSaleEndsWhenWhatTheNotaryMissedDoesNotCome(String end) {
        notaryRefusesFor("EXPIRED_REFERENCE");
        var sale = anAcceptedOffer();
        engine.runJobs();

        if (end.equals("documentsGivenUp")) {
            engine.complete(sale, "fixDocuments", Values.of(Variable.flag("documentsFixed"), false));
        } else {
            engine.passes(ofDays(14).plusMinutes(1));
        }
        engine.runJobs();

        engine.assertThatCalled(sale, "cureRefusal").hasPassed("fixDocuments", end);
        calledOff(sale, "notaryRefused", "saleRefused", "NotaryRefused");
        assertThat(workflow.isOpen(sale, "fixDocuments")).isFalse();
    }

    private void notaryRefusesFor(String ground) {
        notarizeContract.fails("NotaryRefused");
        when(refusals.read(any())).thenReturn(ground);
        faultIs("REFUSED", "TITLE_STOP", "NONE");
    }

    @Test
    void theRegistrarMayRefuseAndEverythingIsUndone() {
        registerTransfer.fails("RegistrationRefused");
        faultIs("REFUSED", "TITLE_STOP", "NONE");
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, "titleNotPassed", "saleRefused", "RegistrationRefused");
        engine.assertThatCalled(sale, "callOffSale").hasPassedInOrder("assessFault", "decideDepositOutcome", "withdrawFiling",
                "voidNotarialEntry", "voidContracts", "refundEscrow", "releaseProperty", "saleCalledOff");
        verify(course, never()).earnPrice(any());
    }

    @Test
    void whatThePartiesHaveAgreedOnIsDividedWhereTheTableLeavesItToThem() {
        riskWeighs(45);
        faultIs("WITHDRAWN", "MUTUAL", "NONE");
        when(callOff.agreedShare(any(), eq("MUTUAL"))).thenReturn(Optional.of(40L));
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.tell(sale, "SaleStopped", Values.of(SaleVariables.END_CODE, "RescissionAgreed"));
        engine.runJobs();

        engine.assertThatCalled(sale, "callOffSale").hasPassedInOrder("assessFault", "decideDepositOutcome", "applyAgreedShares", "withdrawFiling");
        assertThat(refundEscrow.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("sellerPct", 40L).containsEntry("buyerPct", 60L));
    }

    @Test
    void aPartyMayWithdrawWhileTheSaleWaits() {
        riskWeighs(45);
        faultIs("WITHDRAWN", "NOT_BOUND", "NONE");
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.tell(sale, "SaleStopped", Values.of(SaleVariables.END_CODE, "PartyWithdrew"));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("saleStopped", "undoSale", "stoppedForGood").isEnded();
        assertThat(workflow.isOpen(sale, "reviewRisk")).isFalse();
        verify(callOff).assessFault(SaleId.of(sale), "PartyWithdrew");
        verify(callOff).releaseProperty(eq(SaleId.of(sale)), any());
    }

    @ParameterizedTest
    @CsvSource({"0,preliminaryFailed", "1,stageNotMet", "2,titleNotPassed"})
    void aNewBurdenStopsTheSaleAtEachGate(int gate, String boundary) {
        checkTitle.failsAfter(1 + gate, "TitleStopped");
        faultIs("CONDITIONS", "TITLE_STOP", "NONE");
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, boundary, "salePrevented", "TitleStopped");
        assertThat(collectEscrow.calls()).hasSize(gate == 0 ? 0 : 2);
        verify(course, never()).gatherPapers(any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"0,preliminaryFailed", "1,stageNotMet", "2,titleNotPassed"})
    void aDeathStopsTheSaleAtEachGate(int gate, String boundary) {
        when(deaths.read(any())).thenReturn(gate == 0, gate == 1, gate == 2);
        faultIs("CONDITIONS", "FORCE_MAJEURE", "NONE");
        var sale = anAcceptedOffer();

        engine.runJobs();

        calledOff(sale, boundary, "salePrevented", "PartyDied");
        verify(course, never()).gatherPapers(any(), any(), any(), any());
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aFrozenSaleHaltsAtItsNextGateUntilTheHeadDecides(boolean lifted) {
        when(supervision.isFrozen(any())).thenReturn(true).thenReturn(false);
        when(supervision.liftWithin()).thenReturn("PT24H");
        faultIs("CONDITIONS", "BLOCK", "NONE");
        var sale = anAcceptedOffer();
        engine.runJobs();

        assertThat(workflow.isOpen(sale, "liftSaleFreeze")).isTrue();
        assertThat(collectEscrow.calls()).isEmpty();
        engine.complete(sale, "liftSaleFreeze", Values.of(Variable.flag("freezeLifted"), lifted));
        engine.runJobs();

        if (lifted) {
            assertThat(workflow.isOpen(sale, "handOverKeys")).isTrue();
        } else {
            calledOff(sale, "preliminaryFailed", "salePrevented", "RiskBlocked");
        }
    }

    @Test
    void theMoneyIsReleasedOnlyWhenTheRegisterShowsTheNewOwner() {
        confirmOwner.answers(Values.of(Variable.flag("ownerConfirmed"), false));
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.complete(sale, "handOverKeys", Values.none());
        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, true));
        engine.runJobs();

        assertThat(confirmOwner.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("ownerId", BUYER.toString()));
        assertThat(releaseEscrow.calls()).singleElement().satisfies(call -> assertThat(call).containsEntry("registered", false));
    }

    @Test
    void anOperatorLooksAtASaleThatTakesTooLong() {
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.passes(ofDays(181));
        assertThat(workflow.isOpen(sale, "reviewSale")).isTrue();
        engine.complete(sale, "reviewSale", Values.of(REVIEW_AGAIN, true));
        assertThat(workflow.isOpen(sale, "handOverKeys")).isTrue();
        engine.passes(ofDays(15));
        assertThat(workflow.isOpen(sale, "reviewSale")).isTrue();
        engine.tell(sale, "SaleStopped", Values.of(SaleVariables.END_CODE, "DeadlinePassed"));
        engine.runJobs();

        engine.assertThat(sale).hasPassed("reviewSale", "nextReviewDue", "saleStopped", "stoppedForGood").isEnded();
        verify(callOff).assessFault(SaleId.of(sale), "DeadlinePassed");
    }

    @Test
    void aHandoverThatNobodyMakesIsGivenUpAndTheMoneyGoesOut() {
        var sale = anAcceptedOffer();
        engine.runJobs();
        engine.passes(ofDays(181));

        engine.complete(sale, "reviewSale", Values.of(REVIEW_AGAIN, false));
        engine.tell(sale, "HandoverGivenUp", Values.none());
        engine.runJobs();

        engine.assertThat(sale).hasPassed("saleReviewed", "handoverGivenUp", "joinSettlement", "settleSale", "keysHandedOver").isEnded();
        assertThat(releaseEscrow.calls()).hasSize(1);
        verify(course, never()).draftHandoverAct(any());
    }

    @Test
    void defectsAreCuredBeforeTheActIsMade() {
        var sale = anAcceptedOffer();
        engine.runJobs();
        engine.complete(sale, "handOverKeys", Values.none());

        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, false));
        verify(course, never()).draftHandoverAct(any());
        engine.complete(sale, "cureDefects", Values.of(SaleVariables.RETENTION_AGREED, false));
        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, true));
        engine.runJobs();

        verify(course).draftHandoverAct(SaleId.of(sale));
        engine.assertThat(sale).hasPassed("keysHandedOver").isEnded();
    }

    @Test
    void withARetentionTheActIsMadeAndTheBuyerConfirmsTheCureLater() {
        var sale = aRetention();

        verify(course).draftHandoverAct(SaleId.of(sale));
        assertThat(releaseEscrow.calls()).extracting(call -> call.get("handoverSigned")).containsExactly(false);
        engine.complete(sale, "confirmCure", Values.none());
        engine.runJobs();

        assertThat(releaseEscrow.calls()).extracting(call -> call.get("handoverSigned")).containsExactly(false, true);
        assertThat(releaseEscrow.calls()).extracting(call -> call.get("retentionAgreed")).containsExactly(true, false);
        engine.assertThat(sale).hasPassed("keysHandedOver").isEnded();
    }

    @Test
    void aBuyerWhoKeepsSilentDoesNotHoldTheRetentionForEver() {
        var sale = aRetention();

        engine.passes(ofDays(29));
        assertThat(workflow.isOpen(sale, "confirmCure")).isTrue();
        engine.passes(ofDays(2));
        engine.runJobs();

        assertThat(releaseEscrow.calls()).hasSize(2);
        engine.assertThat(sale).hasPassed("keysHandedOver").isEnded();
    }

    private CaseRef aRetention() {
        settles(true);
        var sale = anAcceptedOffer();
        engine.runJobs();
        engine.complete(sale, "handOverKeys", Values.none());
        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, false));
        engine.complete(sale, "cureDefects", Values.of(SaleVariables.RETENTION_AGREED, true));
        engine.runJobs();
        return sale;
    }

    private void settles(boolean retained) {
        when(course.prepareRelease(any())).thenReturn(Values.of(SaleVariables.AMOUNT, Money.of(285_000_000))
                .with(SaleVariables.HANDOVER_SIGNED, !retained).with(SaleVariables.RETENTION_AGREED, retained)
                .with(SaleVariables.RETAIN_WITHIN, "P30D"));
    }

    @Test
    void theActIsWrittenAgainWhenItWasNotAcceptedInTime() {
        var sale = anAcceptedOffer();
        engine.runJobs();
        engine.complete(sale, "handOverKeys", Values.none());
        engine.complete(sale, "acceptHandover", Values.of(SaleVariables.HANDOVER_ACCEPTED, true));
        acceptContract.fails("NotAccepted");
        when(course.draftHandoverAct(any())).thenReturn(document()).thenAnswer(call -> {
            acceptContract.answers(Values.none());
            return document();
        });

        engine.runJobs();

        verify(course).urgeBoth(SaleId.of(sale));
        verify(course, times(2)).draftHandoverAct(SaleId.of(sale));
        assertThat(acceptContract.calls()).last().satisfies(call -> assertThat(call).containsEntry("acceptWithin", "P7D"));
        engine.assertThat(sale).hasPassed("keysHandedOver").isEnded();
    }

    @Test
    void whoeverIsLateWithTheHandoverIsReminded() {
        var sale = anAcceptedOffer();
        engine.runJobs();

        engine.passes(ofDays(8));
        engine.complete(sale, "handOverKeys", Values.none());
        engine.passes(ofDays(8));

        verify(course).urge(SaleId.of(sale), true);
        verify(course).urge(SaleId.of(sale), false);
        assertThat(workflow.isOpen(sale, "acceptHandover")).isTrue();
    }

    private CaseRef anOffer() {
        return engine.start("sellProperty", Values.of(SaleVariables.SELLER, SELLER.toString()).with(SaleVariables.BUYER, BUYER.toString())
                .with(SaleVariables.PROPERTY, new UUID(1, 1).toString()).with(SaleVariables.OBJECT_TYPE, "APARTMENT")
                .with(SaleVariables.OFFER_VALID, "P5D").with(SaleVariables.OFFER_VALIDITY, "P3D").with(SaleVariables.DEPOSIT_PAY_WITHIN, "P2D")
                .with(SaleVariables.COMPLETE_WITHIN, "P180D")
                .with(SaleVariables.REVIEW_SALE_WITHIN, "P5D"));
    }

    private CaseRef anAcceptedOffer() {
        var sale = anOffer();
        answer(sale, "answerOffer", Answer.ACCEPT);
        return sale;
    }

    private void answer(CaseRef sale, String task, Answer answer) {
        engine.complete(sale, task, Values.of(task.equals("answerOffer") ? SaleVariables.OFFER_ANSWER : SaleVariables.COUNTER_ANSWER, answer.name()));
    }

    private void calledOff(CaseRef sale, String boundary, String end, String code) {
        engine.assertThat(sale).hasPassed(boundary, "callOff", end).isEnded();
        verify(callOff).assessFault(SaleId.of(sale), code);
        verify(callOff).releaseProperty(eq(SaleId.of(sale)), any());
    }

    private void faultIs(String outcome, String reason, String party) {
        when(callOff.assessFault(any(), any())).thenReturn(Values.of(SaleVariables.END_OUTCOME, outcome).with(SaleVariables.END_REASON, reason)
                .with(SaleVariables.FAULT_PARTY, party).with(SaleVariables.CONTRACT_DOUBLE, false)
                .with(SaleVariables.FINANCE_CLAUSE, false).with(SaleVariables.SIGNED, true));
    }

    private static Values document() {
        return Values.of(SaleVariables.DOCUMENT, new UUID(9, 9).toString())
                .with(SaleVariables.SIGNERS, List.of(SELLER.toString(), BUYER.toString()));
    }

    private static Values buyer(String type, String object) {
        return buyer(type, object, 0.07, 0);
    }

    private static Values buyer(String type, String object, double areaHa, long residentDays) {
        return Values.of(Variable.text("buyerType"), type).with(SaleVariables.OBJECT_TYPE, object)
                .with(Variable.text("location"), "CAPITAL").with(Variable.ratio("areaHa"), areaHa)
                .with(Variable.flag("freeGrant"), false).with(Variable.flag("freeGrantUsed"), false)
                .with(Variable.number("residentDays"), residentDays).with(Variable.number("age"), 33L)
                .with(Variable.ratio("foreignLandHa"), 0.05).with(Variable.number("foreignLandDays"), 183L);
    }

    static Values signs(double priceRatio) {
        var values = Values.of(Variable.ratio("priceRatio"), priceRatio);
        for (var name : List.of("priceGrowth90d", "incomeMultiple", "cashShare", "contractToEscrowRatio", "valuationToPrice", "ltv")) {
            values = values.with(Variable.ratio(name), null);
        }
        for (var name : List.of("daysSinceLastTransfer", "transfers12m", "sharedPartyLinks", "listingAgeHours", "sellerAge", "buyerAge",
                "poaDeals12m", "thirdPartyPayers")) {
            values = values.with(Variable.number(name), null);
        }
        for (var name : List.of("poaUsed", "sameDayNotary", "offPlatformContact", "highRiskCountry")) {
            values = values.with(Variable.flag(name), false);
        }
        return values;
    }

    /** The first assessment is news, those at the gates find the same again. */
    private void riskWeighs(long score) {
        when(risk.weigh(any(), any(), any())).thenReturn(weight(score)).thenReturn(weight(score).with(Variable.flag("riskNews"), false));
    }

    static Values weight(long score) {
        return Values.of(Variable.number("score"), score).with(Variable.flag("hardStop"), false).with(Variable.flag("riskNews"), true)
                .with(Variable.money("amountMnt"), Money.of(285_000_000))
                .with(Variable.flag("sanctionsHit"), false).with(Variable.flag("pep"), false);
    }
}
