package mn.eland.house;

import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** One BPMN file, read with its drawing. */
public final class Diagram {

    private final Path file;
    private final BpmnModelInstance model;

    private Diagram(Path file, BpmnModelInstance model) {
        this.file = file;
        this.model = model;
    }

    public static Diagram read(Path file) {
        return new Diagram(file, Bpmn.readModelFromFile(file.toFile()));
    }

    public Path file() {
        return file;
    }

    /** The folder it lies in. */
    public String module() {
        return file.getParent().getFileName().toString();
    }

    public Process process() {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    public <T extends ModelElementInstance> Collection<T> all(Class<T> type) {
        return model.getModelElementsByType(type);
    }

    /** The flows that leave a node, whether or not the file repeats them inside the node. */
    public List<SequenceFlow> leaving(FlowNode node) {
        return all(SequenceFlow.class).stream().filter(flow -> flow.getSource().equals(node)).toList();
    }

    /** The English label of an element; empty when it has none. */
    public static Optional<String> english(BaseElement element) {
        return property(element, "en");
    }

    public static Optional<String> property(BaseElement element, String name) {
        if (element.getExtensionElements() == null) {
            return Optional.empty();
        }
        return element.getExtensionElements().getElementsQuery().filterByType(CamundaProperties.class).list().stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(property -> property.getCamundaValue()).filter(value -> value != null && !value.isBlank()).findFirst();
    }

    /** A drawn element with its outline. */
    public record Shape(BaseElement element, Rectangle2D bounds, Rectangle2D label) {

        public String id() {
            return element.getId();
        }

        boolean contains(Shape other) {
            return bounds.contains(other.bounds());
        }

        boolean isFrameOf(Shape other) {
            return !(element instanceof FlowNode) || element instanceof SubProcess && contains(other);
        }

        boolean carries(Shape other) {
            return other.element() instanceof BoundaryEvent event && event.getAttachedTo().equals(element);
        }
    }

    /** A drawn flow. */
    public record Edge(BaseElement element, List<Point2D> points, Rectangle2D label) {

        public String id() {
            return element.getId();
        }

        public List<Line2D> segments() {
            var segments = new ArrayList<Line2D>();
            for (int i = 1; i < points.size(); i++) {
                segments.add(new Line2D.Double(points.get(i - 1), points.get(i)));
            }
            return segments;
        }

        boolean touches(Shape shape) {
            return element instanceof SequenceFlow flow
                    && (flow.getSource().equals(shape.element()) || flow.getTarget().equals(shape.element()));
        }
    }

    public List<Shape> shapes() {
        return all(BpmnShape.class).stream()
                .map(shape -> new Shape(shape.getBpmnElement(), rectangle(shape.getBounds()),
                        shape.getBpmnLabel() == null ? null : rectangle(shape.getBpmnLabel().getBounds())))
                .toList();
    }

    public List<Edge> edges() {
        return all(BpmnEdge.class).stream()
                .map(edge -> new Edge(edge.getBpmnElement(),
                        edge.getWaypoints().stream().<Point2D>map(p -> new Point2D.Double(p.getX(), p.getY())).toList(),
                        edge.getBpmnLabel() == null ? null : rectangle(edge.getBpmnLabel().getBounds())))
                .toList();
    }

    /** Draws it for a person to look at. */
    public void render(Path png) throws java.io.IOException {
        DiagramRenderer.draw(this, png);
    }

    private static Rectangle2D rectangle(Bounds bounds) {
        return bounds == null ? null
                : new Rectangle2D.Double(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
