package mn.eland.workflow;

import static mn.eland.workflow.BicycleFacts.BAT;
import static mn.eland.workflow.BicycleFacts.NARAN;
import static mn.eland.workflow.BicycleFacts.OFFICER;
import static mn.eland.workflow.BicycleFacts.OPERATOR;
import static mn.eland.workflow.BicycleFacts.STRANGER;
import static mn.eland.workflow.BicycleFacts.TSETSEG;
import static mn.eland.workflow.EngineScenario.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.workflow.InboxQuery.Due;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.InboxQuery.Sort;
import mn.eland.workflow.spi.CaseFacts;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@WorkflowTest(models = "workflow/models/*")
@Import(BicycleFacts.class)
class InboxTests {

    @Autowired EngineScenario engine;
    @Autowired Workflow workflow;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    @Autowired TaskService tasks;

    @BeforeEach
    void emptyInbox() {
        jdbc.sql("delete from workflow.work_items").update();
        BicycleFacts.FACTS.clear();
    }

    @Test
    void taskOfAGroupIsSeenByTheGroupAndNobodyElse() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));

        assertThat(inbox(BAT, Scope.GROUP)).singleElement().satisfies(task -> {
            assertThat(task.caseRef()).isEqualTo(rent);
            assertThat(task.taskKey()).isEqualTo("approveRent");
            assertThat(task.labelMn()).isEqualTo("Түрээс зөвшөөрөх");
            assertThat(task.labelEn()).isEqualTo("Approve the rent");
            assertThat(task.formKey()).isEqualTo("approveRent");
            assertThat(task.group()).isEqualTo("agents");
            assertThat(Duration.between(task.createdAt(), task.dueAt())).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        });
        assertThat(inbox(NARAN, Scope.ALL)).isEmpty();
        assertThat(inbox(STRANGER, Scope.ALL)).isEmpty();
        assertThat(inbox(BAT, Scope.OWN)).isEmpty();
        assertThat(workflow.task(NARAN, inbox(BAT, Scope.GROUP).get(0).id())).isEmpty();
    }

    @Test
    void takenTaskMovesFromTheGroupToTheHolderAndBack() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var task = inbox(BAT, Scope.GROUP).get(0);

        assertThat(workflow.claim(BAT, task.id()).get().assigneeName()).isEqualTo("Бат");
        assertThat(inbox(BAT, Scope.OWN)).hasSize(1);
        assertThat(inbox(TSETSEG, Scope.GROUP)).isEmpty();
        assertThat(inbox(TSETSEG, Scope.ALL)).hasSize(1);
        assertThat(tasks.createTaskQuery().taskId(task.id()).singleResult().getAssignee()).isEqualTo(BAT.party().toString());

        assertThat(workflow.release(TSETSEG, task.id()).refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(workflow.release(BAT, task.id()).get().assignee()).isNull();
        assertThat(inbox(TSETSEG, Scope.GROUP)).hasSize(1);
        assertThat(inbox(BAT, Scope.OWN)).isEmpty();
    }

    @Test
    void ofTwoWhoTakeTheSameTaskOneIsToldWhoWasFaster() throws Exception {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var id = inbox(BAT, Scope.GROUP).get(0).id();

        var outcomes = CamundaWorkflowTests.atTheSameTime(() -> workflow.claim(BAT, id), () -> workflow.claim(TSETSEG, id));

        var winner = outcomes.stream().filter(Outcome::isDone).toList();
        assertThat(winner).hasSize(1);
        assertThat(outcomes).filteredOn(outcome -> !outcome.isDone()).singleElement().satisfies(outcome -> {
            assertThat(outcome.refusal().code()).isEqualTo("TASK_TAKEN");
            assertThat(outcome.refusal().arguments()).containsEntry("by", winner.get(0).get().assigneeName()).containsKey("at");
        });
    }

    @Test
    void taskIsHandedOnOnlyWithinItsGroup() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var id = inbox(BAT, Scope.GROUP).get(0).id();

        assertThat(workflow.assign(BAT, id, TSETSEG.party()).refusal().code()).isEqualTo("TASK_NOT_YOURS");
        assertThat(workflow.assign(OPERATOR, id, NARAN.party()).refusal().code()).isEqualTo("TASK_NOT_OF_GROUP");
        assertThat(workflow.assign(OPERATOR, id, BAT.party()).get().assigneeName()).isEqualTo("Бат");
        assertThat(workflow.assign(BAT, id, TSETSEG.party()).get().assigneeName()).isEqualTo("Цэцэг");
        assertThat(inbox(BAT, Scope.OWN)).isEmpty();
        assertThat(inbox(TSETSEG, Scope.OWN)).hasSize(1);
    }

    @Test
    void taskOfTwoGroupsIsSeenOnceByEachAndTakenFromBoth() {
        engine.start("reviewThing", values(Map.of("urgency", 70L, "within", "P1D")));
        var both = new Actor(BicycleFacts.party(9), "Хоёулаа", java.util.Set.of(mn.eland.kernel.Role.AGENT, mn.eland.kernel.Role.NOTARY));

        assertThat(inbox(BAT, Scope.GROUP)).singleElement().satisfies(task -> assertThat(task.group()).isEqualTo("agents"));
        assertThat(inbox(NARAN, Scope.GROUP)).singleElement().satisfies(task -> assertThat(task.group()).isEqualTo("notaries"));
        assertThat(inbox(both, Scope.ALL)).hasSize(1);
        assertThat(workflow.inbox(both, InboxQuery.of(Scope.ALL)).count()).isOne();
        workflow.claim(NARAN, inbox(NARAN, Scope.GROUP).get(0).id()).get();
        assertThat(inbox(BAT, Scope.GROUP)).isEmpty();
        assertThat(inbox(NARAN, Scope.OWN)).hasSize(1);
    }

    @Test
    void reportOfSuspicionIsHiddenFromOperators() {
        engine.start("reportThing", Values.none());
        engine.start("rentBicycle", values(Map.of("hours", 3L)));

        assertThat(inbox(OFFICER, Scope.ALL)).extracting(TaskView::taskKey).containsExactly("reportThingTask");
        assertThat(inbox(OPERATOR, Scope.ALL)).extracting(TaskView::taskKey).containsExactly("approveRent");
        assertThat(workflow.task(OPERATOR, inbox(OFFICER, Scope.ALL).get(0).id())).isEmpty();
        assertThat(workflow.assign(OPERATOR, inbox(OFFICER, Scope.ALL).get(0).id(), OFFICER.party()).refusal().code())
                .isEqualTo("TASK_NOT_FOUND");
    }

    @Test
    void doneTaskLeavesTheInboxAndTellsWhoDidItAndWhen() {
        var rent = engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var id = inbox(BAT, Scope.GROUP).get(0).id();
        workflow.complete(rent, "approveRent", BAT, values(Map.of("approved", false))).get();

        assertThat(inbox(BAT, Scope.ALL)).isEmpty();
        assertThat(workflow.task(BAT, id)).get().satisfies(task -> assertThat(task.completedAt()).isNotNull());
        assertThat(workflow.claim(TSETSEG, id).refusal()).satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("TASK_DONE");
            assertThat(refusal.arguments()).containsEntry("by", "Бат").containsKey("at");
        });
    }

    @Test
    void taskThatALapsedTimerTookAwayLeavesTheInbox() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));

        engine.passes(Duration.ofHours(3));

        assertThat(inbox(BAT, Scope.ALL)).isEmpty();
    }

    @Test
    void dueDateChangedInTheEngineIsFollowed() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        var task = inbox(BAT, Scope.GROUP).get(0);
        var engineTask = tasks.createTaskQuery().taskId(task.id()).singleResult();

        engineTask.setDueDate(java.util.Date.from(task.dueAt().plus(Duration.ofDays(2))));
        engineTask.setPriority(80);
        tasks.saveTask(engineTask);

        assertThat(inbox(BAT, Scope.GROUP).get(0).dueAt()).isEqualTo(task.dueAt().plus(Duration.ofDays(2)).truncatedTo(java.time.temporal.ChronoUnit.MILLIS));
        assertThat(inbox(BAT, Scope.GROUP).get(0).priority()).isEqualTo(80);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void pagesFollowOneAnotherWithoutGapOrRepetition(Sort sort) {
        var terms = List.of("P3D", "PT1H", "P1D", "P3D", "PT5M", "P9D", "P1D");
        for (int i = 0; i < terms.size(); i++) {
            engine.start("reviewThing", values(Map.of("urgency", 50L + i % 3, "within", terms.get(i))));
        }

        var seen = new ArrayList<TaskView>();
        String cursor = null;
        do {
            var page = workflow.inbox(BAT, new InboxQuery(Scope.GROUP, null, null, null, null, sort, cursor, 2));
            assertThat(page.count()).isEqualTo(7);
            seen.addAll(page.tasks());
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).extracting(TaskView::id).doesNotHaveDuplicates().hasSize(7);
        assertThat(seen).isSortedAccordingTo(switch (sort) {
            case DUE -> Comparator.comparing(TaskView::dueAt);
            case CREATED -> Comparator.comparing(TaskView::createdAt).reversed();
            case PRIORITY -> Comparator.comparing(TaskView::priority).reversed().thenComparing(TaskView::dueAt);
        });
    }

    @Test
    void cursorThatIsNotOursIsRefused() {
        for (var cursor : List.of("x", "a|b|c|d", "YXxifGN8ZA", "%%%")) {
            assertThatThrownBy(() -> workflow.inbox(BAT, new InboxQuery(Scope.GROUP, null, null, null, null, Sort.DUE, cursor, 2)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void tasksAreFoundByCaseNumberPropertyAndPerson() {
        var first = facts(workflow.nextNumber('S'), "Хан-Уул, Жардин хотхон, 85 м²", "Бат Дорж, Цэцэг");
        var second = facts(workflow.nextNumber('S'), "Баянзүрх, 100% шинэ_байр", "Наран");
        engine.start("rentBicycle", first, values(Map.of("hours", 3L)));
        engine.start("rentBicycle", second, values(Map.of("hours", 3L)));

        assertThat(found("жардин")).containsExactly(first);
        assertThat(found("НАРАН")).containsExactly(second);
        assertThat(found(first.number())).containsExactly(first);
        assertThat(found(second.number().toLowerCase(java.util.Locale.ROOT))).containsExactly(second);
        assertThat(found("S-")).containsExactlyInAnyOrder(first, second);
        assertThat(found("0% ш")).containsExactly(second);
        assertThat(found("5% ш")).isEmpty();
        assertThat(found("е_б")).isEmpty();
        assertThat(found("э_б")).containsExactly(second);
        assertThat(found("' or 1=1 --")).isEmpty();
    }

    @Test
    void changedFactsOfACaseAreFollowed() {
        var rent = facts(workflow.nextNumber('S'), "Жардин", "Бат");
        engine.start("rentBicycle", rent, values(Map.of("hours", 3L)));
        facts(rent, "Зайсан", "Бат");

        workflow.factsChanged(rent);

        assertThat(found("зайсан")).containsExactly(rent);
        assertThat(found("жардин")).isEmpty();
    }

    @Test
    void tasksAreFilteredByKindGroupAndDueTime() {
        engine.start("rentBicycle", values(Map.of("hours", 3L)));
        engine.start("reviewThing", values(Map.of("urgency", 50L, "within", "P4D")));

        assertThat(filtered(null, "reviewThingTask", null)).containsExactly("reviewThingTask");
        assertThat(filtered("agents", null, null)).hasSize(2);
        assertThat(filtered("notaries", null, null)).isEmpty();
        assertThat(filtered(null, null, Due.OVERDUE)).isEmpty();
        clock.passes(Duration.ofHours(3));
        assertThat(filtered(null, null, Due.OVERDUE)).containsExactly("approveRent");
        clock.passes(Duration.ofDays(4).minusHours(3).minusMinutes(5).minus(Duration.ofHours(0)));
        assertThat(filtered(null, null, Due.TODAY).size() + filtered(null, null, Due.OVERDUE).size()).isBetween(1, 2);
    }

    private List<String> filtered(String group, String taskKey, Due due) {
        return workflow.inbox(BAT, new InboxQuery(Scope.ALL, null, group, taskKey, due, Sort.DUE, null, 20)).tasks().stream()
                .map(TaskView::taskKey).toList();
    }

    private List<CaseRef> found(String text) {
        return workflow.inbox(BAT, new InboxQuery(Scope.ALL, text, null, null, null, Sort.DUE, null, 20)).tasks().stream()
                .map(TaskView::caseRef).toList();
    }

    private List<TaskView> inbox(Actor actor, Scope scope) {
        var page = workflow.inbox(actor, InboxQuery.of(scope));
        assertThat(page.count()).isEqualTo(page.tasks().size());
        return page.tasks();
    }

    private static CaseRef facts(CaseRef key, String subject, String people) {
        BicycleFacts.FACTS.put(key, new CaseFacts.Facts(subject, people));
        return key;
    }
}
