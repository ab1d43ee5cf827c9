package mn.eland.sale.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every refusal of a table that speaks in plain words has its words, and so has every change that would do. */
class PlainTests {

    private static final Map<String, String> FILES = Map.of("titleCheck", "property/title-check", "ownershipEligibility", "sale/ownership-eligibility",
            "offerAdmission", "sale/offer-admission", "depositOutcome", "sale/deposit-outcome");
    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    @ParameterizedTest
    @EnumSource(Plain.class)
    void everyReasonAndEveryChangeHasWords(Plain plain) throws IOException {
        var model = Dmn.readModelFromFile(Path.of("decisions", FILES.get(plain.table()) + ".dmn").toFile());
        var outputs = model.getModelElementsByType(Output.class).stream().map(Output::getName).toList();
        var inputs = model.getModelElementsByType(Input.class).stream().map(input -> input.getInputExpression().getText().getTextContent()).toList();
        for (var language : List.of("mn", "en")) {
            var words = words(language);
            for (var rule : model.getModelElementsByType(Rule.class)) {
                var answer = new HashMap<String, Object>();
                List.copyOf(rule.getOutputEntries()).forEach(entry -> answer.put(outputs.get(answer.size()), value(entry.getTextContent().strip())));
                if (!plain.passes(answer) && !rule.getDescription().getTextContent().startsWith("AML")) {
                    assertThat(words).as(rule.getId()).containsKey(plain.reasonKey(answer));
                }
            }
            assertThat(inputs).containsAll(plain.changeable());
            assertThat(plain.changeable()).allSatisfy(input ->
                    assertThat(words.stringPropertyNames()).anyMatch(key -> key.equals("ruling.change." + input) || key.startsWith("ruling.change." + input + ".")));
        }
    }

    private static Object value(String cell) {
        var text = TEXT.matcher(cell);
        return text.matches() ? text.group(1) : cell.equals("true") || cell.equals("false") ? (Object) Boolean.valueOf(cell)
                : cell.matches("\\d+") ? Integer.valueOf(cell) : null;
    }

    private static Properties words(String language) throws IOException {
        var words = new Properties();
        for (var bundle : List.of("sale", "property", "identity")) {
            try (var in = Files.newBufferedReader(Path.of("src/main/resources/messages/" + bundle + "_" + language + ".properties"))) {
                words.load(in);
            }
        }
        return words;
    }
}
