package mn.eland.workflow.guard;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import mn.eland.workflow.DeploymentRefused.Finding;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;

/** Walks through a process model and reports all that is not in the vocabulary. */
final class BpmnGuard {

    private static final Set<String> DRAWING = Set.of("http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC", "http://www.omg.org/spec/DD/20100524/DI");
    private static final Set<String> INERT = Set.of("http://camunda.org/schema/modeler/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0", "http://www.omg.org/spec/BPMN/non-normative/color/1.0");
    private static final List<String> NEEDED = List.of("serviceTask delegateExpression", "businessRuleTask decisionRef");

    private final String resource;
    private final Predicate<String> isStep;
    private final Consumer<Finding> report;

    /** @param isStep whether a name is a step bean; always true for models that were checked when they came */
    BpmnGuard(String resource, Predicate<String> isStep, Consumer<Finding> report) {
        this.resource = resource;
        this.isStep = isStep;
        this.report = report;
    }

    void check(Element element) {
        var namespace = SafeXml.namespace(element);
        if (DRAWING.contains(namespace)) {
            checkDrawing(element);
            return;
        }
        var attributes = BpmnVocabulary.attributesOf(namespace, element.getLocalName());
        if (attributes == null) {
            refuse(element, "element <" + element.getTagName() + "> is not allowed");
            return;
        }
        for (var attribute : SafeXml.attributes(element)) {
            checkAttribute(element, attribute, attributes.get(SafeXml.namespace(attribute) + attribute.getLocalName()));
        }
        var text = SafeXml.text(element);
        var allowed = BpmnVocabulary.textOf(element.getLocalName());
        if (!allowed.accepts(text)) {
            refuse(element, "<" + element.getTagName() + "> must be " + allowed.wanted() + ", not \"" + text + "\"");
        }
        checkNeeds(element);
        SafeXml.children(element).forEach(this::check);
    }

    private void checkAttribute(Element element, Attr attribute, Allowed allowed) {
        if (allowed == null) {
            if (!INERT.contains(SafeXml.namespace(attribute)) || !Allowed.TEXT.accepts(attribute.getValue())) {
                refuse(element, "attribute " + attribute.getName() + " of <" + element.getTagName() + "> is not allowed");
            }
        } else if (!allowed.accepts(attribute.getValue())) {
            refuse(element, "attribute " + attribute.getName() + " must be " + allowed.wanted() + ", not \""
                    + attribute.getValue() + "\"");
        }
    }

    private void checkNeeds(Element element) {
        for (var needed : NEEDED) {
            var name = needed.split(" ");
            if (element.getLocalName().equals(name[0]) && !element.hasAttributeNS(BpmnVocabulary.CAMUNDA, name[1])) {
                refuse(element, "<" + element.getTagName() + "> needs camunda:" + name[1]);
            }
        }
        if (element.getLocalName().equals("serviceTask")) {
            var step = element.getAttributeNS(BpmnVocabulary.CAMUNDA, "delegateExpression").replaceAll("[${}]", "");
            if (!step.isEmpty() && !step.equals(element.getAttribute("id"))) {
                refuse(element, "a service task calls the step of its own name, not \"" + step + "\"");
            } else if (!step.isEmpty() && !isStep.test(step)) {
                refuse(element, "there is no step \"" + step + "\"");
            }
        }
    }

    private void checkDrawing(Element element) {
        if (!DRAWING.contains(SafeXml.namespace(element))) {
            refuse(element, "element <" + element.getTagName() + "> is not allowed in the drawing");
            return;
        }
        for (var attribute : SafeXml.attributes(element)) {
            boolean known = SafeXml.namespace(attribute).isEmpty() || INERT.contains(SafeXml.namespace(attribute));
            if (!known || !Allowed.TEXT.accepts(attribute.getValue())) {
                refuse(element, "attribute " + attribute.getName() + " is not allowed in the drawing");
            }
        }
        if (!Allowed.TEXT.accepts(SafeXml.text(element))) {
            refuse(element, "an expression is not allowed in the drawing");
        }
        SafeXml.children(element).forEach(this::checkDrawing);
    }

    private void refuse(Element element, String reason) {
        report.accept(new Finding(resource, SafeXml.idOf(element), reason));
    }
}
