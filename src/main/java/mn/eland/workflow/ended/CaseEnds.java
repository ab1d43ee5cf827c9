package mn.eland.workflow.ended;

import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.CaseRef;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** Which cases are over, for what happens after them: archives, terms of keeping. */
@Component
public class CaseEnds {

    private final HistoryService history;
    private final RuntimeService runtime;

    CaseEnds(HistoryService history, RuntimeService runtime) {
        this.history = history;
        this.runtime = runtime;
    }

    /**
     * Cases of which a process ended at or after {@code since} and none runs any more, with the last end of each, oldest first.
     *
     * @param first how many ends to leave out, to read on where the last page stopped
     * @param most  ends to look at; fewer than that were found when there is no further page
     */
    public Page since(Instant since, int first, int most) {
        var ends = history.createHistoricProcessInstanceQuery().rootProcessInstances().finished().finishedAfter(Date.from(since))
                .orderByProcessInstanceEndTime().asc().orderByProcessInstanceId().asc().listPage(first, most);
        var over = new LinkedHashMap<CaseRef, Instant>();
        for (var end : ends) {
            if (end.getBusinessKey() != null && !isRunning(end)) {
                over.merge(CaseRef.of(end.getBusinessKey()), end.getEndTime().toInstant(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return new Page(over, ends.size());
    }

    /** True while any process of the case runs. */
    public boolean isRunning(CaseRef key) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(key.number()).count() > 0;
    }

    private boolean isRunning(HistoricProcessInstance end) {
        return isRunning(CaseRef.of(end.getBusinessKey()));
    }

    /**
     * Some cases that are over.
     *
     * @param over when each ended
     * @param seen ends that were looked at
     */
    public record Page(Map<CaseRef, Instant> over, int seen) {

        /** In the order of their ends. */
        public List<CaseRef> cases() {
            return List.copyOf(over.keySet());
        }
    }
}
