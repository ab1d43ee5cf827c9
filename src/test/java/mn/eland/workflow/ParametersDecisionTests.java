package mn.eland.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.DecisionTable;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;

/** The tables of parameters, split by subject: the common one, those of the auction, of the sale, of verification and of the notary. */
class ParametersDecisionTests {

    private static final Pattern ASKED = Pattern.compile("parameter\\(\"([^\"]+)\"");

    private final Map<Path, DecisionTable> tables = Map.of(Path.of("decisions/workflow/parameters.dmn"), DecisionTable.of("workflow", "parameters"),
            Path.of("decisions/sale/sale-parameters.dmn"), DecisionTable.of("sale", "saleParameters"),
            Path.of("decisions/auction/auction-parameters.dmn"), DecisionTable.of("auction", "auctionParameters"),
            Path.of("decisions/identity/identity-parameters.dmn"), DecisionTable.of("identity", "identityParameters"),
            Path.of("decisions/notarization/notarization-parameters.dmn"), DecisionTable.of("notarization", "notarizationParameters"));

    @Test
    void everyTableOfParametersIsTestedHere() throws IOException {
        try (var files = Files.walk(Path.of("decisions"))) {
            assertThat(files.filter(path -> path.toString().endsWith("parameters.dmn")).toList()).containsExactlyInAnyOrderElementsOf(tables.keySet());
        }
    }

    @Test
    void everyKeyStandsOnceAndIsANumberAPeriodOrASwitch() {
        tables.keySet().forEach(file -> {
            for (var rule : Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class)) {
                var key = rule.getInputEntries().iterator().next().getTextContent().trim().replace("\"", "");

                var values = values(key);

                assertThat(values).as(key).hasSize(1);
                assertThat(values.get(0)).as(key).satisfies(value -> assertThat(isNumberPeriodOrSwitch(value)).isTrue());
            }
        });
        assertThat(tables.values()).allSatisfy(table -> assertThat(table.silentRules()).isEmpty());
    }

    @Test
    void everyKeyThatCodeAsksForHasAValue() throws IOException {
        for (var source : sources().entrySet()) {
            var asked = ASKED.matcher(source.getValue());
            while (asked.find()) {
                assertThat(values(asked.group(1))).as(asked.group(1) + " in " + source.getKey()).hasSize(1);
            }
        }
    }

    @Test
    void nobodyAsksATableByNameBecauseKeysMove() throws IOException {
        assertThat(sources()).allSatisfy((file, text) -> assertThat(text).as(file.toString())
                .doesNotContain("decide(\"parameters\"", "decide(\"saleParameters\"", "decide(\"auctionParameters\"", "decide(\"identityParameters\"", "decide(\"notarizationParameters\""));
    }

    @Test
    void anUnknownKeyHasNoValue() {
        assertThat(values("no.such.key")).isEmpty();
    }

    private List<String> values(String key) {
        return tables.values().stream().flatMap(table -> table.ask("key", key).stream()).map(row -> (String) row.get("value")).toList();
    }

    private static Map<Path, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(path -> path.toString().endsWith(".java")).collect(Collectors.toMap(path -> path, ParametersDecisionTests::read));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isNumberPeriodOrSwitch(String text) {
        if (text.startsWith("PT")) {
            return !Duration.parse(text).isZero();
        }
        return text.startsWith("P") ? !Period.parse(text).isZero() : text.equals("true") || text.equals("false") || new BigDecimal(text).signum() > 0;
    }
}
