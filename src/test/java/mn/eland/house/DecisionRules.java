package mn.eland.house;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.Rule;

/** A decision table says since when it counts, and each of its rules where it comes from and how sure that is. */
public final class DecisionRules {

    private static final Pattern CONFIDENCE = Pattern.compile(".* \\[[HML]]");
    private static final Pattern SOURCE = Pattern.compile("(?:CC|SRPR|NOT|NOT-I|CDE|ARB|MED|AML|AML-R|PDPL|ESIG|PIT|CIT|IPT|VAT|LAND|LOWN|PLG|CPC"
            + "|Constitution|Company law|Land auction rule|Auction rules|Registrar guidance|Tariff of private notaries|Notary practice|Market practice"
            + "|Contract|Finance clause of the contract|Agreement of the parties|Parameter|Product default|Product rule|Otherwise)\\b.*");

    private DecisionRules() {
    }

    public static List<Path> tables() {
        return Code.files(Path.of("decisions"), ".dmn");
    }

    public static List<String> faults(Path table) {
        var model = Dmn.readModelFromFile(table.toFile());
        var faults = new ArrayList<String>();
        for (var decision : model.getModelElementsByType(Decision.class)) {
            if (!isDay(decision.getVersionTag())) {
                faults.add(decision.getId() + " does not say since when it is in force: " + decision.getVersionTag());
            }
        }
        for (var rule : model.getModelElementsByType(Rule.class)) {
            var annotation = rule.getDescription() == null ? "" : rule.getDescription().getTextContent().strip();
            if (!SOURCE.matcher(annotation).matches()) {
                faults.add(rule.getId() + " names no source: " + annotation);
            }
            if (!CONFIDENCE.matcher(annotation).matches()) {
                faults.add(rule.getId() + " does not say how sure it is: " + annotation);
            }
        }
        return faults;
    }

    private static boolean isDay(String text) {
        try {
            return text != null && LocalDate.parse(text).getYear() > 2000;
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
