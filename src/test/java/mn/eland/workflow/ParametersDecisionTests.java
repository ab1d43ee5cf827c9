package mn.eland.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import mn.eland.DecisionTable;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

class ParametersDecisionTests {

    private static final java.util.regex.Pattern ASKED = java.util.regex.Pattern.compile("parameter\\(\"([^\"]+)\"");

    private final DecisionTable table = DecisionTable.of("workflow", "parameters");

    @Test
    void everyKeyStandsOnceAndIsANumberOrAPeriod() {
        var rules = Dmn.readModelFromFile(Path.of("decisions/workflow/parameters.dmn").toFile()).getModelElementsByType(Rule.class);

        for (var rule : rules) {
            var key = rule.getInputEntries().iterator().next().getTextContent().trim().replace("\"", "");

            var rows = table.ask("key", key);

            assertThat(rows).as(key).hasSize(1);
            assertThat(rows.get(0).get("value")).as(key).satisfies(value -> assertThat(isNumberOrPeriod((String) value)).isTrue());
        }
        assertThat(table.silentRules()).isEmpty();
    }

    @Test
    void everyKeyThatCodeAsksForHasAValue() throws java.io.IOException {
        try (var files = java.nio.file.Files.walk(Path.of("src/main/java"))) {
            for (var file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                var asked = ASKED.matcher(java.nio.file.Files.readString(file));
                while (asked.find()) {
                    assertThat(table.ask("key", asked.group(1))).as(asked.group(1) + " in " + file).hasSize(1);
                }
            }
        }
    }

    @Test
    void anUnknownKeyHasNoValue() {
        assertThat(table.ask("key", "no.such.key")).isEmpty();
    }

    /** The level of a check and the report to the authority begin at the same sum. */
    @Test
    void theCashThresholdIsTheOneOfTheCheck() throws java.io.IOException {
        var threshold = (String) table.ask("key", "aml.cash.threshold").get(0).get("value");

        assertThat(java.nio.file.Files.readString(Path.of("decisions/identity/aml-cdd-level.dmn"))).contains("&gt;= " + threshold + "<");
    }

    private static boolean isNumberOrPeriod(String text) {
        if (text.startsWith("PT")) {
            return !Duration.parse(text).isZero();
        }
        return text.startsWith("P") ? !Period.parse(text).isZero() : new BigDecimal(text).signum() > 0;
    }
}
