package mn.eland.sale.arrears;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import mn.eland.DecisionTable;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.sale.arrears.ArrearsStore.Delay;
import mn.eland.workflow.Workflow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LatePenaltyTests {

    private static final Instant DUE = Instant.parse("2026-12-06T06:00:00Z");
    private static final Money OWED = Money.of(180_000_000);
    private final Workflow workflow = mock(Workflow.class);
    private final LatePenalty penalty = new LatePenalty(workflow);

    @BeforeEach
    void theTablesAnswer() {
        var parameters = DecisionTable.of("workflow", "parameters");
        var late = DecisionTable.of("payment", "latePenalty");
        when(workflow.parameter(any())).thenAnswer(call -> parameters.ask("key", call.getArgument(0)).get(0).get("value"));
        when(workflow.decide(any(), any())).thenAnswer(call -> late.ask(call.<java.util.Map<String, Object>>getArgument(1)));
    }

    @Test
    void threeDaysAreFreeAndEachFurtherDayBearsTheAgreedRate() {
        assertThat(after(3, OWED)).isZero();
        assertThat(after(4, OWED)).isEqualTo(900_000);
        assertThat(after(7, OWED)).isEqualTo(3_600_000);
    }

    @Test
    void aPaymentInPartLowersWhatTheNextDaysBear() {
        var fifthDay = penalty.counted(delay(true, 0.005), OWED, DUE.plus(Duration.ofDays(5)));
        var seventhDay = penalty.counted(fifthDay, Money.of(80_000_000), DUE.plus(Duration.ofDays(7)));

        assertThat(fifthDay.interest().tugrug()).isEqualTo(1_800_000);
        assertThat(seventhDay.interest().tugrug()).isEqualTo(1_800_000 + 800_000);
    }

    @Test
    void aDayIsCountedOnce() {
        var once = penalty.counted(delay(true, 0.005), OWED, DUE.plus(Duration.ofDays(5)));

        assertThat(penalty.counted(once, OWED, DUE.plus(Duration.ofDays(5)))).isEqualTo(once);
    }

    @Test
    void nothingIsOwedThatWasNotAgreedInWriting() {
        assertThat(penalty.counted(delay(false, 0), OWED, DUE.plus(Duration.ofDays(40))).interest().tugrug()).isZero();
    }

    @Test
    void theLawCapsTheRateOfADayAndTheSum() {
        assertThat(penalty.counted(delay(true, 0.02), OWED, DUE.plus(Duration.ofDays(10))).interest().tugrug()).isEqualTo(9_000_000);
        assertThat(penalty.counted(delay(true, 0.005), OWED, DUE.plus(Duration.ofDays(200))).interest().tugrug()).isEqualTo(90_000_000);
    }

    @Test
    void feesBearNoInterestAndNothingIsCountedBeyondTheExtraPeriod() {
        assertThat(after(4, OWED.plus(Money.of(120_000)))).isEqualTo(900_000);
        var granted = new Delay(CaseRef.of("S-2026-000001"), DUE, DUE.plus(Duration.ofDays(7)), OWED, true, 0.005, 0, Money.ZERO, "OPEN");

        assertThat(penalty.counted(granted, OWED, DUE.plus(Duration.ofDays(30))).interest().tugrug()).isEqualTo(3_600_000);
    }

    private long after(int days, Money missing) {
        return penalty.counted(delay(true, 0.005), missing, DUE.plus(Duration.ofDays(days))).interest().tugrug();
    }

    private static Delay delay(boolean agreed, double rate) {
        return new Delay(CaseRef.of("S-2026-000001"), DUE, null, OWED, agreed, rate, 0, Money.ZERO, "OPEN");
    }
}
