package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** Base of the tests of decision tables: asks with defaults, and at the end demands that every rule has answered. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class DecisionTest {

    private final DecisionTable table;
    private final Map<String, Object> defaults;

    protected DecisionTest(String module, String key, Map<String, Object> defaults) {
        this.table = DecisionTable.of(module, key);
        this.defaults = defaults;
    }

    /** The only row of the answer when these facts differ from the defaults. */
    protected Map<String, Object> answer(Object... changes) {
        var rows = table.ask(DecisionTable.with(defaults, changes));
        assertThat(rows).as("rows for %s", java.util.Arrays.asList(changes)).hasSize(1);
        return rows.get(0);
    }

    /** Numbers of the rules that answer. */
    protected List<String> rules(Object... changes) {
        table.ask(DecisionTable.with(defaults, changes));
        return table.lastFired();
    }

    /** The values of one output column. */
    protected List<Object> column(String output, Object... changes) {
        return table.ask(DecisionTable.with(defaults, changes)).stream().map(row -> row.get(output)).toList();
    }

    @AfterAll
    void everyRuleHasAnsweredAtLeastOnce() {
        assertThat(table.silentRules()).as("rules that no example reaches").isEmpty();
    }
}
