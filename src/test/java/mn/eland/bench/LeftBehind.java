package mn.eland.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;

/** What each activity of one real sale left in variables, in the order of its visits: the bare engine's steps leave the same. */
final class LeftBehind {

    private final Map<String, List<Map<String, Object>>> visits = new HashMap<>();
    private final Map<String, Object> atStart = new LinkedHashMap<>();
    private final Set<String> path = new TreeSet<>();

    /** Reads a sale that ran with full history. */
    LeftBehind(HistoryService history, String sale) {
        var updates = new HashMap<String, Map<String, Object>>();
        for (var instance : history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(sale).list()) {
            history.createHistoricDetailQuery().processInstanceId(instance.getId()).variableUpdates().orderPartiallyByOccurrence().asc().list().stream()
                    .map(HistoricVariableUpdate.class::cast)
                    .forEach(update -> updates.computeIfAbsent(String.valueOf(update.getActivityInstanceId()), id -> new LinkedHashMap<>())
                            .put(update.getVariableName(), update.getValue()));
            var visited = history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId())
                    .orderPartiallyByOccurrence().asc().list();
            for (var visit : visited) {
                remember(visit, updates);
            }
            if (instance.getSuperProcessInstanceId() == null) {
                atStart.putAll(updates.getOrDefault(instance.getId(), Map.of()));
            }
        }
    }

    private void remember(HistoricActivityInstance visit, Map<String, Map<String, Object>> updates) {
        var left = updates.getOrDefault(visit.getId(), Map.of());
        path.add(visit.getActivityId());
        visits.computeIfAbsent(visit.getActivityId(), id -> new ArrayList<>()).add(left);
        if (visit.getActivityType().equals("startEvent") && visit.getProcessDefinitionKey().equals(BareEngine.PROCESS)) {
            atStart.putAll(left);
        }
    }

    Map<String, Object> atStart() {
        return atStart;
    }

    /** Ids of all activities that were visited. */
    Set<String> path() {
        return path;
    }

    /** The values of the n-th visit; the last ones when there were fewer. */
    Map<String, Object> of(String activity, int visit) {
        var known = visits.getOrDefault(activity, List.of());
        return known.isEmpty() ? Map.of() : known.get(Math.min(visit, known.size() - 1));
    }
}
