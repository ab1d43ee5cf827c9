package mn.eland.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mn.eland.desk.Drafts;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: its form, rendered and checked from the same file, beside the facts of the case. */
@Controller
class TaskPages {

    /** What the page sends along and no form asks for. */
    private static final Set<String> PAGE_FIELDS = Set.of("_csrf", "once", "lang");
    private final Workflow workflow;
    private final TaskForms forms;
    private final Drafts drafts;
    private final Parties parties;
    private final Refusals refusals;
    private final NextSteps nextSteps;
    private final MessageSource messages;

    TaskPages(Workflow workflow, TaskForms forms, Drafts drafts, Parties parties, Refusals refusals,
              NextSteps nextSteps, MessageSource messages) {
        this.workflow = workflow;
        this.forms = forms;
        this.drafts = drafts;
        this.parties = parties;
        this.refusals = refusals;
        this.nextSteps = nextSteps;
        this.messages = messages;
    }

    @GetMapping("/tasks/{id}")
    String task(Actor reader, @PathVariable String id, Model model) {
        var task = find(reader, id);
        var actor = forms.as(reader, task);
        var form = forms.of(task);
        var draft = drafts.of(id, actor.party());
        var answers = new LinkedHashMap<>(form.prefill(actor, task));
        draft.ifPresent(kept -> {
            answers.putAll(kept.answers());
            model.addAttribute("draftAt", kept.savedAt());
        });
        return page(actor, task, answers, Map.of(), model);
    }

    @PostMapping("/tasks/{id}")
    String submit(Actor person, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent, Model model,
                  HttpServletResponse response, RedirectAttributes flash) {
        var task = find(person, id);
        var actor = forms.as(person, task);
        var answers = FormAnswers.of(forms.definition(task), answersOf(sent));
        if (!answers.isValid()) {
            response.setStatus(422);
            return page(actor, task, Map.copyOf(answersOf(sent)), texts(answers.refusals()), model);
        }
        var outcome = forms.submit(actor, task, answers.values());
        if (!outcome.isDone()) {
            return refused(actor, task, outcome.refusal(), answersOf(sent), model, response);
        }
        drafts.forget(id);
        flash.addFlashAttribute("doneTask", task);
        if (!actor.isStaff()) {
            return "redirect:/deals/" + task.caseRef();
        }
        next(actor).ifPresent(following -> flash.addFlashAttribute("nextTask", following));
        return "redirect:/tasks";
    }

    /** Keeps what was typed; answers with the sentence that says so. */
    @PostMapping("/tasks/{id}/draft")
    ResponseEntity<String> keep(Actor actor, @PathVariable String id, @RequestParam MultiValueMap<String, String> sent) {
        var task = find(actor, id);
        RefusedException.orThrow(drafts.keep(forms.as(actor, task), task, answersOf(sent)));
        return ResponseEntity.ok(messages.getMessage("task.draft.kept", null, LocaleContextHolder.getLocale()));
    }

    private String refused(Actor actor, TaskView task, Refusal refusal, Map<String, Object> answers, Model model,
                           HttpServletResponse response) {
        response.setStatus(Refusals.status(refusal).value());
        var onField = refusal.field() != null && hasField(forms.definition(task).fields(), refusal.field());
        if (!onField) {
            model.addAttribute("refused", refusals.text(refusal));
            model.addAttribute("refusedCode", refusal.code());
        }
        var current = workflow.task(actor, task.id()).orElse(task);
        return page(actor, current, answers, onField ? texts(List.of(refusal)) : Map.of(), model);
    }

    private String page(Actor actor, TaskView task, Map<String, Object> answers, Map<String, String> errors, Model model) {
        var form = forms.of(task);
        boolean mayKnow = actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD, Role.OPERATOR, Role.ADMIN);
        var steps = workflow.steps(task.caseRef()).stream().filter(step -> mayKnow || !workflow.isConfidential(step.processKey())).toList();
        model.addAttribute("task", task);
        model.addAttribute("definition", forms.offered(actor, task));
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("facts", form.facts(actor, task));
        model.addAttribute("documents", form.documents(actor, task));
        model.addAttribute("steps", steps);
        model.addAttribute("diagrams", workflow.diagrams(task.caseRef()).stream()
                .filter(diagram -> mayKnow || !workflow.isConfidential(diagram.processKey())).toList());
        model.addAttribute("following", task.isOpen() ? nextSteps.after(task, mongolian()) : List.of());
        model.addAttribute("acting", actor);
        model.addAttribute("mine", actor.party().equals(task.assignee()));
        model.addAttribute("claimable", task.isOpen() && task.assignee() == null && task.group() != null
                && actor.groups().contains(task.group()));
        model.addAttribute("colleagues", mayAssign(actor, task) ? colleagues(task) : List.of());
        return "desk/task";
    }

    private TaskView find(Actor actor, String id) {
        return workflow.task(actor, id).orElseThrow(() -> new RefusedException(Refusal.notFound("TASK_NOT_FOUND")));
    }

    private Optional<TaskView> next(Actor actor) {
        return Stream.of(Scope.OWN, Scope.GROUP)
                .flatMap(scope -> workflow.inbox(actor, new InboxQuery(scope, null, null, null, null, null, null, 1)).tasks().stream())
                .findFirst();
    }

    private List<PartyView> colleagues(TaskView task) {
        return Arrays.stream(Role.values()).filter(role -> role.group().equals(task.group()))
                .flatMap(role -> parties.withRole(role).stream()).filter(person -> !person.id().equals(task.assignee())).toList();
    }

    private static boolean mayAssign(Actor actor, TaskView task) {
        return task.isOpen() && task.group() != null
                && (actor.party().equals(task.assignee()) || actor.isAnyOf(Role.OPERATOR, Role.ADMIN));
    }

    private Map<String, String> texts(List<Refusal> wrong) {
        var texts = new LinkedHashMap<String, String>();
        wrong.forEach(refusal -> texts.merge(refusal.field(), refusals.text(refusal), (one, other) -> one));
        return texts;
    }

    private static boolean hasField(List<FormDefinition.Field> fields, String key) {
        return fields.stream().anyMatch(field -> key.equals(field.key()) || field.fields() != null && hasField(field.fields(), key));
    }

    private static Map<String, Object> answersOf(MultiValueMap<String, String> sent) {
        var answers = new LinkedHashMap<String, Object>();
        sent.forEach((key, values) -> {
            if (!PAGE_FIELDS.contains(key)) {
                answers.put(key, values.size() == 1 ? values.get(0) : values);
            }
        });
        return answers;
    }

    private static boolean mongolian() {
        return !"en".equals(LocaleContextHolder.getLocale().getLanguage());
    }
}
