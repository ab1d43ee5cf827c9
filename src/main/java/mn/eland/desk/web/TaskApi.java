package mn.eland.desk.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.desk.Drafts;
import mn.eland.edge.web.RefusedException;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The inbox for programs: the same doors as the pages. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "tasks")
class TaskApi {

    private final Workflow workflow;
    private final TaskForms forms;
    private final Drafts drafts;

    TaskApi(Workflow workflow, TaskForms forms, Drafts drafts) {
        this.workflow = workflow;
        this.forms = forms;
        this.drafts = drafts;
    }

    @GetMapping
    @Operation(summary = "Tasks of the caller: own, of the groups, or all; cursor-paged")
    TaskList list(Actor actor, @RequestParam(required = false) InboxQuery.Scope scope, @RequestParam(required = false) String text,
                  @RequestParam(required = false) String group, @RequestParam(required = false) String kind,
                  @RequestParam(required = false) InboxQuery.Due due, @RequestParam(required = false) InboxQuery.Sort sort,
                  @RequestParam(required = false) String cursor, @RequestParam(defaultValue = "20") int limit) {
        var page = InboxPages.page(workflow, actor, new InboxQuery(scope, text, group, kind, due, sort, cursor, limit));
        return new TaskList(page.tasks().stream().map(TaskApi::item).toList(), page.count(), page.next());
    }

    @GetMapping("/{id}")
    @Operation(summary = "One task with its form")
    TaskDetail get(Actor reader, @PathVariable String id) {
        var task = find(reader, id);
        var actor = forms.as(reader, task);
        var kept = drafts.of(id, actor.party());
        return new TaskDetail(item(task), forms.offered(actor, task),
                task.isOpen() ? forms.of(task).prefill(actor, task) : Map.of(), forms.of(task).facts(actor, task).stream()
                .map(fact -> new FactItem(fact.labelKey(), fact.value() instanceof TaskForm.MessageKey key ? key.key() : String.valueOf(fact.value())))
                .toList(), forms.of(task).documents(actor, task), kept.map(Drafts.Draft::answers).orElse(null),
                kept.map(Drafts.Draft::savedAt).orElse(null));
    }

    @PutMapping("/{id}/draft")
    @Operation(summary = "Keeps unfinished answers for another hour or device; nothing is checked yet")
    Kept keep(Actor actor, @PathVariable String id, @RequestBody Map<String, Object> answers) {
        var task = find(actor, id);
        return new Kept(RefusedException.orThrow(drafts.keep(forms.as(actor, task), task, answers)));
    }

    @PostMapping("/{id}/claim")
    @Operation(summary = "Takes a group task")
    TaskItem claim(Actor actor, @PathVariable String id) {
        return item(RefusedException.orThrow(workflow.claim(actor, id)));
    }

    @PostMapping("/{id}/release")
    @Operation(summary = "Gives a task back to its group")
    TaskItem release(Actor actor, @PathVariable String id) {
        return item(RefusedException.orThrow(workflow.release(actor, id)));
    }

    @PostMapping("/{id}/assign")
    @Operation(summary = "Hands a task to a colleague of the group")
    TaskItem assign(Actor actor, @PathVariable String id, @RequestBody Assignment assignment) {
        if (assignment.to() == null) {
            throw new RefusedException(Refusal.invalid("FIELD_REQUIRED", "to"));
        }
        return item(RefusedException.orThrow(workflow.assign(actor, id, new PartyId(assignment.to()))));
    }

    @PostMapping("/{id}/complete")
    @Operation(summary = "Answers the task's form; the answers are checked as on the page")
    TaskItem complete(Actor actor, @PathVariable String id, @RequestBody Map<String, Object> answers) {
        var task = find(actor, id);
        var checked = FormAnswers.of(forms.definition(task), answers);
        if (!checked.isValid()) {
            throw new RefusedException(checked.refusals().get(0));
        }
        RefusedException.orThrow(forms.submit(forms.as(actor, task), task, checked.values()));
        drafts.forget(id);
        return item(workflow.task(actor, id).orElse(task));
    }

    private TaskView find(Actor actor, String id) {
        return workflow.task(actor, id).orElseThrow(() -> new RefusedException(Refusal.notFound("TASK_NOT_FOUND")));
    }

    private static TaskItem item(TaskView task) {
        return new TaskItem(task.id(), task.caseRef().number(), task.taskKey(), task.labelMn(), task.labelEn(), task.group(),
                task.assignee() == null ? null : task.assignee().value(), task.assigneeName(), task.subject(), task.people(),
                task.createdAt(), task.dueAt(), task.priority(), task.completedAt());
    }

    /** @param kind the activity id; @param completedAt null while open */
    record TaskItem(String id, String caseNumber, String kind, String labelMn, String labelEn, String group, UUID assignee,
                    String assigneeName, String subject, String people, Instant createdAt, Instant dueAt, int priority,
                    Instant completedAt) {
    }

    /** @param count exact up to 1000; @param next cursor of the following page, null on the last */
    record TaskList(List<TaskItem> tasks, int count, String next) {
    }

    /** @param facts what the page shows beside the form: name and value, message keys where they are words; @param draft kept answers, or null */
    record TaskDetail(TaskItem task, FormDefinition form, Map<String, Object> prefill, List<FactItem> facts,
                      List<TaskForm.Document> documents, Map<String, Object> draft, Instant draftAt) {
    }

    record Kept(Instant at) {
    }

    record FactItem(String label, String value) {
    }

    record Assignment(UUID to) {
    }
}
