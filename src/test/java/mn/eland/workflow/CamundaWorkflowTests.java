package mn.eland.workflow;

import static mn.eland.workflow.BicycleFacts.BAT;
import static mn.eland.workflow.BicycleFacts.NARAN;
import static mn.eland.workflow.BicycleFacts.OPERATOR;
import static mn.eland.workflow.BicycleFacts.STRANGER;
import static mn.eland.workflow.BicycleFacts.TSETSEG;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.engine.Collision;
import mn.eland.workflow.Workflow.StepView;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Import;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
@ExtendWith(OutputCaptureExtension.class)
class CamundaWorkflowTests {

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService management;
    @Autowired HistoryService history;

    @AfterEach
    void repairTheLock() {
        BicycleFacts.LOCK_IS_BROKEN.set(false);
        BicycleFacts.RIVAL.set(null);
    }

    @Test
    void numbersOfASeriesFollowOneAnotherAndAreNeverGivenTwice() throws Exception {
        var pool = Executors.newFixedThreadPool(4);

        var numbers = pool.invokeAll(Stream.<Callable<CaseRef>>generate(() -> () -> workflow.nextNumber('A')).limit(40).toList());

        var distinct = new HashSet<CaseRef>();
        for (var number : numbers) {
            distinct.add(number.get());
        }
        pool.shutdown();
        assertThat(distinct).hasSize(40).allSatisfy(number -> assertThat(number.number()).matches("A-\\d{4}-0000\\d\\d"));
    }

    @Test
    void engineAndTablesAreUndoneTogether() {
        jdbc.sql("create table if not exists rolled_back (id int)").update();
        var key = workflow.nextNumber('S');

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            workflow.start("rentBicycle", key, values(Map.of("hours", 3L)));
            jdbc.sql("insert into rolled_back values (1)").update();
            throw new IllegalStateException("afterwards");
        })).hasMessage("afterwards");

        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.number()).count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.number()).count()).isZero();
        assertThat(jdbc.sql("select count(*) from rolled_back").query(Long.class).single()).isZero();
        assertThat(workflow.isOpen(key, "approveRent")).isFalse();
    }

    @Test
    void messageThatNobodyWaitsForIsRefusedAndUndoesNothing(CapturedOutput output) {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        jdbc.sql("create table if not exists kept (id int)").update();

        var outcome = transaction.execute(status -> {
            jdbc.sql("insert into kept values (1)").update();
            return workflow.tell(rent, "BicycleReturned", Values.none());
        });

        assertThat(outcome.refusal().code()).isEqualTo("NOT_WAITING");
        assertThat(jdbc.sql("select count(*) from kept").query(Long.class).single()).isOne();
        assertThat(output).doesNotContain("ENGINE-");
    }

    @Test
    void messageToldTwiceAtTheSameTimeIsTakenOnce() throws Exception {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L, "witnesses", BAT.party().toString())));
        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();

        var outcomes = atTheSameTime(() -> workflow.tell(rent, "BicycleReturned", Values.none()),
                () -> workflow.tell(rent, "BicycleReturned", Values.none()));

        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone())
                .singleElement().satisfies(outcome -> assertThat(outcome.refusal().code()).isEqualTo("NOT_WAITING"));
    }

    @Test
    void taskIsCompletedOnceAndTheSecondHearsByWhom() throws Exception {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var approved = values(Map.of("approved", true));

        var outcomes = atTheSameTime(() -> workflow.complete(rent, "approveRent", BAT, approved),
                () -> workflow.complete(rent, "approveRent", TSETSEG, approved));

        assertThat(outcomes).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).singleElement().satisfies(outcome -> {
            assertThat(outcome.refusal().code()).isEqualTo("TASK_DONE");
            assertThat(outcome.refusal().arguments()).containsKeys("by", "at");
            assertThat(outcome.refusal().arguments().get("by")).isIn("Бат", "Цэцэг");
        });
    }

    @Test
    void messageThatLosesAgainstTheEngineItselfIsUndoneInTheWordOfTheHouse() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L, "witnesses", BAT.party().toString())));
        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();
        jdbc.sql("create table if not exists told (id int)").update();
        var waiting = runtime.createExecutionQuery().processInstanceBusinessKey(rent.number())
                .messageEventSubscriptionName("BicycleReturned").singleResult().getId();
        BicycleFacts.RIVAL.set(() -> CompletableFuture.runAsync(() -> runtime.messageEventReceived("BicycleReturned", waiting)).join());

        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            jdbc.sql("insert into told values (1)").update();
            workflow.tell(rent, "BicycleReturned", Values.none());
        })).isInstanceOf(ConcurrencyFailureException.class);

        assertThat(jdbc.sql("select count(*) from told").query(Long.class).single()).isZero();
        assertThat(workflow.openTasks(BAT, rent)).hasSize(1);
    }

    @Test
    void ofAPersonAndATimerAtTheSameTimeOneWinsAndThePersonHearsIt() throws Exception {
        for (int i = 0; i < 4; i++) {
            var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
            var task = workflow.openTasks(BAT, rent).get(0);
            var timer = management.createJobQuery().processInstanceId(runtime.createProcessInstanceQuery()
                    .processInstanceBusinessKey(rent.number()).singleResult().getId()).timers().singleResult().getId();

            var heard = atTheSameTime(() -> outcome(() -> workflow.complete(rent, "approveRent", BAT, values(Map.of("approved", false)))),
                    () -> outcome(() -> {
                        Collision.told(() -> management.executeJob(timer));
                        return Outcome.done();
                    }));

            assertThat(heard).filteredOn(word -> word.equals("done")).hasSize(1);
            assertThat(heard.get(0)).isIn("done", "TASK_GONE", "ConcurrencyFailure");
            assertThat(workflow.hindrance(BAT, task.id())).get()
                    .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(heard.get(0).equals("done") ? "TASK_DONE" : "TASK_GONE"));
        }
    }

    private static String outcome(Supplier<Outcome<Void>> act) {
        try {
            var outcome = act.get();
            return outcome.isDone() ? "done" : outcome.refusal().code();
        } catch (ConcurrencyFailureException lost) {
            return "ConcurrencyFailure";
        } catch (org.camunda.bpm.engine.ProcessEngineException lost) {
            return "the timer lost";
        }
    }

    @Test
    void taskOfSomebodyElseIsNotCompleted() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var taskId = workflow.openTasks(BAT, rent).get(0).id();
        workflow.claim(BAT, taskId).get();

        var outcome = workflow.complete(rent, "approveRent", TSETSEG, Values.none());

        assertThat(outcome.refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(outcome.refusal().arguments()).containsEntry("by", "Бат");
        assertThat(workflow.complete(rent, "approveRent", STRANGER, Values.none()).refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(workflow.isOpen(rent, "approveRent")).isTrue();
    }

    @Test
    void eachPersonOfAParallelTaskCompletesTheirOwn() {
        var rent = returned(BAT.party() + "\n" + NARAN.party());

        assertThat(workflow.openTasks(NARAN, rent)).singleElement()
                .satisfies(task -> assertThat(task.assignee()).isEqualTo(NARAN.party()));
        assertThat(workflow.complete(rent, "witnessInspection", NARAN, Values.none()).isDone()).isTrue();
        assertThat(workflow.complete(rent, "witnessInspection", NARAN, Values.none()).refusal().code()).isEqualTo("TASK_DONE");
        assertThat(workflow.complete(rent, "witnessInspection", TSETSEG, Values.none()).refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(workflow.complete(rent, "witnessInspection", BAT, Values.none()).isDone()).isTrue();
        engine.assertThat(rent).isEnded();
    }

    @Test
    void answersOfACollectingTableAreSummedAndJoined() {
        var risky = engine.start("assessThing", values(Map.of("hours", 30L, "night", true, "approverGroup", "agents")));
        var harmless = engine.start("assessThing", values(Map.of("hours", 1L, "night", false, "approverGroup", "agents")));

        assertThat(engine.variable(risky, "points")).isEqualTo(35L);
        assertThat(engine.variable(risky, "codes")).isEqualTo("LONG\nNIGHT");
        assertThat(engine.variable(harmless, "points")).isEqualTo(0L);
        assertThat(engine.variable(harmless, "codes")).isEqualTo("");
    }

    @Test
    void tableWithoutAMatchingRowAnswersWithNothingAndNoObjectIsStored() {
        var rent = engine.start("assessThing", values(Map.of("hours", 2L, "night", false, "approverGroup", "agents")));

        assertThat(workflow.decide("bicyclePrice", Map.of("hours", 0L))).isEmpty();
        assertThat(workflow.decide("bicyclePrice", Map.of("hours", 30L))).singleElement()
                .satisfies(row -> assertThat(row).containsEntry("answerWithin", "P5D working"));
        assertThat(workflow.explain("bicyclePrice", Map.of("hours", 30L))).singleElement().isEqualTo(new Workflow.RuleView("long",
                Map.of("hours", "> 24"), Map.of("pricePerHour", 1000L, "answerWithin", "P5D working", "risky", true), "test [H]"));
        assertThat(workflow.isConfidential("assessThing")).isFalse();
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceIdIn(runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(rent.number()).singleResult().getId()).list())
                .extracting(variable -> variable.getTypeName()).containsOnly("string", "boolean", "long");
    }

    @Test
    void stepThatKeepsFailingBecomesAnIncidentThatPagesShow() {
        BicycleFacts.LOCK_IS_BROKEN.set(true);
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        engine.complete(rent, "approveRent", values(Map.of("approved", true)));

        engine.runJobs();
        assertThat(workflow.steps(rent)).last().satisfies(step -> assertThat(step.state()).isEqualTo(StepView.State.NOW));
        engine.passes(Duration.ofMinutes(11));
        engine.passes(Duration.ofMinutes(11));

        assertThat(workflow.steps(rent)).last().satisfies(step -> {
            assertThat(step.activityId()).isEqualTo("unlockBicycle");
            assertThat(step.state()).isEqualTo(StepView.State.FAILED);
            assertThat(step.labelMn()).isEqualTo("Цоож нээх");
            assertThat(step.labelEn()).isEqualTo("Unlock the bicycle");
        });
        assertThat(workflow.diagrams(rent)).singleElement().satisfies(diagram -> {
            assertThat(diagram.failed()).containsExactly("unlockBicycle");
            assertThat(diagram.now()).isEmpty();
            assertThat(diagram.done()).contains("asked", "approveRent", "isApproved");
        });
    }

    @Test
    void positionOfACaseIsShownOverAllItsProcesses() {
        var rent = returned(BAT.party().toString());

        var diagrams = workflow.diagrams(rent);
        assertThat(diagrams).extracting(Workflow.DiagramView::processKey).containsExactly("rentBicycle", "inspectThing");
        assertThat(diagrams.get(0).now()).containsExactly("inspectBicycle");
        assertThat(diagrams.get(0).labelEn()).isEqualTo("Rent a bicycle");
        assertThat(diagrams.get(1).now()).containsExactly("witnessInspection");
        assertThat(workflow.steps(rent)).extracting(StepView::activityId).containsSubsequence("asked", "choosePrice",
                "approveRent", "unlockBicycle", "bicycleReturned", "witnessInspection");
        assertThat(workflow.steps(rent)).filteredOn(step -> step.activityId().equals("approveRent")).singleElement()
                .satisfies(step -> assertThat(step.group()).isEqualTo("agents"));
        assertThat(workflow.diagramXml(diagrams.get(0).definitionId())).get().asString().contains("rentBicycle");
        assertThat(workflow.diagramXml("no:1:such")).isEmpty();
    }

    @Test
    void caseThatIsCancelledLeavesNoOpenTask() {
        var rent = returned(BAT.party().toString());

        workflow.cancel(rent, "withdrawn");

        assertThat(workflow.openTasks(BAT, rent)).isEmpty();
        assertThat(workflow.isOpen(rent, "witnessInspection")).isFalse();
        assertThat(workflow.steps(rent)).last().satisfies(step -> assertThat(step.state()).isEqualTo(StepView.State.CANCELLED));
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(rent.number()).count()).isZero();
    }

    @Test
    void formIsReadAsItWasDeployedLast() {
        var form = workflow.form("approveRent").orElseThrow();

        assertThat(form.fields()).extracting(FormDefinition.Field::key).contains("decision", "reason", "hours");
        assertThat(workflow.form("nothing")).isEmpty();
    }

    @Test
    void holidaysAreKeptByThoseWhoMayAndMoveDeadlines() {
        var monday = java.time.Instant.parse("2026-12-07T02:00:00Z");
        assertThat(workflow.plus(monday, "P1D working")).isEqualTo("2026-12-08T10:00:00Z");

        assertThat(workflow.putHoliday(BAT, day("2026-12-08")).refusal().code()).isEqualTo("HOLIDAYS_NOT_YOURS");
        assertThat(workflow.putHoliday(OPERATOR, day("2026-12-08")).isDone()).isTrue();
        assertThat(workflow.plus(monday, "P1D working")).isEqualTo("2026-12-09T10:00:00Z");
        assertThat(workflow.holidays(2026)).extracting(Holiday::day).contains(LocalDate.parse("2026-12-08"), LocalDate.parse("2026-07-11"));
        assertThat(workflow.removeHoliday(OPERATOR, LocalDate.parse("2026-12-08")).isDone()).isTrue();
        assertThat(workflow.removeHoliday(OPERATOR, LocalDate.parse("2026-12-08")).refusal().code()).isEqualTo("HOLIDAY_NOT_FOUND");
        assertThat(workflow.plus(monday, "P1D working")).isEqualTo("2026-12-08T10:00:00Z");
    }

    private static Holiday day(String day) {
        return new Holiday(LocalDate.parse(day), "Амралт", "Day off", true);
    }

    private CaseRef returned(String witnesses) {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L, "witnesses", witnesses)));
        engine.complete(rent, "approveRent", values(Map.of("approved", true)));
        engine.runJobs();
        engine.tell(rent, "BicycleReturned", Values.none());
        return rent;
    }

    @SafeVarargs
    static <T> java.util.List<T> atTheSameTime(Callable<T>... acts) throws Exception {
        var start = new CyclicBarrier(acts.length);
        var pool = Executors.newFixedThreadPool(acts.length);
        try {
            var futures = Stream.of(acts).map(act -> pool.submit(() -> {
                start.await();
                return act.call();
            })).toList();
            var results = new java.util.ArrayList<T>();
            for (var future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            pool.shutdown();
        }
    }
}
