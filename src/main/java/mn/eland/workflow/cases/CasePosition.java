package mn.eland.workflow.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mn.eland.kernel.CaseRef;
import mn.eland.workflow.Workflow.DiagramView;
import mn.eland.workflow.Workflow.StepView;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where a case stands: its steps as a list, and its diagrams with their markers. */
@Component
public class CasePosition {

    private static final Set<String> STEPS = Set.of("userTask", "serviceTask", "businessRuleTask", "receiveTask",
            "manualTask", "task", "startEvent", "noneEndEvent", "errorEndEvent", "escalationEndEvent",
            "compensationEndEvent", "terminateEndEvent", "messageEndEvent", "intermediateMessageCatch",
            "intermediateTimer", "intermediateLinkCatch", "boundaryTimer", "boundaryError", "boundaryMessage",
            "boundaryEscalation");
    private static final Set<String> WAITS = Set.of("receiveTask", "intermediateMessageCatch", "intermediateTimer");

    private final HistoryService history;
    private final RuntimeService runtime;
    private final RepositoryService repository;
    private final Labels labels;
    private final JdbcClient jdbc;

    CasePosition(HistoryService history, RuntimeService runtime, RepositoryService repository, Labels labels,
                 JdbcClient jdbc) {
        this.history = history;
        this.runtime = runtime;
        this.repository = repository;
        this.labels = labels;
        this.jdbc = jdbc;
    }

    public List<StepView> steps(CaseRef key) {
        var groups = groups(key);
        var steps = new ArrayList<StepView>();
        for (var instance : instances(key)) {
            var failed = failed(instance);
            var seen = new LinkedHashSet<String>();
            for (var activity : activities(instance)) {
                seen.add(activity.getActivityId());
                if (STEPS.contains(activity.getActivityType())) {
                    step(instance, activity, failed, groups).ifPresent(steps::add);
                }
            }
            about(instance, failed, seen).forEach(steps::add);
        }
        return steps.stream().sorted(Comparator.comparing(StepView::since)).toList();
    }

    public List<DiagramView> diagrams(CaseRef key) {
        var callers = new HashMap<String, HistoricActivityInstance>();
        var calls = new HashMap<String, Integer>();
        var views = new ArrayList<DiagramView>();
        var all = instances(key);
        all.forEach(instance -> calls.merge(instance.getProcessDefinitionKey(), 1, Integer::sum));
        for (var instance : all) {
            var activities = activities(instance);
            activities.stream().filter(activity -> activity.getCalledProcessInstanceId() != null)
                    .forEach(activity -> callers.put(activity.getCalledProcessInstanceId(), activity));
            var failed = List.copyOf(failed(instance).keySet());
            var now = new LinkedHashSet<String>(pending(instance));
            activities.stream().filter(activity -> activity.getEndTime() == null).map(HistoricActivityInstance::getActivityId)
                    .forEach(now::add);
            now.removeAll(failed);
            now.removeIf(id -> id.contains("#"));
            var done = activities.stream().filter(activity -> activity.getEndTime() != null && !activity.isCanceled())
                    .map(HistoricActivityInstance::getActivityId).filter(id -> !id.contains("#"))
                    .filter(id -> !now.contains(id)).distinct().toList();
            var caller = callers.get(instance.getId());
            var label = caller != null && calls.get(instance.getProcessDefinitionKey()) > 1
                    ? Optional.ofNullable(labels.of(caller.getProcessDefinitionId(), caller.getActivityId()))
                    .orElse(labels.ofProcess(instance.getProcessDefinitionId()))
                    : labels.ofProcess(instance.getProcessDefinitionId());
            views.add(new DiagramView(instance.getProcessDefinitionId(), instance.getProcessDefinitionKey(), label.mn(),
                    label.en(), done, List.copyOf(now), failed));
        }
        return views;
    }

    public boolean isConfidential(String processKey) {
        return labels.isConfidential(processKey);
    }

    public Optional<String> xml(String definitionId) {
        if (repository.createProcessDefinitionQuery().processDefinitionId(definitionId).count() == 0) {
            return Optional.empty();
        }
        try (var model = repository.getProcessModel(definitionId)) {
            return Optional.of(new String(model.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Optional<StepView> step(HistoricProcessInstance instance, HistoricActivityInstance activity,
                                    Map<String, Incident> failed, Map<String, String> groups) {
        var label = labels.of(instance.getProcessDefinitionId(), activity.getActivityId());
        if (label == null) {
            return Optional.empty();
        }
        var state = activity.isCanceled() ? StepView.State.CANCELLED
                : activity.getEndTime() != null ? StepView.State.DONE
                : failed.containsKey(activity.getActivityId()) ? StepView.State.FAILED
                : WAITS.contains(activity.getActivityType()) ? StepView.State.WAITING : StepView.State.NOW;
        return Optional.of(new StepView(instance.getProcessDefinitionKey(), activity.getActivityId(), label.mn(), label.en(),
                state, activity.getStartTime().toInstant(),
                activity.getEndTime() == null ? null : activity.getEndTime().toInstant(), groups.get(activity.getTaskId())));
    }

    /** Steps that wait for the engine or have failed before they left a trace in the history. */
    private List<StepView> about(HistoricProcessInstance instance, Map<String, Incident> failed, Set<String> seen) {
        var steps = new ArrayList<StepView>();
        for (var id : pending(instance)) {
            var label = labels.of(instance.getProcessDefinitionId(), id);
            var incident = failed.get(id);
            if (label != null && (incident != null || !seen.contains(id))) {
                steps.add(new StepView(instance.getProcessDefinitionKey(), id, label.mn(), label.en(),
                        incident != null ? StepView.State.FAILED : StepView.State.NOW,
                        incident != null ? incident.getIncidentTimestamp().toInstant() : lastChange(instance), null, null));
            }
        }
        return steps;
    }

    private java.time.Instant lastChange(HistoricProcessInstance instance) {
        return activities(instance).stream().map(activity -> activity.getEndTime() == null ? activity.getStartTime()
                : activity.getEndTime()).max(Comparator.naturalOrder()).orElse(instance.getStartTime()).toInstant();
    }

    private List<HistoricProcessInstance> instances(CaseRef key) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key.number())
                .orderByProcessInstanceStartTime().asc().list().stream()
                .sorted(Comparator.comparing((HistoricProcessInstance instance) -> instance.getSuperProcessInstanceId() != null)
                        .thenComparing(HistoricProcessInstance::getStartTime)).toList();
    }

    private List<HistoricActivityInstance> activities(HistoricProcessInstance instance) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                .orderPartiallyByOccurrence().asc().list();
    }

    private Map<String, Incident> failed(HistoricProcessInstance instance) {
        return instance.getEndTime() != null ? Map.of()
                : runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .filter(incident -> incident.getCauseIncidentId().equals(incident.getId()))
                .collect(Collectors.toMap(Incident::getActivityId, incident -> incident, (first, second) -> first));
    }

    /** Activities that the engine is about to enter: their job waits, runs or has failed. */
    private List<String> pending(HistoricProcessInstance instance) {
        var tree = instance.getEndTime() != null ? null : runtime.getActivityInstance(instance.getId());
        var ids = new ArrayList<String>();
        if (tree != null) {
            collect(tree, ids);
        }
        return ids;
    }

    private static void collect(ActivityInstance activity, List<String> ids) {
        for (var transition : activity.getChildTransitionInstances()) {
            ids.add(transition.getActivityId());
        }
        for (var child : activity.getChildActivityInstances()) {
            collect(child, ids);
        }
    }

    private Map<String, String> groups(CaseRef key) {
        var groups = new HashMap<String, String>();
        jdbc.sql("select task_id, group_name from workflow.work_items where case_number = :case and group_rank = 0")
                .param("case", key.number()).query((row, number) -> groups.put(row.getString(1),
                        row.getString(2).isEmpty() ? null : row.getString(2))).list();
        return groups;
    }
}
