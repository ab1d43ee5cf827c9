package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import mn.eland.house.StyleRules;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One door a module, small files, nothing unfinished. */
class StyleTests {

    private static final int MOST_FILES = 15;
    private static final int MOST_RULES = 40;

    @Test
    void sourcesKeepTheHouseStyle() {
        var faults = StyleRules.sources().stream()
                .flatMap(file -> StyleRules.faults(file.toString(), StyleRules.read(file), file.endsWith("ElandClock.java")).stream()).toList();

        assertThat(faults).isEmpty();
    }

    @Test
    void documentsStateTermsOfTheTablesOnly() {
        assertThat(StyleRules.documents()).isNotEmpty().allSatisfy(file ->
                assertThat(StyleRules.ownNumbers(file.toString(), StyleRules.read(file))).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>[[${penaltyCapPct ?: 50}]] хувиас</p>", "<p>3 хоногийн дотор</p>", "<p>далд доголдлын талаар 1 жил,</p>",
            "<p>within 14 days</p>", "<p>not more than 50 percent</p>"})
    void aTermOfADocumentsOwnIsCaught(String template) {
        assertThat(StyleRules.ownNumbers("a.html", template)).hasSize(1);
    }

    @Test
    void aPackageCanBeHeldInMind() {
        assertThat(StyleRules.crowdedPackages(MOST_FILES)).isEmpty();
    }

    @Test
    void aModuleHasOneDoor() {
        assertThat(StyleRules.secondDoors(Set.of("auction", "sale", "identity", "property", "contract", "payment", "notarization",
                "notification", "desk"))).isEmpty();
    }

    @Test
    void aDecisionTableCanBeRead() {
        for (var file : StyleRules.decisionTables()) {
            assertThat(Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class)).as(file.toString())
                    .hasSizeLessThanOrEqualTo(MOST_RULES);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "class A { void f() { System.out.println(1); } }",
            "class A { java.time.Instant at = java.time.Instant.now(); }",
            "/** @author someone */ class A { }",
            "class A { @Autowired private String name; }",
            "class A {\n    // int old = 1;\n}",
            "@Entity public class A { }",
            "package mn.eland.sale.impl; class A { }",
            "class A { static final int FULL_AGE = 18; }",
            "class A { boolean f(int age) { return age < 18; } }",
            "class A { Object f() { return birth.plusYears(18); } }",
            "class A { boolean f() { return terms.depositPct() > 10; } }",
            "class A { static final double TAX_RATE = 0.02; }",
            "class A { void f() { throw new UnsupportedOperationException(); } }"})
    void aFaultOfStyleIsCaught(String source) {
        assertThat(StyleRules.faults("A.java", source, false)).hasSize(1);
    }

    @Test
    void aLongMethodAndALongClassAreCaught() {
        var method = "void f() {\n" + "  int x;\n".repeat(40) + "}\n";

        assertThat(StyleRules.faults("A.java", "class A {\n" + method + "}", false)).singleElement().asString().contains("method f has 42 lines");
        assertThat(StyleRules.faults("A.java", "class A {\n" + "  int x;\n".repeat(250) + "}", false)).singleElement().asString().contains("A has 252 lines");
    }

    @Test
    void soundCodePasses() {
        assertThat(StyleRules.faults("A.java", "package mn.eland.sale;\n\n/** A word. */\nclass A {\n    int size() {\n        return 1;\n    }\n}\n", false))
                .isEqualTo(List.of());
        assertThat(Path.of("pom.xml")).exists();
    }
}
