package mn.eland.workflow;

import static mn.eland.workflow.BicycleFacts.BAT;
import static mn.eland.workflow.BicycleFacts.OPERATOR;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.spi.CaseFacts;
import mn.eland.workflow.trouble.Trouble;
import mn.eland.workflow.trouble.Troubles;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** A lock that does not answer, seen by operators and tried again. */
@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
class TroublesTests {

    private static final String WHY = "Цоож засагдсан";
    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired Troubles troubles;

    @AfterEach
    void repairTheLock() {
        BicycleFacts.LOCK_IS_BROKEN.set(false);
    }

    @Test
    void anOperatorSeesWhatFailedWhereAndWhenItIsTriedNext() {
        var rent = brokenRent();

        var trouble = only(rent);

        assertThat(trouble.activityId()).isEqualTo("unlockBicycle");
        assertThat(trouble.labelEn()).isEqualTo("Unlock the bicycle");
        assertThat(trouble.subject()).isEqualTo("Улаан дугуй");
        assertThat(trouble.kind()).isEqualTo("IllegalStateException");
        assertThat(trouble.technical()).isEqualTo("the lock does not answer");
        assertThat(trouble.tries()).isEqualTo(1);
        assertThat(trouble.nextTry()).isAfter(trouble.since());
        assertThat(troubles.count(OPERATOR)).hasValue(1);
        assertThat(troubles.kinds(rent)).containsExactly("IllegalStateException");
    }

    @Test
    void aStepThatWasGivenUpGoesOnWhenSomebodyHasItTriedAgain() {
        var rent = brokenRent();
        engine.passes(Duration.ofMinutes(11));
        engine.passes(Duration.ofMinutes(11));
        var trouble = only(rent);
        assertThat(trouble.tries()).isEqualTo(3);
        assertThat(trouble.nextTry()).isNull();

        BicycleFacts.LOCK_IS_BROKEN.set(false);
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), WHY).isDone()).isTrue();
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), WHY).refusal()).satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
            assertThat(refusal.code()).isEqualTo("TROUBLE_ASKED");
            assertThat(refusal.arguments()).containsEntry("by", "Оператор").containsKey("at");
        });
        engine.runJobs();

        assertThat(engine.variable(rent, "unlocked")).isEqualTo(true);
        assertThat(troubles.count(OPERATOR)).hasValue(0);
        assertThat(troubles.kinds(rent)).isEmpty();
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), WHY).refusal().code()).isEqualTo("TROUBLE_OVER_ASKED");
        assertThat(troubles.retries(OPERATOR, 1).get()).singleElement().satisfies(retry -> {
            assertThat(retry.caseRef()).isEqualTo(rent);
            assertThat(retry.byName()).isEqualTo("Оператор");
            assertThat(retry.reason()).isEqualTo(WHY);
        });
    }

    @Test
    void aTryThatFailsMayBeAskedForAnew() {
        var rent = brokenRent();
        var trouble = only(rent);

        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), WHY).isDone()).isTrue();
        engine.runJobs();

        assertThat(only(rent)).satisfies(again -> {
            assertThat(again.tries()).isEqualTo(2);
            assertThat(again.isAsked()).isFalse();
        });
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), WHY).isDone()).isTrue();
    }

    @Test
    void onlyOperatorsSeeAndAskAndTheySayWhy() {
        var trouble = only(brokenRent());

        assertThat(troubles.all(BAT, 10).refusal().code()).isEqualTo("TROUBLES_NOT_YOURS");
        assertThat(troubles.retries(BAT, 10).refusal().kind()).isEqualTo(Refusal.Kind.FORBIDDEN);
        assertThat(troubles.tryAgain(BAT, trouble.id(), WHY).refusal().code()).isEqualTo("TROUBLES_NOT_YOURS");
        assertThat(troubles.count(BAT)).isEmpty();
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), " ").refusal().field()).isEqualTo("reason");
        assertThat(troubles.tryAgain(OPERATOR, trouble.id(), "а".repeat(501)).refusal().code()).isEqualTo("FIELD_TOO_LONG");
        assertThat(troubles.tryAgain(OPERATOR, "unknown", WHY).refusal().code()).isEqualTo("TROUBLE_OVER");
    }

    private CaseRef brokenRent() {
        BicycleFacts.LOCK_IS_BROKEN.set(true);
        var rent = workflow.nextNumber('R');
        BicycleFacts.FACTS.put(rent, new CaseFacts.Facts("Улаан дугуй", "Бат"));
        engine.start("rentBicycle", rent, values(Map.of("hours", 3L)));
        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();
        return rent;
    }

    private Trouble only(CaseRef rent) {
        return troubles.all(OPERATOR, 10).get().stream().filter(trouble -> trouble.caseRef().equals(rent)).findFirst().orElseThrow();
    }
}
