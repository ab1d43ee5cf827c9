package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import mn.eland.house.DecisionRules;
import mn.eland.house.Diagram;
import mn.eland.house.DiagramHouse;
import mn.eland.house.DrawingRules;
import mn.eland.house.KeepingRules;
import mn.eland.house.NamingRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every word of a diagram leads to code, and the drawing can be read. */
class DiagramTests {

    private static final Path PLANTED = Path.of("src/test/resources/house/water-the-garden.bpmn");

    @TestFactory
    List<DynamicTest> wordsOfADiagramExist() {
        var house = DiagramHouse.ofThisProject();
        return DiagramHouse.diagrams().stream().map(diagram -> DynamicTest.dynamicTest(diagram.toString(),
                () -> assertThat(NamingRules.faults(diagram, house)).isEmpty())).toList();
    }

    @TestFactory
    List<DynamicTest> tablesLeaveInACaseWhatIsRead() {
        var rules = KeepingRules.ofThisProject();
        return DiagramHouse.diagrams().stream().map(diagram -> DynamicTest.dynamicTest(diagram.toString(),
                () -> assertThat(rules.faults(diagram)).isEmpty())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "litres, lookWithin, plantsDry|litres, lookWithin, plantsDry, rain|keeps rain, which its table does not answer",
            "litres, lookWithin, plantsDry|litres, lookWithin, plantsDry, wind|keeps wind, which nobody reads",
            "litres, lookWithin, plantsDry|litres, plantsDry|does not keep lookWithin, which the diagram reads",
            "litres, lookWithin, plantsDry|-|does not keep plantsDry, which the diagram reads",
            "keeps|keep|keeps wind, which nobody reads"})
    void aWrongThingKeptIsCaught(String right, String wrong, String fault, @TempDir Path folder) throws IOException {
        var garden = new KeepingRules(java.util.Map.of("gardenNeed", new KeepingRules.Table(java.util.Set.of("litres", "lookWithin", "plantsDry", "wind"),
                java.util.Set.of())), java.util.Set.of("litres"));

        assertThat(garden.faults(Diagram.read(PLANTED))).isEmpty();
        assertThat(String.join("\n", garden.faults(planted(right, wrong, folder)))).contains(fault);
    }

    @TestFactory
    List<DynamicTest> drawingsCanBeRead() {
        return DiagramHouse.diagrams().stream().map(diagram -> DynamicTest.dynamicTest(diagram.toString(), () -> {
            diagram.render(Path.of("target/diagrams", diagram.module(), diagram.process().getId() + ".png"));
            assertThat(DrawingRules.faults(diagram)).isEmpty();
        })).toList();
    }

    @Test
    void nothingIsAnOrphan() {
        assertThat(DiagramHouse.orphans()).isEmpty();
    }

    @Test
    void callActivitiesRespectTheArrowsBetweenModules() {
        assertThat(DiagramHouse.forbiddenCalls()).isEmpty();
    }

    @Test
    void aSoundDiagramPasses() {
        var diagram = Diagram.read(PLANTED);

        assertThat(NamingRules.faults(diagram, gardenHouse())).isEmpty();
        assertThat(DrawingRules.faults(diagram)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "\"openTap\"|\"Activity_0x1\"|is not a word of the house",
            "${openTap}|${closeTap}|is not its own id",
            "formRef=\"lookAtPlants\"|formRef=\"other\"|is not its own id",
            "candidateGroups=\"agents\"|priority=\"50\"|is nobody's task",
            "dueDate=\"${workCalendar.plus(lookWithin)}\"|priority=\"50\"|is never due",
            "value=\"Open tap\"|value=\"\"|has no English label",
            "name=\"Крант нээх\"|name=\"\"|has no Mongolian label",
            "${plantsDry}|${plantsDry &amp;&amp; tapOpen}|is more than one variable",
            "historyTimeToLive=\"P10Y\"|versionTag=\"1\"|has no historyTimeToLive",
            "decisionRef=\"gardenNeed\"|decisionRef=\"unknownTable\"|has no decision",
            "errorCode=\"TapBroken\"|errorCode=\"NeverThrown\"|is thrown nowhere",
            "id=\"waterTheGarden\"|id=\"waterGarden\"|is not the word of the file"})
    void aWrongWordIsCaught(String right, String wrong, String fault, @TempDir Path folder) throws IOException {
        var diagram = planted(right, wrong, folder);

        assertThat(String.join("\n", NamingRules.faults(diagram, gardenHouse()))).contains(fault);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "x=\"220\" y=\"80\"|x=\"110\" y=\"80\"|overlaps",
            "x=\"370\" y=\"145\"|x=\"370\" y=\"118\"|label of",
            "<di:waypoint x=\"870\" y=\"120\" />|<di:waypoint x=\"130\" y=\"300\" />|runs leftward",
            "<di:waypoint x=\"630\" y=\"260\" />|<di:waypoint x=\"630\" y=\"60\" /><di:waypoint x=\"270\" y=\"60\" /><di:waypoint x=\"270\" y=\"260\" />|passes through",
            "bpmnElement=\"openTap\"|bpmnElement=\"gardenWatered\"|openTap is not drawn"})
    void aBadDrawingIsCaught(String right, String wrong, String fault, @TempDir Path folder) throws IOException {
        var diagram = planted(right, wrong, folder);

        assertThat(String.join("\n", DrawingRules.faults(diagram))).contains(fault);
    }

    @TestFactory
    List<DynamicTest> tablesSaySinceWhenTheyCountAndWhereTheyComeFrom() {
        return DecisionRules.tables().stream().map(table -> DynamicTest.dynamicTest(table.toString(),
                () -> assertThat(DecisionRules.faults(table)).isEmpty())).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "versionTag=\"2026-11-01\"|versionTag=\"1.0\"|does not say since when",
            "CC 232.6, at most [H]|Handbook 9A.0 [H]|names no source",
            "CC 232.6, at most [H]|CC 232.6, at most|does not say how sure"})
    void aTableWithoutItsSourceIsCaught(String right, String wrong, String fault, @TempDir Path folder) throws IOException {
        var text = Files.readString(Path.of("decisions/workflow/parameters.dmn"));
        assertThat(text).contains(right);
        var table = Files.writeString(folder.resolve("parameters.dmn"), text.replace(right, wrong));

        assertThat(DecisionRules.faults(table)).singleElement().asString().contains(fault);
    }

    private static Diagram planted(String right, String wrong, Path folder) throws IOException {
        var text = Files.readString(PLANTED);
        assertThat(text).contains(right);
        var file = Files.createDirectories(folder.resolve("garden")).resolve("water-the-garden.bpmn");
        Files.writeString(file, text.replace(right, wrong));
        return Diagram.read(file);
    }

    private static NamingRules.House gardenHouse() {
        return new NamingRules.House(java.util.Set.of("openTap"), java.util.Set.of("lookAtPlants"), java.util.Set.of("lookAtPlants"),
                java.util.Set.of("gardenNeed"), java.util.Set.of("waterTheGarden"), java.util.Set.of(),
                java.util.stream.Stream.of("TapBroken").collect(Collectors.toSet()));
    }
}
