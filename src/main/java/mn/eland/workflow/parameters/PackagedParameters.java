package mn.eland.workflow.parameters;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * The tables of parameters as they came with the program, split by subject: one that holds for every kind of case and one for each
 * kind that has numbers of its own. A table belongs to them by its file name, {@code decisions/<module>/…parameters.dmn}.
 */
@Component
class PackagedParameters {

    private static final String FOLDER = "decisions/";
    private static final String PATTERN = "classpath*:" + FOLDER + "*/*parameters.dmn";

    private final Map<String, Packaged> byKey = new HashMap<>();
    private final Map<String, Packaged> byName = new TreeMap<>();

    PackagedParameters(ResourcePatternResolver resources) {
        try {
            for (var resource : resources.getResources(PATTERN)) {
                var path = resource.getURL().getPath();
                var name = path.substring(path.lastIndexOf(FOLDER));
                if (!byName.containsKey(name)) {
                    add(new Packaged(name, resource.getContentAsString(StandardCharsets.UTF_8)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the tables of parameters cannot be read", e);
        }
    }

    private void add(Packaged table) {
        byName.put(table.name(), table);
        table.rows().rows().forEach(row -> {
            var other = byKey.put(row.key(), table);
            if (other != null) {
                throw new IllegalStateException(row.key() + " stands in " + other.name() + " and in " + table.name());
            }
        });
    }

    /** The common one first, the others by name. */
    List<Packaged> tables() {
        return byName.values().stream().sorted((one, other) -> Boolean.compare(one.isOfACase(), other.isOfACase())).toList();
    }

    /** The table that has this key. */
    Optional<Packaged> holding(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    boolean isOne(String name) {
        return byName.containsKey(name);
    }

    /** @param name of its resource @param decision id of the table @param model its text @param rows what the text says */
    record Packaged(String name, String decision, String model, ParameterTable rows) {

        Packaged(String name, String model) {
            this(name, ParameterTable.decisionOf(model), model, ParameterTable.of(model));
        }

        private boolean isOfACase() {
            return !decision.equals("parameters");
        }

        ParameterTable.Row row(String key) {
            return rows.rows().stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
        }
    }
}
