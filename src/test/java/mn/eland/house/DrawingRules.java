package mn.eland.house;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mn.eland.house.Diagram.Edge;
import mn.eland.house.Diagram.Shape;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** The drawing itself, measured: can it be read from three metres? */
public final class DrawingRules {

    private static final double TOLERANCE = 1.0;

    private final Diagram diagram;
    private final List<String> faults = new ArrayList<>();

    private DrawingRules(Diagram diagram) {
        this.diagram = diagram;
    }

    public static List<String> faults(Diagram diagram) {
        var rules = new DrawingRules(diagram);
        rules.everythingIsDrawn();
        rules.shapesDoNotOverlap();
        rules.labelsAreFree();
        rules.flowsPassNoShape();
        rules.flowsGoRight();
        rules.flowsDoNotCross();
        rules.shapesStayInTheirLane();
        return rules.faults;
    }

    private void fault(String text) {
        faults.add(diagram + ": " + text);
    }

    private void everythingIsDrawn() {
        Set<String> drawn = diagram.shapes().stream().map(Shape::id).collect(Collectors.toCollection(LinkedHashSet::new));
        diagram.edges().forEach(edge -> drawn.add(edge.id()));
        for (var node : diagram.all(FlowNode.class)) {
            if (!drawn.contains(node.getId())) {
                fault(node.getId() + " is not drawn");
            }
        }
        for (var flow : diagram.all(SequenceFlow.class)) {
            if (!drawn.contains(flow.getId())) {
                fault(flow.getId() + " is not drawn");
            }
        }
    }

    private void shapesDoNotOverlap() {
        var shapes = diagram.shapes();
        for (int i = 0; i < shapes.size(); i++) {
            for (int j = i + 1; j < shapes.size(); j++) {
                var one = shapes.get(i);
                var other = shapes.get(j);
                boolean related = one.isFrameOf(other) || other.isFrameOf(one) || one.carries(other) || other.carries(one);
                if (!related && shrunk(one.bounds()).intersects(other.bounds())) {
                    fault(one.id() + " overlaps " + other.id());
                }
            }
        }
    }

    private void labelsAreFree() {
        record Label(String of, Rectangle2D bounds) {
        }
        var labels = new ArrayList<Label>();
        diagram.shapes().stream().filter(s -> s.label() != null).forEach(s -> labels.add(new Label(s.id(), s.label())));
        diagram.edges().stream().filter(e -> e.label() != null).forEach(e -> labels.add(new Label(e.id(), e.label())));
        for (int i = 0; i < labels.size(); i++) {
            var label = labels.get(i);
            for (int j = i + 1; j < labels.size(); j++) {
                if (shrunk(label.bounds()).intersects(labels.get(j).bounds())) {
                    fault("label of " + label.of() + " overlaps label of " + labels.get(j).of());
                }
            }
            for (var shape : diagram.shapes()) {
                boolean own = shape.id().equals(label.of());
                boolean frame = shape.bounds().contains(label.bounds());
                if (!own && !(frame && isFrame(shape)) && shrunk(label.bounds()).intersects(shape.bounds())) {
                    fault("label of " + label.of() + " overlaps " + shape.id());
                }
            }
            for (var edge : diagram.edges()) {
                if (!edge.id().equals(label.of()) && edge.segments().stream().anyMatch(s -> s.intersects(shrunk(label.bounds())))) {
                    fault("label of " + label.of() + " is struck by flow " + edge.id());
                }
            }
        }
    }

    private static boolean isFrame(Shape shape) {
        return !(shape.element() instanceof FlowNode)
                || shape.element() instanceof org.camunda.bpm.model.bpmn.instance.SubProcess;
    }

    private void flowsPassNoShape() {
        for (var edge : diagram.edges()) {
            for (var shape : diagram.shapes()) {
                boolean passes = !edge.touches(shape) && !isFrame(shape)
                        && edge.segments().stream().anyMatch(segment -> segment.intersects(shrunk(shape.bounds())));
                if (passes) {
                    fault("flow " + edge.id() + " passes through " + shape.id());
                }
            }
        }
    }

    private void flowsGoRight() {
        for (var edge : diagram.edges()) {
            var first = edge.points().get(0);
            var last = edge.points().get(edge.points().size() - 1);
            boolean loop = Diagram.property(edge.element(), "loop").isPresent();
            if (!loop && last.getX() < first.getX() - TOLERANCE) {
                fault("flow " + edge.id() + " runs leftward and is not marked as a loop");
            }
        }
    }

    private void flowsDoNotCross() {
        var edges = diagram.edges();
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                if (cross(edges.get(i), edges.get(j))) {
                    fault("flow " + edges.get(i).id() + " crosses flow " + edges.get(j).id());
                }
            }
        }
    }

    /** Flows may meet where one of them ends or where they run into the same end point; anything else is a crossing. */
    private static boolean cross(Edge one, Edge other) {
        for (var a : one.segments()) {
            for (var b : other.segments()) {
                if (a.intersectsLine(b) && !meetAtAnEnd(one, b) && !meetAtAnEnd(other, a) && !parallel(a, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meetAtAnEnd(Edge edge, Line2D segment) {
        var first = edge.points().get(0);
        var last = edge.points().get(edge.points().size() - 1);
        return segment.ptSegDist(first) <= TOLERANCE || segment.ptSegDist(last) <= TOLERANCE;
    }

    /** Flows that run into the same target may share the last stretch. */
    private static boolean parallel(Line2D a, Line2D b) {
        double cross = (a.getX2() - a.getX1()) * (b.getY2() - b.getY1()) - (a.getY2() - a.getY1()) * (b.getX2() - b.getX1());
        return Math.abs(cross) < TOLERANCE;
    }

    private void shapesStayInTheirLane() {
        var shapes = diagram.shapes();
        for (var lane : diagram.all(Lane.class)) {
            var frame = shapes.stream().filter(shape -> shape.element().equals(lane)).findFirst();
            for (var node : lane.getFlowNodeRefs()) {
                var shape = shapes.stream().filter(s -> s.element().equals(node)).findFirst();
                if (frame.isPresent() && shape.isPresent() && !frame.get().contains(shape.get())) {
                    fault(node.getId() + " leaves its lane " + lane.getId());
                }
            }
        }
    }

    private static Rectangle2D shrunk(Rectangle2D bounds) {
        return new Rectangle2D.Double(bounds.getX() + TOLERANCE, bounds.getY() + TOLERANCE,
                Math.max(0, bounds.getWidth() - 2 * TOLERANCE), Math.max(0, bounds.getHeight() - 2 * TOLERANCE));
    }

    /** One end event per business outcome, none without a name. */
    static boolean isNamedEnd(EndEvent end) {
        return end.getName() != null && !end.getName().isBlank();
    }
}
