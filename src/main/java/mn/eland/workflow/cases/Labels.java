package mn.eland.workflow.cases;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.springframework.stereotype.Component;

/** The texts of the deployed diagrams in both languages. A deployed diagram never changes, so they are kept. */
@Component
public class Labels {

    public record Label(String mn, String en) {
    }

    private final RepositoryService repository;
    private final Map<String, Map<String, Label>> byDefinition = new ConcurrentHashMap<>();
    private final Map<String, Boolean> confidential = new ConcurrentHashMap<>();

    Labels(RepositoryService repository) {
        this.repository = repository;
    }

    /** Null when the element has no name. */
    public Label of(String definitionId, String elementId) {
        return byDefinition.computeIfAbsent(definitionId, this::read).get(elementId);
    }

    public Label ofProcess(String definitionId) {
        var key = definitionId.substring(0, definitionId.indexOf(':'));
        var label = of(definitionId, key);
        return label == null ? new Label(key, key) : label;
    }

    /** A process says so itself, by the property {@code confidential}. */
    boolean isConfidential(String processKey) {
        return confidential.computeIfAbsent(processKey, key -> {
            var latest = repository.createProcessDefinitionQuery().processDefinitionKey(key).latestVersion().singleResult();
            return latest != null && repository.getBpmnModelInstance(latest.getId()).getModelElementsByType(Process.class).stream()
                    .anyMatch(process -> "true".equals(property(process, "confidential", "")));
        });
    }

    private Map<String, Label> read(String definitionId) {
        var labels = new HashMap<String, Label>();
        var model = repository.getBpmnModelInstance(definitionId);
        model.getModelElementsByType(FlowElement.class).forEach(element -> put(labels, element, element.getName()));
        model.getModelElementsByType(Process.class).forEach(process -> put(labels, process, process.getName()));
        return Map.copyOf(labels);
    }

    private static void put(Map<String, Label> labels, BaseElement element, String name) {
        if (name != null && !name.isBlank()) {
            labels.put(element.getId(), new Label(name, property(element, "en", name)));
        }
    }

    private static String property(BaseElement element, String name, String otherwise) {
        var extensions = element.getExtensionElements();
        if (extensions != null) {
            for (var properties : extensions.getElementsQuery().filterByType(CamundaProperties.class).list()) {
                for (var property : properties.getCamundaProperties()) {
                    if (name.equals(property.getCamundaName())) {
                        return property.getCamundaValue();
                    }
                }
            }
        }
        return otherwise;
    }
}
