package mn.eland.workflow.parameters;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mn.eland.workflow.Parameter.Bound;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A table of parameters as a model: one row for each key, and an annotation in a fixed form. */
final class ParameterTable {

    private static final Pattern ANNOTATION = Pattern.compile("(.+?)(, at most|, at least)?( \\(not read yet\\))? \\[([HML])]");

    private final LocalDate since;
    private final List<Row> rows;

    /** @param sure {@code H}, {@code M} or {@code L} */
    record Row(String key, String value, String basis, Bound bound, String sure, boolean read) {
    }

    private ParameterTable(LocalDate since, List<Row> rows) {
        this.since = since;
        this.rows = List.copyOf(rows);
    }

    static ParameterTable of(DmnModelInstance model) {
        var rows = new ArrayList<Row>();
        for (var rule : model.getModelElementsByType(Rule.class)) {
            rows.add(row(key(rule), value(rule), rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip()));
        }
        return new ParameterTable(since(decision(model)), rows);
    }

    static ParameterTable of(String model) {
        return of(read(model));
    }

    /** The id under which the engine knows the table. */
    static String decisionOf(String model) {
        return decision(read(model)).getId();
    }

    /** The day from which the table counts. */
    LocalDate since() {
        return since;
    }

    List<Row> rows() {
        return rows;
    }

    /**
     * The model with other values for some keys, in force from that day unless it says a later one itself; a key that it does not
     * have is left out. Without a difference the very same text.
     */
    static String with(String model, Map<String, String> values, LocalDate from) {
        var changed = read(model);
        boolean differs = false;
        for (var rule : changed.getModelElementsByType(Rule.class)) {
            var value = values.get(key(rule));
            if (value != null && !value.equals(value(rule))) {
                rule.getOutputEntries().iterator().next().getText().setTextContent('"' + value + '"');
                differs = true;
            }
        }
        if (!differs) {
            return model;
        }
        var decision = decision(changed);
        if (from.isAfter(since(decision))) {
            decision.setVersionTag(from.toString());
        }
        return Dmn.convertToString(changed);
    }

    private static Row row(String key, String value, String annotation) {
        var found = ANNOTATION.matcher(annotation);
        if (!found.matches()) {
            return new Row(key, value, annotation, Bound.NONE, "L", true);
        }
        var bound = found.group(2) == null ? Bound.NONE : found.group(2).equals(", at most") ? Bound.AT_MOST : Bound.AT_LEAST;
        return new Row(key, value, found.group(1), bound, found.group(4), found.group(3) == null);
    }

    private static DmnModelInstance read(String model) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
    }

    private static Decision decision(DmnModelInstance model) {
        return model.getModelElementsByType(Decision.class).iterator().next();
    }

    private static LocalDate since(Decision decision) {
        return LocalDate.parse(decision.getVersionTag());
    }

    private static String key(Rule rule) {
        return unquoted(rule.getInputEntries().iterator().next());
    }

    private static String value(Rule rule) {
        return unquoted(rule.getOutputEntries().iterator().next());
    }

    private static String unquoted(DmnElement entry) {
        var text = entry.getTextContent().strip();
        return text.substring(1, text.length() - 1);
    }
}
