package mn.eland.house;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.xml.instance.DomElement;

/**
 * A business rule task names in its property {@code keeps} the columns of its table that the process reads after a wait; each of
 * them costs rows; {@code -} keeps none. It keeps what the diagram reads and nothing that nobody reads.
 */
public final class KeepingRules {

    private static final String NOTHING = "-";
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern DECLARED = Pattern.compile("\\b(?:text|texts|flag|number|ratio|money|time|choice)\\(\"(\\w+)\"");

    private final Map<String, Table> tables;
    private final Set<String> readInJava;

    /** What a table answers and what it asks. */
    public record Table(Set<String> outputs, Set<String> inputs) {
    }

    public KeepingRules(Map<String, Table> tables, Set<String> readInJava) {
        this.tables = tables;
        this.readInJava = readInJava;
    }

    public static KeepingRules ofThisProject() {
        var tables = new HashMap<String, Table>();
        DecisionRules.tables().forEach(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class)
                .forEach(decision -> decision.getChildElementsByType(DecisionTable.class).forEach(table -> tables.put(decision.getId(), read(table)))));
        return new KeepingRules(tables, Code.mentioned(DECLARED));
    }

    private static Table read(DecisionTable table) {
        var inputs = table.getModelInstance().getModelElementsByType(Text.class).stream().flatMap(text -> words(text.getTextContent()));
        return new Table(table.getOutputs().stream().map(Output::getName).collect(Collectors.toCollection(LinkedHashSet::new)),
                inputs.collect(Collectors.toSet()));
    }

    public List<String> faults(Diagram diagram) {
        var faults = new ArrayList<String>();
        for (var task : diagram.all(BusinessRuleTask.class)) {
            var table = tables.get(task.getCamundaDecisionRef());
            if (table != null) {
                faults(diagram, task, table).forEach(fault -> faults.add(diagram + ": " + task.getId() + " " + fault));
            }
        }
        return faults;
    }

    private List<String> faults(Diagram diagram, BusinessRuleTask task, Table table) {
        var faults = new ArrayList<String>();
        var read = readBy(diagram, task);
        var keeps = Diagram.property(task, "keeps").map(KeepingRules::names);
        var kept = keeps.orElse(table.outputs());
        kept.stream().filter(name -> !table.outputs().contains(name)).forEach(name -> faults.add("keeps " + name + ", which its table does not answer"));
        kept.stream().filter(table.outputs()::contains).filter(name -> !read.contains(name) && !readInJava.contains(name))
                .forEach(name -> faults.add("keeps " + name + ", which nobody reads"));
        table.outputs().stream().filter(name -> !kept.contains(name) && read.contains(name))
                .forEach(name -> faults.add("does not keep " + name + ", which the diagram reads"));
        return faults;
    }

    private static Set<String> names(String list) {
        return Stream.of(list.split(",")).map(String::strip).filter(name -> !name.equals(NOTHING)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Conditions, terms, people, what is carried into called processes, what other tables ask. */
    private Set<String> readBy(Diagram diagram, BusinessRuleTask task) {
        var read = new TreeSet<String>();
        diagram.all(Process.class).forEach(process -> read(process.getDomElement(), read));
        diagram.all(BusinessRuleTask.class).stream().filter(other -> !other.equals(task)).map(other -> tables.get(other.getCamundaDecisionRef()))
                .filter(other -> other != null).forEach(other -> read.addAll(other.inputs()));
        return read;
    }

    private static void read(DomElement element, Set<String> read) {
        for (var name : List.of("assignee", "candidateGroups", "dueDate", "priority", "collection")) {
            expression(element.getAttribute("http://camunda.org/schema/1.0/bpmn", name), read);
        }
        if (element.getLocalName().equals("in") && element.getAttribute("source") != null) {
            read.add(element.getAttribute("source"));
        }
        if (element.getChildElements().isEmpty()) {
            expression(element.getTextContent(), read);
        }
        element.getChildElements().forEach(child -> read(child, read));
    }

    private static void expression(String text, Set<String> read) {
        if (text != null && text.contains("${")) {
            words(text).forEach(read::add);
        }
    }

    private static Stream<String> words(String text) {
        return WORD.matcher(QUOTED.matcher(text).replaceAll(" ")).results().map(found -> found.group());
    }
}
