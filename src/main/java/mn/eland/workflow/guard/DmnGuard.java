package mn.eland.workflow.guard;

import camundajar.impl.scala.util.Left;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import mn.eland.workflow.DeploymentRefused.Finding;
import org.camunda.feel.FeelEngine;
import org.w3c.dom.Element;

/** Walks through a decision model: tables and literal expressions in FEEL, nothing else, and FEEL that can be read. */
final class DmnGuard {

    private static final Set<String> DMN = Set.of("http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/", "https://www.omg.org/spec/DMN/20191111/MODEL/");
    private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/", "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/dmn";
    private static final Set<String> INERT = Set.of("http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/dmn/biodi/1.0", "http://bpmn.io/schema/dmn/biodi/2.0");
    private static final Set<String> FEEL = Set.of("feel", "http://www.omg.org/spec/feel/20140401",
            "http://www.omg.org/spec/dmn/20180521/feel/", "https://www.omg.org/spec/dmn/20191111/feel/");
    private static final Set<String> LANGUAGES = Set.of("expressionLanguage", "typeLanguage");
    private static final Map<String, String> ELEMENTS = Map.ofEntries(
            Map.entry("definitions", "id name namespace exporter exporterVersion"), Map.entry("decision", "id name"),
            Map.entry("description", "id"), Map.entry("question", "id"), Map.entry("allowedAnswers", "id"),
            Map.entry("variable", "id name typeRef"), Map.entry("informationRequirement", "id"),
            Map.entry("requiredDecision", "href"), Map.entry("requiredInput", "href"), Map.entry("inputData", "id name"),
            Map.entry("decisionTable", "id hitPolicy aggregation preferredOrientation outputLabel"),
            Map.entry("input", "id label"), Map.entry("inputExpression", "id typeRef"), Map.entry("inputValues", "id"),
            Map.entry("output", "id label name typeRef"), Map.entry("outputValues", "id"), Map.entry("rule", "id label"),
            Map.entry("annotation", "name"), Map.entry("annotationEntry", ""), Map.entry("inputEntry", "id"),
            Map.entry("outputEntry", "id"), Map.entry("literalExpression", "id typeRef"), Map.entry("text", ""),
            Map.entry("extensionElements", ""));
    private static final Map<String, Allowed> ENGINE = Map.of("historyTimeToLive", Allowed.DAYS, "versionTag", Allowed.TEXT,
            "inputVariable", Allowed.NAME);
    private static final Set<String> FEEL_TEXTS = Set.of("inputExpression", "inputEntry", "outputEntry", "literalExpression");
    private static final FeelEngine READER = new FeelEngine.Builder().build();

    private final String resource;
    private final boolean isNew;
    private final Consumer<Finding> report;

    DmnGuard(String resource, boolean isNew, Consumer<Finding> report) {
        this.resource = resource;
        this.isNew = isNew;
        this.report = report;
    }

    void check(Element element) {
        var namespace = SafeXml.namespace(element);
        if (DRAWING.contains(namespace)) {
            return;
        }
        boolean property = CAMUNDA.equals(namespace) && Set.of("properties", "property").contains(element.getLocalName());
        var attributes = ELEMENTS.get(element.getLocalName());
        if (!property && (!DMN.contains(namespace) || attributes == null)) {
            refuse(element, "element <" + element.getTagName() + "> is not allowed");
            return;
        }
        if (!property) {
            checkAttributes(element, Set.of(attributes.split(" ")));
        }
        if (isNew && FEEL_TEXTS.contains(element.getLocalName())) {
            checkFeel(element);
        }
        SafeXml.children(element).forEach(this::check);
    }

    private void checkAttributes(Element element, Set<String> known) {
        for (var attribute : SafeXml.attributes(element)) {
            var namespace = SafeXml.namespace(attribute);
            var name = attribute.getLocalName();
            if (namespace.isEmpty() && LANGUAGES.contains(name)) {
                if (!FEEL.contains(attribute.getValue().toLowerCase(Locale.ROOT))) {
                    refuse(element, "the language is FEEL, not \"" + attribute.getValue() + "\"");
                }
            } else if (CAMUNDA.equals(namespace) && ENGINE.containsKey(name)) {
                if (!ENGINE.get(name).accepts(attribute.getValue())) {
                    refuse(element, "attribute " + attribute.getName() + " must be " + ENGINE.get(name).wanted() + ", not \""
                            + attribute.getValue() + "\"");
                }
            } else if (!INERT.contains(namespace) && !(namespace.isEmpty() && known.contains(name))) {
                refuse(element, "attribute " + attribute.getName() + " of <" + element.getTagName() + "> is not allowed");
            }
        }
    }

    private void checkFeel(Element element) {
        for (var child : SafeXml.children(element)) {
            var text = SafeXml.text(child);
            if ("text".equals(child.getLocalName()) && !text.isEmpty()) {
                boolean tests = element.getLocalName().equals("inputEntry");
                if (tests && "-".equals(text)) {
                    continue;
                }
                var parsed = tests ? READER.parseUnaryTests(text) : READER.parseExpression(text);
                if (parsed instanceof Left<FeelEngine.Failure, ?> left) {
                    refuse(element, "not FEEL: " + left.value().message());
                }
            }
        }
    }

    private void refuse(Element element, String reason) {
        report.accept(new Finding(resource, SafeXml.idOf(element), reason));
    }
}
