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

/** The door to the engine. All methods join the caller's transaction. */
public interface Workflow {

    /** The next number of the series in the current year: {@code next('S')} gives {@code S-2026-000001}. Gaps are allowed. */
    CaseRef nextNumber(char series);

    /** Starts the latest version of a process. Its business key is the case number. */
    void start(String processKey, CaseRef key, Values values);

    /**
     * Tells the one place of the case that waits for this message. Refused with {@code NOT_WAITING} (conflict) when
     * nobody waits: a late or doubled message harms nothing.
     */
    Outcome<Void> tell(CaseRef key, String message, Values values);

    /** As {@link #tell(CaseRef, String, Values)}, but only a process that knows exactly {@code of}, so that old news ends no newer wait. */
    Outcome<Void> tell(CaseRef key, String message, Values of, Values values);

    /**
     * Completes the open user task of the case with this activity id that the actor may complete. For a task with
     * several instances (one per person) the actor's own is taken. Refused with {@code TASK_DONE} (conflict; arguments
     * {@code by}, {@code at}) when somebody did it, {@code TASK_GONE} (conflict) when it ended in another way,
     * {@code TASK_NOT_YOURS} (forbidden) when somebody else holds it. Of two acts in the same moment, a timer's included,
     * one is undone with a {@link org.springframework.dao.ConcurrencyFailureException}.
     */
    Outcome<Void> complete(CaseRef key, String taskKey, Actor actor, Values values);

    /** The same for one task among several of the same activity id. */
    Outcome<Void> complete(String taskId, Actor actor, Values values);

    /** What the process of an open task knows; empty when the task is over or nothing was set. */
    <T> Optional<T> known(String taskId, Variable<T> variable);

    /** True while a user task with this activity id is open in the case. */
    boolean isOpen(CaseRef key, String taskKey);

    /** Ends what still runs of the case, without compensation. Only for what the case's own process cannot end. */
    void cancel(CaseRef key, String reason);

    /** Tries steps of the case that have failed once more, now: what stood in their way was put right. */
    void tryAgain(CaseRef key);

    /** The steps of the case so far and now, over all processes it called, oldest first. */
    List<StepView> steps(CaseRef key);

    /** The diagrams of the case with their markers: the main process first, then called ones in the order of calling. */
    List<DiagramView> diagrams(CaseRef key);

    /** True for a process of which the parties of its case must not learn (a suspicion is not told, AML 13). */
    boolean isConfidential(String processKey);

    /** The BPMN XML of a deployed definition. */
    Optional<String> diagramXml(String definitionId);

    /** Evaluates the latest version of a table outside a process (for pages that explain a rule). */
    List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs);

    /**
     * A number or term that analysts set, in force now, as its table of parameters writes it: {@code 0.02}, {@code P3D}.
     *
     * @throws IllegalArgumentException for a key that stands in no table
     */
    String parameter(String key);

    /**
     * As {@link #decide}, about a person who is not in the case yet. An answer that does not pass is written down as a ruling of the case,
     * and so is the first that passes after it.
     */
    List<Map<String, Object>> decide(String decisionKey, Map<String, Object> inputs, CaseRef key, PartyId about,
                                     Predicate<Map<String, Object>> passes);

    /** As {@link #decide}, with the rows that answered: what they ask, what they say and the source they stand on. */
    List<RuleView> explain(String decisionKey, Map<String, Object> inputs);

    /** The inbox of a person. */
    InboxPage inbox(Actor actor, InboxQuery query);

    /** One task, open or done, if the actor may see it. */
    Optional<TaskView> task(Actor actor, String taskId);

    /** Why the actor cannot do this task now, with who and when: asked after a lost race; empty while nothing stands in the way. */
    Optional<Refusal> hindrance(Actor actor, String taskId);

    /** Open tasks of one case that the actor may complete or claim. */
    List<TaskView> openTasks(Actor actor, CaseRef key);

    /** Takes a group task. Refused with {@code TASK_TAKEN} (arguments {@code by}, {@code at}) when somebody was faster. */
    Outcome<TaskView> claim(Actor actor, String taskId);

    /** Gives a task back to its group. */
    Outcome<TaskView> release(Actor actor, String taskId);

    /** Gives a task to a person of the candidate group. Allowed to holders of the task and to operators and admins. */
    Outcome<TaskView> assign(Actor actor, String taskId, PartyId to);

    /** Tells that what {@link mn.eland.workflow.spi.CaseFacts} says of a case has changed; open tasks follow. */
    void factsChanged(CaseRef key);

    /** A form by its key, as deployed last. */
    Optional<FormDefinition> form(String formKey);

    /**
     * Adds a term to a time: {@code P3D} and {@code PT20H} are calendar time, {@code P5D working} ends at the close of
     * the fifth working day after the start, {@code PT8H working} counts office hours.
     */
    Instant plus(Instant start, String term);

    /** The days of a year on which offices are closed, beside weekends. */
    List<Holiday> holidays(int year);

    /** Adds or changes a holiday. For admins, analysts and operators. Timers that already run keep their time. */
    Outcome<Void> putHoliday(Actor actor, Holiday holiday);

    /** Makes a holiday a working day again. For admins, analysts and operators. */
    Outcome<Void> removeHoliday(Actor actor, LocalDate day);

    /** The numbers of law and product as they are in force. Refused with {@code PARAMETERS_NOT_YOURS} for others than analysts, operators, admins. */
    Outcome<List<Parameter>> parameters(Actor actor);

    /** Who changed which parameter, when and why, newest first. Refused as {@link #parameters}. */
    Outcome<List<Parameter.Change>> parameterChanges(Actor actor, int limit);

    /** How many proposed changes of others wait for this person; empty for whom parameters are none of their business. */
    OptionalInt parametersToApprove(Actor actor);

    /** Proposes another value. For analysts and admins; refused when it is none of its kind or goes beyond the law. */
    Outcome<Parameter.Change> proposeParameter(Actor actor, String key, String value, String reason);

    /**
     * Approves a change of somebody else, which deploys the table anew: decisions made from now on read the value, deadlines that run
     * keep theirs. Or refuses it; one's own change can only be taken back.
     */
    Outcome<Parameter.Change> decideParameter(Actor actor, long change, boolean approve, String note);

    /**
     * What tables decided in the case at its business rule tasks and about people who are not in it, oldest first. Who may read which is
     * for the caller to say.
     */
    List<Ruling> rulings(CaseRef key);

    /**
     * Which of these inputs, changed alone to the nearest value at which the table turns, would have led to an answer that passes,
     * by the table as it is in force now.
     */
    List<Ruling.Change> whatWouldPass(Ruling ruling, List<String> changeable, Predicate<Map<String, Object>> passes);

    /**
     * A row of a table that answered.
     *
     * @param conditions the tests it makes, by the name of the input; inputs that do not matter are left out
     * @param outputs    what it says, by column
     * @param source     the law or product rule it stands on
     */
    record RuleView(String id, Map<String, String> conditions, Map<String, Object> outputs, String source) {
    }

    /** A step of a case: what a page shows as a list. {@code labelMn/En} are the diagram's texts. */
    record StepView(String processKey, String activityId, String labelMn, String labelEn, State state, Instant since,
                    Instant until, String group) {

        public enum State { DONE, NOW, WAITING, CANCELLED, FAILED }
    }

    /** One diagram of a case. {@code done} and {@code now} are activity ids. */
    record DiagramView(String definitionId, String processKey, String labelMn, String labelEn, List<String> done,
                       List<String> now, List<String> failed) {
    }
}
