package mn.eland.house;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.imageio.ImageIO;
import mn.eland.house.Diagram.Edge;
import mn.eland.house.Diagram.Shape;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.CallActivity;

/** Draws a diagram for a person to look at. */
final class DiagramRenderer {

    private static final Color INK = new Color(0x1B1F24);
    private static final Color SKY = new Color(0x0E4C92);
    private static final int MARGIN = 30;
    private final Graphics2D g;

    private final Function<String, Color> paint;

    private DiagramRenderer(Graphics2D g, Function<String, Color> paint) {
        this.g = g;
        this.paint = paint;
    }

    static void draw(Diagram diagram, Path png) throws IOException {
        draw(diagram, png, id -> null);
    }

    /** @param paint a colour for the id of a node or flow, or null for ink */
    static void draw(Diagram diagram, Path png, Function<String, Color> paint) throws IOException {
        var all = new Rectangle2D.Double();
        diagram.shapes().forEach(shape -> extend(all, shape.bounds(), shape.label()));
        diagram.edges().forEach(edge -> edge.points().forEach(point -> all.add(point)));
        var image = new BufferedImage((int) (all.getMaxX() + 2 * MARGIN), (int) (all.getMaxY() + 2 * MARGIN), BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
        var renderer = new DiagramRenderer(g, paint);
        diagram.shapes().stream().filter(DiagramRenderer::isFrame).forEach(renderer::shape);
        diagram.edges().forEach(renderer::edge);
        diagram.shapes().stream().filter(shape -> !isFrame(shape)).forEach(renderer::shape);
        g.dispose();
        Files.createDirectories(png.getParent());
        ImageIO.write(image, "png", png.toFile());
    }

    private Color colour(String id, Color otherwise) {
        var painted = paint.apply(id);
        return painted == null ? otherwise : painted;
    }

    private static boolean isFrame(Shape shape) {
        return shape.element() instanceof org.camunda.bpm.model.bpmn.instance.SubProcess;
    }

    private static void extend(Rectangle2D all, Rectangle2D... parts) {
        for (var part : parts) {
            if (part != null) {
                all.add(part);
            }
        }
    }

    private void edge(Edge edge) {
        g.setColor(colour(edge.id(), INK));
        g.setStroke(new BasicStroke(1.3f));
        edge.segments().forEach(g::draw);
        var points = edge.points();
        var tip = points.get(points.size() - 1);
        var before = points.get(points.size() - 2);
        double angle = Math.atan2(tip.getY() - before.getY(), tip.getX() - before.getX());
        var head = new Path2D.Double();
        head.moveTo(tip.getX(), tip.getY());
        head.lineTo(tip.getX() - 9 * Math.cos(angle - 0.4), tip.getY() - 9 * Math.sin(angle - 0.4));
        head.lineTo(tip.getX() - 9 * Math.cos(angle + 0.4), tip.getY() - 9 * Math.sin(angle + 0.4));
        head.closePath();
        g.fill(head);
        if (edge.label() != null && edge.element() instanceof FlowElement flow) {
            text(flow.getName(), edge.label());
        }
    }

    private void shape(Shape shape) {
        var b = shape.bounds();
        var name = shape.element() instanceof FlowElement element ? element.getName() : null;
        g.setStroke(new BasicStroke(shape.element() instanceof EndEvent || shape.element() instanceof CallActivity ? 3f : 1.5f));
        var outline = outline(shape, b);
        g.setColor(Color.WHITE);
        g.fill(outline);
        g.setColor(colour(shape.id(), shape.element() instanceof BoundaryEvent ? SKY : INK));
        g.draw(outline);
        if (shape.label() != null) {
            text(name, shape.label());
        } else if (!(shape.element() instanceof Event) && !(shape.element() instanceof Gateway)) {
            text(name, b);
        }
    }

    private static java.awt.Shape outline(Shape shape, Rectangle2D b) {
        if (shape.element() instanceof Event) {
            return new Ellipse2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight());
        }
        if (shape.element() instanceof Gateway) {
            var diamond = new Path2D.Double();
            diamond.moveTo(b.getCenterX(), b.getMinY());
            diamond.lineTo(b.getMaxX(), b.getCenterY());
            diamond.lineTo(b.getCenterX(), b.getMaxY());
            diamond.lineTo(b.getMinX(), b.getCenterY());
            diamond.closePath();
            return diamond;
        }
        return new RoundRectangle2D.Double(b.getX(), b.getY(), b.getWidth(), b.getHeight(), 12, 12);
    }

    private void text(String text, Rectangle2D box) {
        if (text == null) {
            return;
        }
        g.setColor(INK);
        var metrics = g.getFontMetrics();
        var lines = wrap(text, Math.max(60, (int) box.getWidth() - 4), metrics::stringWidth);
        double y = box.getCenterY() - lines.size() * metrics.getHeight() / 2.0 + metrics.getAscent();
        for (var line : lines) {
            g.drawString(line, (float) (box.getCenterX() - metrics.stringWidth(line) / 2.0), (float) y);
            y += metrics.getHeight();
        }
    }

    private static List<String> wrap(String text, int width, java.util.function.ToIntFunction<String> measure) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            if (line.length() > 0 && measure.applyAsInt(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
