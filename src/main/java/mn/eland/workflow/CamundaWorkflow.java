package mn.eland.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.calendar.Holidays;
import mn.eland.workflow.calendar.WorkingCalendar;
import mn.eland.workflow.cases.AnsweringRules;
import mn.eland.workflow.cases.CasePosition;
import mn.eland.workflow.cases.CaseRuntime;
import mn.eland.workflow.form.Forms;
import mn.eland.workflow.inbox.Inbox;
import mn.eland.workflow.inbox.TaskActs;
import mn.eland.workflow.inbox.WorkItem;
import mn.eland.workflow.inbox.WorkItems;
import mn.eland.workflow.parameters.Parameters;
import mn.eland.workflow.rulings.Rulings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The door, opened on the embedded engine. Its work is done by subject: running cases, their position, tasks, days. */
@Component
@Transactional
class CamundaWorkflow implements Workflow {

    private final CaseRuntime cases;
    private final CasePosition position;
    private final AnsweringRules rules;
    private final TaskActs tasks;
    private final WorkItems items;
    private final Inbox inbox;
    private final Forms forms;
    private final Holidays holidays;
    private final WorkingCalendar calendar;
    private final Parameters parameters;
    private final Rulings rulings;

    CamundaWorkflow(CaseRuntime cases, CasePosition position, AnsweringRules rules, TaskActs tasks, WorkItems items, Inbox inbox, Forms forms,
                    Holidays holidays, WorkingCalendar calendar, Parameters parameters, Rulings rulings) {
        this.cases = cases;
        this.position = position;
        this.rules = rules;
        this.tasks = tasks;
        this.items = items;
        this.inbox = inbox;
        this.forms = forms;
        this.holidays = holidays;
        this.calendar = calendar;
        this.parameters = parameters;
        this.rulings = rulings;
    }

    @Override
    public CaseRef nextNumber(char series) {
        return cases.nextNumber(series);
    }

    @Override
    public void start(String processKey, CaseRef key, Values values) {
        cases.lock(key);
        cases.start(processKey, key, values);
    }

    @Override
    public Outcome<Void> tell(CaseRef key, String message, Values values) {
        cases.lock(key);
        return tell(key, message, Values.none(), values);
    }

    @Override
    public Outcome<Void> tell(CaseRef key, String message, Values of, Values values) {
        return cases.tell(key, message, of, values);
    }

    @Override
    public Outcome<Void> complete(CaseRef key, String taskKey, Actor actor, Values values) {
        cases.lock(key);
        return tasks.complete(key, taskKey, actor, values);
    }

    @Override
    public Outcome<Void> complete(String taskId, Actor actor, Values values) {
        tasks.find(taskId).ifPresent(task -> cases.lock(task.view().caseRef()));
        return tasks.complete(taskId, actor, values);
    }

    @Override
    @Transactional(readOnly = true)
    public <T> Optional<T> known(String taskId, Variable<T> variable) {
        return tasks.known(taskId, variable.name()).map(variable::fromEngine);
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isOpen(CaseRef key, String taskKey) {
        return tasks.isOpen(key, taskKey);
    }

    @Override
    public void cancel(CaseRef key, String reason) {
        cases.lock(key);
        cases.cancel(key, reason);
    }

    @Override
    public void tryAgain(CaseRef key) {
        cases.lock(key);
        cases.tryAgain(key);
    }

    @Override
    public List<StepView> steps(CaseRef key) {
        return position.steps(key);
    }

    @Override
    public List<DiagramView> diagrams(CaseRef key) {
        return position.diagrams(key);
    }

    @Override
    public boolean isConfidential(String processKey) {
        return position.isConfidential(processKey);
    }

    @Override
    public Optional<String> diagramXml(String definitionId) {
        return position.xml(definitionId);
    }

    @Override
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs) {
        return cases.decide(decisionKey, inputs);
    }

    @Override
    public List<RuleView> explain(String decisionKey, Map<String, Object> inputs) {
        return rules.explain(decisionKey, inputs);
    }

    @Override
    public InboxPage inbox(Actor actor, InboxQuery query) {
        return inbox.page(actor, query);
    }

    @Override
    public Optional<TaskView> task(Actor actor, String taskId) {
        return tasks.find(taskId).filter(task -> task.isVisibleTo(tasks.as(task, actor))).map(WorkItem::view);
    }

    @Override
    public Optional<Refusal> hindrance(Actor actor, String taskId) {
        return tasks.hindrance(actor, taskId);
    }

    @Override
    public List<TaskView> openTasks(Actor actor, CaseRef key) {
        return tasks.open(key).stream().filter(task -> task.mayBeCompletedBy(tasks.as(task, actor))).map(WorkItem::view).toList();
    }

    @Override
    public Outcome<TaskView> claim(Actor actor, String taskId) {
        return tasks.claim(actor, taskId);
    }

    @Override
    public Outcome<TaskView> release(Actor actor, String taskId) {
        return tasks.release(actor, taskId);
    }

    @Override
    public Outcome<TaskView> assign(Actor actor, String taskId, PartyId to) {
        return tasks.assign(actor, taskId, to);
    }

    @Override
    public void factsChanged(CaseRef key) {
        items.refresh(key);
    }

    @Override
    public Optional<FormDefinition> form(String formKey) {
        return forms.latest(formKey);
    }

    @Override
    public Instant plus(Instant start, String term) {
        return calendar.plus(start, term);
    }

    @Override
    public List<Holiday> holidays(int year) {
        return holidays.ofYear(year);
    }

    @Override
    public Outcome<Void> putHoliday(Actor actor, Holiday holiday) {
        return holidays.put(actor, holiday);
    }

    @Override
    public Outcome<Void> removeHoliday(Actor actor, LocalDate day) {
        return holidays.remove(actor, day);
    }

    @Override
    public String parameter(String key) {
        return parameters.value(key);
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome<List<Parameter>> parameters(Actor actor) {
        return parameters.all(actor);
    }

    @Override
    @Transactional(readOnly = true)
    public Outcome<List<Parameter.Change>> parameterChanges(Actor actor, int limit) {
        return parameters.history(actor, limit);
    }

    @Override
    @Transactional(readOnly = true)
    public OptionalInt parametersToApprove(Actor actor) {
        return parameters.waitingFor(actor);
    }

    @Override
    public Outcome<Parameter.Change> proposeParameter(Actor actor, String key, String value, String reason) {
        return parameters.propose(actor, key, value, reason);
    }

    @Override
    public Outcome<Parameter.Change> decideParameter(Actor actor, long change, boolean approve, String note) {
        return parameters.decide(actor, change, approve, note);
    }

    @Override
    public List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs, CaseRef key, PartyId about,
                                            Predicate<Map<String, Object>> passes) {
        return rulings.decide(decisionKey, inputs, key, about, passes);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ruling> rulings(CaseRef key) {
        return rulings.of(key);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Ruling.Change> whatWouldPass(Ruling ruling, List<String> changeable, Predicate<Map<String, Object>> passes) {
        return rulings.thatPass(ruling, changeable, passes);
    }
}
