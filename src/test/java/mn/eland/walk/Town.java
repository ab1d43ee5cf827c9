package mn.eland.walk;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Payments;
import mn.eland.payment.collection.Unplaced;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales;
import mn.eland.store.vault.PersonVault;
import mn.eland.workflow.FormAnswers;
import mn.eland.workflow.Workflow;
import mn.eland.workflow.spi.TaskForm;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application, its people and the outside, in one thread and on one clock. */
final class Town {

    /** An open task. */
    record Item(String taskId, String caseNo, String key, String group, PartyId assignee) {
    }

    final ApplicationContext context;
    final JdbcClient sql;
    final Sales sales;
    final Payments payments;
    final PropertyRegister register;
    final Contracts contracts;
    final Workflow workflow;
    final Unplaced unplaced;
    final ElandClock clock;
    final StateOffices offices;
    final MoneyHouses money;
    final Folk folk;
    final RuntimeService runtime;
    final ManagementService jobs;
    final Map<String, Integer> refusals = new TreeMap<>();
    private final WaitingRoom room;
    private final StillRhythm rhythm;
    private final WalkWorld.Pigeonhole pigeonhole;

    Town(ApplicationContext context) {
        this.context = context;
        this.sql = context.getBean(JdbcClient.class);
        this.sales = context.getBean(Sales.class);
        this.payments = context.getBean(Payments.class);
        this.register = context.getBean(PropertyRegister.class);
        this.contracts = context.getBean(Contracts.class);
        this.workflow = context.getBean(Workflow.class);
        this.unplaced = context.getBean(Unplaced.class);
        this.clock = context.getBean(ElandClock.class);
        this.offices = context.getBean(StateOffices.class);
        this.money = context.getBean(MoneyHouses.class);
        this.folk = new Folk(sql, context.getBean(Parties.class), context.getBean(PersonVault.class));
        this.runtime = context.getBean(RuntimeService.class);
        this.jobs = context.getBean(ManagementService.class);
        this.room = context.getBean(WaitingRoom.class);
        this.rhythm = context.getBean(StillRhythm.class);
        this.pigeonhole = context.getBean(WalkWorld.Pigeonhole.class);
    }

    /** The morning of a day, whatever day it is for the machine. */
    void beginAt(LocalDate day) {
        clock.passes(Duration.between(clock.instant(), ZonedDateTime.of(day, LocalTime.of(9, 0), ElandClock.ULAANBAATAR).toInstant()));
    }

    /** Lets time pass, looks at the outside as the application does in its rhythm, and does all that is due. */
    void passes(Duration time) {
        clock.passes(time);
        money.day();
        for (var beat : List.of("Watch.look", "Filings.poll", "RegisterSubmissions.submitVoided", "UndeliveredEvents.tellAgain")) {
            rhythm.beat(beat);
            room.empty();
        }
        settle();
    }

    /** Does what is to be done at once: steps and timers that are due, and what follows from commits. */
    void settle() {
        var failed = new HashSet<String>();
        do {
            room.empty();
        } while (runJobs(failed) || room.empty());
    }

    /** One after the other as they fall due; a step that fails, or that is gone because of an earlier one, is left alone. */
    private boolean runJobs(Set<String> failed) {
        var due = sql.sql("select id_ from act_ru_job where retries_ > 0 and (duedate_ is null or duedate_ <= :now) order by duedate_, create_time_")
                .param("now", Timestamp.from(now())).query(String.class).list();
        due.removeAll(failed);
        for (var job : due) {
            try {
                jobs.executeJob(job);
            } catch (RuntimeException later) {
                failed.add(job);
            }
            room.empty();
        }
        return !due.isEmpty();
    }

    List<Item> openTasks() {
        return sql.sql("""
                select task_id, case_number, task_key, group_name, assignee from workflow.work_items
                where completed_at is null and group_rank = 0 order by case_number, task_key, task_id""")
                .query((row, n) -> new Item(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
                        row.getString(5) == null ? null : PartyId.of(row.getString(5)))).list();
    }

    /** Somebody who may does the task; a refused one is given back to its group. */
    Outcome<?> answer(Item item, Random random, Map<String, ?> known) {
        var caseRef = CaseRef.of(item.caseNo());
        var actor = item.assignee() != null ? folk.actor(item.assignee()) : whoever(item, random);
        var task = workflow.task(actor, item.taskId()).orElse(null);
        if (task == null || !task.isOpen()) {
            return Outcome.done();
        }
        if (task.assignee() == null) {
            task = workflow.claim(actor, task.id()).get();
        }
        var knowledge = new LinkedHashMap<String, Object>(known);
        if (item.key().equals("acceptDocument")) {
            contracts.awaiting(caseRef, actor).ifPresent(document -> contracts.requestCode(document.id(), actor));
            knowledge.put("code", random.nextDouble() < 0.95 ? pigeonhole.code() : "000000");
        }
        var form = workflow.form(task.formKey()).orElseThrow();
        var answers = FormAnswers.of(form, new FormFiller(random, knowledge).fill(form));
        if (!answers.isValid()) {
            throw new IllegalStateException(item.key() + ": " + answers.refusals());
        }
        var done = context.getBean(item.key(), TaskForm.class).submit(actor, task, answers.values());
        noted(item.key(), done);
        if (!done.isDone() && item.assignee() == null) {
            workflow.release(actor, task.id());
        }
        room.empty();
        return done;
    }

    /** Mostly somebody who may: a listing is prepared by its agent and approved by another. */
    private Actor whoever(Item item, Random random) {
        boolean prepares = item.key().equals("prepareListing");
        var fit = folk.group(item.group());
        if ((prepares || item.key().equals("approveListing")) && random.nextDouble() < 0.9) {
            var agent = sql.sql("select agent from property.listings where number = ?").param(item.caseNo()).query(UUID.class).optional().orElse(null);
            fit = fit.stream().filter(one -> one.party().value().equals(agent) == prepares).toList();
        }
        return fit.isEmpty() ? folk.oneOf(item.group(), random) : fit.get(random.nextInt(fit.size()));
    }

    /** Somebody accepts a document on its page. */
    Outcome<?> acceptByCode(UUID document, Actor actor) {
        contracts.requestCode(document, actor);
        return noted("acceptByCode", contracts.accept(document, actor, pigeonhole.code(), new Contracts.Evidence("walk", "127.0.0.1")));
    }

    /** Counts refusals, so that a walk that is refused everything does not pass for a walk. */
    <T> Outcome<T> noted(String act, Outcome<T> outcome) {
        refusals.merge(act + (outcome.isDone() ? " done" : " " + outcome.refusal().code()), 1, Integer::sum);
        room.empty();
        return outcome;
    }

    /** An escrow officer sends back what nobody can place. */
    void clearUnplaced(Random random) {
        var officer = folk.oneOf("escrow_officers", random);
        var compliance = folk.oneOf("compliance", random);
        unplaced.list().stream().filter(one -> !one.returning() && !one.keptBack()).forEach(one ->
                noted("giveBack", unplaced.giveBack(isForCompliance(one.problem()) ? compliance : officer, one.id(), "Хэн нэгэн", "MN640004999900000002")));
    }

    private static boolean isForCompliance(String problem) {
        return problem.equals("THIRD_PARTY") || problem.equals("RETURN_ELSEWHERE");
    }

    /** No money is on its way, neither to us nor from us. */
    boolean isQuiet() {
        return money.isQuiet() && unplaced.list().stream().allMatch(Unplaced.UnplacedView::keptBack)
                && sql.sql("select not exists (select from payment.transfers where state in ('INTENDED', 'SENT'))").query(Boolean.class).single();
    }

    Actor agent() {
        return folk.group("agents").get(0);
    }

    Instant now() {
        return clock.instant();
    }
}
