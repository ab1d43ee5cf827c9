package mn.eland.desk.web;

import java.util.LinkedHashMap;
import java.util.Map;
import mn.eland.edge.web.RefusedException;
import mn.eland.edge.web.Refusals;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.InboxPage;
import mn.eland.workflow.InboxQuery;
import mn.eland.workflow.InboxQuery.Scope;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.escalation.Escalations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of tasks, and taking, giving back and handing on. */
@Controller
class InboxPages {

    private final Workflow workflow;
    private final Escalations escalations;
    private final Refusals refusals;

    InboxPages(Workflow workflow, Escalations escalations, Refusals refusals) {
        this.workflow = workflow;
        this.escalations = escalations;
        this.refusals = refusals;
    }

    /** Staff choose among their own tasks, those of their groups and all; everybody else has tasks of their own only. */
    @GetMapping("/tasks")
    String inbox(Actor actor, @ModelAttribute InboxInput input, Model model) {
        var counts = new LinkedHashMap<Scope, Integer>();
        for (var scope : actor.isStaff() ? Scope.values() : new Scope[] {Scope.OWN}) {
            counts.put(scope, workflow.inbox(actor, input.counting(scope)).count());
        }
        var scope = counts.containsKey(input.chosenScope()) ? input.chosenScope()
                : counts.get(Scope.OWN) > 0 || !actor.isStaff() ? Scope.OWN : Scope.GROUP;
        var page = page(workflow, actor, input.query(scope));
        model.addAttribute("inbox", page);
        model.addAttribute("escalated", escalations.of(page.tasks().stream().map(TaskView::id).toList()));
        model.addAttribute("counts", counts);
        model.addAttribute("scope", scope);
        model.addAttribute("input", input);
        model.addAttribute("groups", actor.groups().stream().sorted().toList());
        model.addAttribute("kinds", kinds(actor));
        return "desk/tasks";
    }

    /** A place in the list that came with the address and is none is said to be so. */
    static InboxPage page(Workflow workflow, Actor actor, InboxQuery query) {
        try {
            return workflow.inbox(actor, query);
        } catch (IllegalArgumentException notOurs) {
            throw new RefusedException(Refusal.invalid("CURSOR_UNKNOWN", "cursor"));
        }
    }

    @PostMapping("/tasks/{id}/claim")
    String claim(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "task") String back, RedirectAttributes flash) {
        return after(workflow.claim(actor, id), "task.claimed", id, back, flash);
    }

    @PostMapping("/tasks/{id}/release")
    String release(Actor actor, @PathVariable String id, @RequestParam(defaultValue = "task") String back, RedirectAttributes flash) {
        return after(workflow.release(actor, id), "task.released", id, back, flash);
    }

    @PostMapping("/tasks/{id}/assign")
    String assign(Actor actor, @PathVariable String id, @RequestParam PartyId to, RedirectAttributes flash) {
        return after(workflow.assign(actor, id, to), "task.assigned", id, "inbox", flash);
    }

    private String after(Outcome<TaskView> outcome, String doneKey, String id, String back, RedirectAttributes flash) {
        if (outcome.isDone()) {
            flash.addFlashAttribute("doneKey", doneKey);
        } else if (outcome.refusal().kind() == Refusal.Kind.NOT_FOUND) {
            throw new RefusedException(outcome.refusal());
        } else {
            flash.addFlashAttribute("refused", refusals.text(outcome.refusal()));
            flash.addFlashAttribute("refusedCode", outcome.refusal().code());
        }
        return back.equals("inbox") ? "redirect:/tasks" : "redirect:/tasks/" + id;
    }

    /** Kinds of task that lie there now, for the filter; by key in the order of their deadlines. */
    private Map<String, TaskView> kinds(Actor actor) {
        var kinds = new LinkedHashMap<String, TaskView>();
        workflow.inbox(actor, new InboxQuery(Scope.ALL, null, null, null, null, null, null, 100)).tasks()
                .forEach(task -> kinds.putIfAbsent(task.taskKey(), task));
        return kinds;
    }
}
