package mn.eland.house;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/**
 * After all tests: every flow node and sequence flow of every diagram and every rule of every table must have been gone by
 * some test. Paints the diagrams: green is covered, red is not. What cannot be covered yet stands with owner and reason in
 * {@code src/test/resources/house/uncovered.txt}.
 */
public final class CoverageReport {

    private static final Path HOME = Path.of("target", "coverage");
    private static final Path UNCOVERED = Path.of("src/test/resources/house/uncovered.txt");
    private static final Color STEPPE_GREEN = new Color(0x1E7A46);
    private static final Color SEAL_RED = new Color(0xB3261E);
    private static final Color GOLD = new Color(0xF2B705);

    /** One diagram or table. */
    private record Model(String name, String module, List<String> ways, List<String> missing, String picture) {
    }

    private final Set<String> gone;
    private final Map<String, String> excused;
    private final List<Model> models = new ArrayList<>();

    private CoverageReport(Set<String> gone, Map<String, String> excused) {
        this.gone = gone;
        this.excused = excused;
    }

    /** @param arguments the build; when only chosen tests ran, nothing is demanded */
    public static void main(String[] arguments) throws IOException {
        var report = new CoverageReport(Coverage.of(arguments[0]), excuses());
        report.diagrams();
        report.tables();
        Files.writeString(HOME.resolve("index.html"), report.page());
        System.out.println("COVERAGE | " + report.summary());
        var missing = report.missing();
        boolean chosen = System.getProperty("test") != null || System.getProperty("it.test") != null;
        if (!missing.isEmpty() && !chosen) {
            throw new IllegalStateException(missing.size() + " ways that no test goes, see target/coverage/index.html:\n" + String.join("\n", missing));
        }
    }

    /** Lines of "model way | owner | reason". */
    private static Map<String, String> excuses() throws IOException {
        var excuses = new LinkedHashMap<String, String>();
        for (var line : Files.readAllLines(UNCOVERED)) {
            var parts = line.split("\\|");
            if (!line.isBlank() && !line.startsWith("#")) {
                excuses.put(parts[0].strip(), parts[1].strip() + ": " + parts[2].strip());
            }
        }
        return excuses;
    }

    /** The engine does not walk from a gateway to the event that came: the event says it all. */
    private void diagrams() throws IOException {
        for (var diagram : DiagramHouse.diagrams()) {
            var process = diagram.process().getId();
            var ways = new TreeSet<String>();
            diagram.all(FlowNode.class).forEach(node -> ways.add(node.getId()));
            diagram.all(SequenceFlow.class).forEach(flow -> ways.add(flow.getId()));
            diagram.all(SequenceFlow.class).stream().filter(flow -> flow.getSource() instanceof EventBasedGateway)
                    .filter(flow -> gone.contains(process + " " + flow.getTarget().getId())).forEach(flow -> gone.add(process + " " + flow.getId()));
            var picture = diagram.module() + "/" + process + ".png";
            DiagramRenderer.draw(diagram, HOME.resolve(picture), id -> !ways.contains(id) ? null
                    : gone.contains(process + " " + id) ? STEPPE_GREEN : excused.containsKey(process + " " + id) ? GOLD : SEAL_RED);
            add(process, diagram.module(), ways, picture);
        }
    }

    private void tables() {
        for (var file : Code.files(Path.of("decisions"), ".dmn")) {
            var model = Dmn.readModelFromFile(file.toFile());
            var ways = new TreeSet<String>();
            model.getModelElementsByType(Rule.class).forEach(rule -> ways.add(rule.getId()));
            add(model.getModelElementsByType(Decision.class).iterator().next().getId(), file.getParent().getFileName().toString(), ways, null);
        }
    }

    private void add(String name, String module, Set<String> ways, String picture) {
        models.add(new Model(name, module, List.copyOf(ways), ways.stream().filter(way -> !gone.contains(name + " " + way)).toList(), picture));
    }

    private List<String> missing() {
        return models.stream().flatMap(model -> model.missing().stream().map(way -> model.name() + " " + way))
                .filter(way -> !excused.containsKey(way)).toList();
    }

    private String summary() {
        return line("diagrams", models.stream().filter(model -> model.picture() != null).toList()) + "; "
                + line("tables", models.stream().filter(model -> model.picture() == null).toList());
    }

    private static String line(String what, List<Model> some) {
        long all = some.stream().mapToLong(model -> model.ways().size()).sum();
        long missing = some.stream().mapToLong(model -> model.missing().size()).sum();
        return "%d %s, %d of %d ways gone, %.1f %%".formatted(some.size(), what, all - missing, all, 100.0 * (all - missing) / Math.max(1, all));
    }

    private String page() {
        var page = new StringBuilder("<!doctype html><meta charset=\"utf-8\"><title>Coverage</title><style>body{font:16px sans-serif;margin:2rem}"
                + "td,th{padding:.2rem 1rem;text-align:left}img{max-width:100%}</style><h1>" + summary() + "</h1><table>");
        for (var model : models) {
            int all = model.ways().size();
            page.append("<tr><td>").append(model.module()).append("<td><a href=\"#").append(model.name()).append("\">").append(model.name())
                    .append("</a><td>").append(100 * (all - model.missing().size()) / Math.max(1, all)).append(" %<td>").append(all);
        }
        page.append("</table>");
        for (var model : models) {
            page.append("<h2 id=\"").append(model.name()).append("\">").append(model.name()).append("</h2>");
            if (model.picture() != null) {
                page.append("<img alt=\"\" src=\"").append(model.picture()).append("\">");
            }
            model.missing().forEach(way -> page.append("<p>").append(way).append(" — ")
                    .append(excused.getOrDefault(model.name() + " " + way, "not covered")));
        }
        return page.toString();
    }
}
