package mn.eland.person.payout;

import static java.time.Duration.ofHours;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.OptionalLong;
import mn.eland.identity.payout.AccountHolders;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.Values;
import mn.eland.workflow.WorkflowTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** One test for each end of "Change a pay-out account", for each way to it and for the cooling time. */
@WorkflowTest(models = "processes/person/*.bpmn, decisions/person/*.dmn, decisions/workflow/*.dmn, forms/person/*.form")
@Import(PayoutSteps.class)
class ChangePayoutAccountScenarios {

    private static final AccountSigns PLAIN_FIRST = new AccountSigns(ordinary(false), AccountSigns.NEVER, AccountSigns.NEVER, true, true);
    private static final AccountSigns PLAIN = new AccountSigns(ordinary(false), AccountSigns.NEVER, AccountSigns.NEVER, true, false);

    @MockitoBean PayoutAccounts accounts;
    @Autowired EngineScenario engine;

    @Test
    void aPlainFirstAccountHoldsAfterADay() {
        var change = named(PLAIN_FIRST);
        verify(accounts).takePrecautions(change, 0, List.of(), false, "PT24H");

        engine.passes(ofHours(23));
        verify(accounts, never()).adopt(any());
        engine.passes(ofHours(2));

        engine.assertThat(change).hasPassedInOrder("takePrecautions", "coolingOver", "adoptAccount", "accountAdopted").hasNotPassed("confirmPayoutAccount").isEnded();
        verify(accounts).adopt(change);
    }

    @Test
    void anotherAccountIsSeenByASecondPersonAfterADay() {
        var change = named(PLAIN);
        engine.passes(ofHours(25));
        engine.assertThat(change).isWaitingAt("confirmPayoutAccount").task("confirmPayoutAccount").hasCandidateGroup("escrow_officers");

        engine.complete(change, "confirmPayoutAccount", Values.of(PayoutVariables.CONFIRMED, true));

        engine.assertThat(change).hasPassed("adoptAccount", "accountAdopted").isEnded();
    }

    @Test
    void theSecondPersonMayRefuse() {
        var change = named(PLAIN);
        engine.passes(ofHours(25));

        engine.complete(change, "confirmPayoutAccount", Values.of(PayoutVariables.CONFIRMED, false));

        engine.assertThat(change).hasPassed("dropAccount", "accountDropped").hasNotPassed("adoptAccount").isEnded();
        verify(accounts).drop(change);
    }

    @Test
    void theOwnerTakesItBackWhileItCools() {
        var change = named(PLAIN);

        engine.tell(change, "PayoutChangeWithdrawn", Values.none());

        engine.assertThat(change).hasPassed("changeWithdrawn", "dropAccount", "accountDropped").hasNotPassed("coolingOver").isEnded();
    }

    @Test
    void theOwnerTakesItBackBeforeTheSecondPersonHasLooked() {
        var change = named(PLAIN);
        engine.passes(ofHours(25));

        engine.tell(change, "PayoutChangeWithdrawn", Values.none());

        engine.assertThat(change).hasPassed("accountWithdrawn", "dropAccount", "accountDropped").hasNotPassed("adoptAccount").isEnded();
    }

    @Test
    void strongSignsStopPayOuts() {
        var change = named(new AccountSigns(ordinary(true), 1, AccountSigns.NEVER, false, false));

        verify(accounts).takePrecautions(change, 85, List.of("NEW_DEVICE", "PAYOUT_CHANGE", "IBAN_NAME"), true, "PT24H");
    }

    private static AccountHolders.Signs ordinary(boolean newDevice) {
        return new AccountHolders.Signs(newDevice, false, 0, 0, OptionalLong.empty(), 400, 1.0);
    }

    private CaseRef named(AccountSigns signs) {
        when(accounts.signs(any())).thenReturn(signs);
        return engine.start("changePayoutAccount", Values.none());
    }
}
