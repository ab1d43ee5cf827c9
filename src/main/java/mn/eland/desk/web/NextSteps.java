package mn.eland.desk.web;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import mn.eland.workflow.TaskView;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads from the diagram what follows a task, so that a person knows it before the click. */
@Component
class NextSteps {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Set<String> GATEWAYS = Set.of("exclusiveGateway", "parallelGateway", "eventBasedGateway", "inclusiveGateway");
    private final Workflow workflow;

    NextSteps(Workflow workflow) {
        this.workflow = workflow;
    }

    /** In the order of the diagram; empty when the task's diagram is not at hand. */
    List<Next> after(TaskView task, boolean mongolian) {
        return workflow.diagrams(task.caseRef()).stream().filter(diagram -> diagram.processKey().equals(task.processKey()))
                .reduce((earlier, later) -> later).flatMap(diagram -> workflow.diagramXml(diagram.definitionId()))
                .map(xml -> new Walk(parse(xml), mongolian).from(task.taskKey())).orElse(List.of());
    }

    private static Document parse(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param when the label of the way that leads there, or null; @param group who does it, or null */
    public record Next(String when, String label, String group) {
    }

    private static final class Walk {

        private final Map<String, Element> elements = new HashMap<>();
        private final List<Element> flows = new ArrayList<>();
        private final boolean mongolian;
        private final List<Next> found = new ArrayList<>();
        private final Set<String> seen = new HashSet<>();

        Walk(Document model, boolean mongolian) {
            this.mongolian = mongolian;
            var all = model.getElementsByTagNameNS("*", "*");
            for (int i = 0; i < all.getLength(); i++) {
                var element = (Element) all.item(i);
                elements.putIfAbsent(element.getAttribute("id"), element);
                if (element.getLocalName().equals("sequenceFlow")) {
                    flows.add(element);
                }
            }
        }

        List<Next> from(String activity) {
            follow(activity, null);
            return List.copyOf(found);
        }

        private void follow(String id, String when) {
            for (var flow : flows) {
                if (flow.getAttribute("sourceRef").equals(id)) {
                    var target = elements.get(flow.getAttribute("targetRef"));
                    var condition = label(flow) == null ? when : when == null ? label(flow) : when + ", " + label(flow);
                    if (target != null && seen.add(target.getAttribute("id") + condition)) {
                        arrive(target, condition);
                    }
                }
            }
        }

        private void arrive(Element target, String when) {
            if (GATEWAYS.contains(target.getLocalName())) {
                follow(target.getAttribute("id"), when);
            } else if (label(target) != null) {
                var group = target.getAttributeNS(CAMUNDA, "candidateGroups");
                found.add(new Next(when, label(target), group.isEmpty() || group.startsWith("$") ? null : group));
            }
        }

        private String label(Element element) {
            if (!mongolian) {
                var properties = element.getElementsByTagNameNS(CAMUNDA, "property");
                for (int i = 0; i < properties.getLength(); i++) {
                    var property = (Element) properties.item(i);
                    if (property.getAttribute("name").equals("en")) {
                        return property.getAttribute("value");
                    }
                }
            }
            return element.getAttribute("name").isBlank() ? null : element.getAttribute("name");
        }
    }
}
