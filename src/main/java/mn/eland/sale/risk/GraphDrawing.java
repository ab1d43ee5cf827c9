package mn.eland.sale.risk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.sale.risk.finding.LinkGraph;

/** Where the nodes and ties of a graph stand on paper: five columns, each centred. */
public record GraphDrawing(int width, int height, List<Box> boxes, List<Line> lines) {

    private static final int BOX_WIDTH = 172;
    private static final int BOX_HEIGHT = 46;
    private static final int COLUMN = 220;
    private static final int ROW = 62;
    private static final int MARGIN = 8;
    private static final int LONGEST = 22;

    /** @param text the label, cut to fit */
    public record Box(LinkGraph.Node node, String text, int x, int y, int width, int height) {
    }

    public record Line(int x1, int y1, int x2, int y2, boolean shared) {
    }

    public static GraphDrawing of(LinkGraph graph) {
        var columns = new LinkedHashMap<LinkGraph.Side, List<LinkGraph.Node>>();
        for (var side : LinkGraph.Side.values()) {
            columns.put(side, graph.nodes().stream().filter(node -> node.side() == side).toList());
        }
        int rows = Math.max(1, columns.values().stream().mapToInt(List::size).max().orElse(1));
        int height = rows * ROW + 2 * MARGIN;
        var boxes = new LinkedHashMap<String, Box>();
        int x = MARGIN;
        for (var column : columns.values()) {
            int y = (height - column.size() * ROW) / 2 + (ROW - BOX_HEIGHT) / 2;
            for (var node : column) {
                boxes.put(node.id(), new Box(node, cut(node.label()), x, y, BOX_WIDTH, BOX_HEIGHT));
                y += ROW;
            }
            x += COLUMN;
        }
        return new GraphDrawing(x - COLUMN + BOX_WIDTH + MARGIN, height, List.copyOf(boxes.values()), lines(graph, boxes));
    }

    private static List<Line> lines(LinkGraph graph, Map<String, Box> boxes) {
        var lines = new ArrayList<Line>();
        for (var edge : graph.edges()) {
            var from = boxes.get(edge.from());
            var to = boxes.get(edge.to());
            boolean shared = from.node().shared() || to.node().shared();
            int fromX = from.x() < to.x() ? from.x() + BOX_WIDTH : from.x();
            int toX = from.x() > to.x() ? to.x() + BOX_WIDTH : to.x();
            lines.add(new Line(fromX, from.y() + BOX_HEIGHT / 2, toX, to.y() + BOX_HEIGHT / 2, shared));
        }
        return lines;
    }

    private static String cut(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }
}
