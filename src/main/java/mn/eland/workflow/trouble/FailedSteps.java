package mn.eland.workflow.trouble;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.cases.Labels;
import mn.eland.workflow.engine.Collision;
import mn.eland.workflow.spi.CaseFacts;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The engine's jobs that failed, in the words of the case they belong to. */
@Component
class FailedSteps {

    /** The first error of our own, be it the outermost or what caused another. */
    private static final Pattern OWN_ERROR = Pattern.compile("(?:^|\\nCaused by: )mn\\.eland\\.(?:[a-z]\\w*\\.)*([\\w$]+)");
    private static final Pattern ANY_ERROR = Pattern.compile("^(?:[a-z]\\w*\\.)*([\\w$]+)");
    private static final String NO_ANSWER = "HttpCalls$NoAnswer";

    private final ManagementService management;
    private final RuntimeService runtime;
    private final Labels labels;
    private final Retries retries;
    private final ElandClock clock;
    private final ObjectProvider<CaseFacts> facts;
    private final int triesInARow;

    FailedSteps(ManagementService management, RuntimeService runtime, Labels labels, Retries retries, ElandClock clock,
                ObjectProvider<CaseFacts> facts, @Value("${eland.workflow.retry}") String retry) {
        this.management = management;
        this.runtime = runtime;
        this.labels = labels;
        this.retries = retries;
        this.clock = clock;
        this.facts = facts;
        this.triesInARow = Integer.parseInt(retry.substring(1, retry.indexOf('/')));
    }

    int count() {
        return (int) management.createJobQuery().withException().count();
    }

    List<Trouble> some(int limit) {
        return management.createJobQuery().withException().orderByJobRetries().asc().listPage(0, limit).stream()
                .flatMap(job -> trouble(job).stream()).toList();
    }

    List<Trouble> of(CaseRef key) {
        return count() == 0 ? List.of() : runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.number()).list().stream()
                .flatMap(instance -> management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .flatMap(job -> trouble(job).stream()).toList();
    }

    /** Empty when the step was done or left in another way. */
    Optional<Trouble> find(String id) {
        return Optional.ofNullable(management.createJobQuery().jobId(id).withException().singleResult()).flatMap(this::trouble);
    }

    /** True while the engine is at work on the step. */
    boolean isRunning(String id) {
        return management.createJobQuery().jobId(id).singleResult() instanceof JobEntity job && job.getLockExpirationTime() != null
                && job.getLockExpirationTime().after(now());
    }

    /** As often as at first, beginning now. */
    void tryAgain(String id) {
        Collision.told(() -> {
            management.setJobRetries(id, triesInARow);
            management.setJobDuedate(id, now());
        });
    }

    /** Empty when the case ended or the step was done meanwhile. */
    private Optional<Trouble> trouble(Job job) {
        var instance = runtime.createProcessInstanceQuery().processInstanceId(job.getProcessInstanceId()).singleResult();
        return Optional.ofNullable(instance).map(ProcessInstance::getBusinessKey).filter(CaseRef::isCaseNumber)
                .flatMap(number -> trace(job).map(trace -> trouble(job, CaseRef.of(number), trace)));
    }

    private Optional<String> trace(Job job) {
        try {
            return Optional.of(Objects.requireNonNullElse(management.getJobExceptionStacktrace(job.getId()), ""));
        } catch (NullValueException done) {
            return Optional.empty();
        }
    }

    private Trouble trouble(Job job, CaseRef caseRef, String trace) {
        var activity = activity(job);
        var label = labels.of(job.getProcessDefinitionId(), activity);
        var shown = label == null ? labels.ofProcess(job.getProcessDefinitionId()) : label;
        var asked = retries.last(job.getId()).orElse(null);
        int tries = (asked == null ? 0 : asked.tries()) + Math.max(0, triesInARow - job.getRetries());
        return new Trouble(job.getId(), caseRef, subject(caseRef), job.getProcessDefinitionKey(), activity, shown.mn(), shown.en(),
                kind(trace), trace.contains(NO_ANSWER), job.getExceptionMessage(), job.getCreateTime().toInstant(), tries, nextTry(job), asked);
    }

    private String activity(Job job) {
        var id = job.getFailedActivityId() != null ? job.getFailedActivityId()
                : management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId();
        return id.contains("#") ? id.substring(0, id.indexOf('#')) : id;
    }

    private Instant nextTry(Job job) {
        return job.getRetries() == 0 ? null : job.getDuedate() == null ? clock.instant() : job.getDuedate().toInstant();
    }

    private String subject(CaseRef caseRef) {
        return facts.stream().flatMap(module -> module.facts(caseRef).stream()).findFirst().map(CaseFacts.Facts::subject).orElse("");
    }

    static String kind(String trace) {
        var own = OWN_ERROR.matcher(trace);
        var any = ANY_ERROR.matcher(trace);
        var name = own.find() ? own.group(1) : any.find() ? any.group(1) : "";
        return name.replace('$', '.');
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
