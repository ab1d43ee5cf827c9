package mn.eland.sale.suspicion;

import static mn.eland.kernel.Outcome.refused;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.suspicion.Report.Cause;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens, drafts and files reports to the financial intelligence unit. For compliance only. */
@Component
@Transactional
public class Suspicions {

    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private final Reports reports;
    private final ReportableFacts facts;
    private final Workflow workflow;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Suspicions(Reports reports, ReportableFacts facts, Workflow workflow, ApplicationEventPublisher events, ElandClock clock) {
        this.reports = reports;
        this.facts = facts;
        this.workflow = workflow;
        this.events = events;
        this.clock = clock;
    }

    /** Opens the process "Report a suspicion" for this sale; once for each cause. */
    public void raise(CaseRef sale, Cause cause) {
        if (reports.exists(sale, cause)) {
            return;
        }
        var number = workflow.nextNumber('C');
        if (reports.open(number, sale, cause)) {
            workflow.start("reportSuspicion", number, Values.none());
        }
    }

    /** Opens a report when a party of the sale stands on a list of sanctions: at once, and unknown to everybody but compliance. */
    public void sanctioned(CaseRef sale) {
        if (facts.isSanctioned(sale)) {
            raise(sale, Cause.SANCTIONED);
        }
    }

    /** Opens a report when the facts of the sale alone, without any suspicion, have to be reported: cash, foreign payments. */
    public void watch(CaseRef sale) {
        if (!reports.exists(sale, Cause.THRESHOLD) && !workflow.decide("amlReporting", facts.of(sale, false).raw()).isEmpty()) {
            raise(sale, Cause.THRESHOLD);
        }
    }

    /** The inputs of the table for a report. */
    Values state(CaseRef number) {
        var report = reports.find(number).orElseThrow();
        return facts.of(report.sale(), report.cause() != Cause.THRESHOLD);
    }

    /** Keeps what the table wants; the shortest of its terms hold for all. */
    Values note(CaseRef number, List<String> kinds, List<String> terms, List<String> drafts) {
        var now = clock.instant();
        var deadline = terms.stream().map(term -> workflow.plus(now, term)).min(Comparator.naturalOrder()).orElse(null);
        reports.due(number, kinds, deadline);
        var draft = drafts.stream().min(Comparator.comparing(term -> workflow.plus(now, term))).orElse(null);
        return Values.of(SuspicionVariables.REPORT_DUE, !kinds.isEmpty()).with(SuspicionVariables.DRAFT_WITHIN, draft);
    }

    /** Tells the head of compliance that a report is late; nobody else hears of it. */
    void urge(CaseRef number) {
        events.publishEvent(new SaleEvent.RiskReviewDue(number, Role.COMPLIANCE_HEAD.group(), true, clock.instant()));
    }

    /** The report, for compliance; NOT_FOUND for everybody else. */
    @Transactional(readOnly = true)
    public Outcome<Report> report(Actor actor, CaseRef number) {
        return isCompliance(actor) ? reports.find(number).map(Outcome::done).orElseGet(() -> refused(unknown())) : refused(unknown());
    }

    /**
     * The matters that were opened from one day to the other, both within, newest first and a thousand at most; with {@code waiting} only
     * those that must be reported and are not yet. For compliance; REPORTS_UNKNOWN (not found) for everybody else, REPORT_DAYS for days in the
     * wrong order.
     */
    @Transactional(readOnly = true)
    public Outcome<List<Report>> all(Actor actor, LocalDate from, LocalDate until, boolean waiting) {
        if (!isCompliance(actor)) {
            return refused(Refusal.notFound("REPORTS_UNKNOWN"));
        }
        return until.isBefore(from) ? refused(Refusal.invalid("REPORT_DAYS", "until")) : Outcome.done(reports.opened(from, until, waiting));
    }

    /** How many reports wait to be filed; empty for whom there are none. */
    @Transactional(readOnly = true)
    public OptionalInt waiting(Actor actor) {
        return isCompliance(actor) ? OptionalInt.of(reports.waiting()) : OptionalInt.empty();
    }

    /** The reports about a sale, latest first; for pages that only compliance sees. */
    @Transactional(readOnly = true)
    public List<Report> of(CaseRef sale) {
        return reports.of(sale);
    }

    /** What happened and why it is suspicious; what is left of the deadline is left for the filing. */
    Outcome<Void> draft(Actor actor, CaseRef number, String narrative) {
        return report(actor, number).flatMap(report -> {
            var left = Duration.between(clock.instant(), report.deadline());
            var fileWithin = Duration.ofSeconds(Math.max(SHORTEST.toSeconds(), left.toSeconds()));
            var done = workflow.complete(number, "draftReport", actor, Values.of(SuspicionVariables.FILE_WITHIN, fileWithin.toString()));
            if (done.isDone()) {
                reports.drafted(number, actor.name(), narrative);
            }
            return done;
        });
    }

    /** The unit has given the report a number. */
    Outcome<Void> file(Actor actor, CaseRef number, String filedNumber) {
        return report(actor, number).flatMap(report -> {
            var done = workflow.complete(number, "fileReport", actor, Values.none());
            if (done.isDone()) {
                reports.filed(number, actor.name(), filedNumber);
            }
            return done;
        });
    }

    /** Until when the matter is kept, from the day it was filed or, before, opened (AML 8, parameter aml.record.years). */
    LocalDate keepUntil(Report report) {
        var years = Long.parseLong(workflow.parameter("aml.record.years"));
        return LocalDate.ofInstant(report.isFiled() ? report.filedAt() : report.at(), ElandClock.ULAANBAATAR).plusYears(years);
    }

    private static boolean isCompliance(Actor actor) {
        return actor.isAnyOf(Role.COMPLIANCE, Role.COMPLIANCE_HEAD);
    }

    private static Refusal unknown() {
        return Refusal.notFound("REPORT_UNKNOWN");
    }
}
