package mn.eland.workflow.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.workflow.guard.ModelGuard;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Laying edited values over the packaged table, and what its rows say of themselves. */
class ParameterTableTests {

    private static final Path FILE = Path.of("decisions/workflow/parameters.dmn");
    private static final Path OF_A_SALE = Path.of("decisions/sale/sale-parameters.dmn");
    private static final Path OF_AN_AUCTION = Path.of("decisions/auction/auction-parameters.dmn");
    private static final Path OF_A_NOTARY = Path.of("decisions/notarization/notarization-parameters.dmn");
    private static final LocalDate LATER = LocalDate.of(2027, 3, 1);
    private final String packaged = read(FILE);

    @Test
    void withoutADifferenceTheTextStaysAsItIs() {
        assertThat(ParameterTable.with(packaged, Map.of(), LocalDate.EPOCH)).isSameAs(packaged);
        assertThat(ParameterTable.with(packaged, Map.of("comparables.min", "8"), LATER)).isSameAs(packaged);
        assertThat(ParameterTable.with(packaged, Map.of("no.such.key", "1"), LATER)).isSameAs(packaged);
    }

    @Test
    void anEditedKeyWinsAndAllOthersFollowThePackage() {
        var edits = Map.of("comparables.min", "12");
        var updated = packaged.replace("\"P180D\"", "\"P120D\"").replace("<text>\"8\"</text></outputEntry>", "<text>\"9\"</text></outputEntry>");

        var merged = ParameterTable.of(ParameterTable.with(updated, edits, LATER));

        assertThat(values(merged)).containsEntry("comparables.min", "12").containsEntry("comparables.window", "P120D")
                .containsEntry("vat.rate", "0.10").hasSize(ParameterTable.of(packaged).rows().size());
        assertThat(merged.since()).isEqualTo(LATER);
        assertThat(merged.rows()).extracting(ParameterTable.Row::basis).isEqualTo(ParameterTable.of(packaged).rows().stream()
                .map(ParameterTable.Row::basis).toList());
    }

    @Test
    void aPackageThatCountsFromALaterDayKeepsIt() {
        var merged = ParameterTable.with(packaged.replace("versionTag=\"2026-11-01\"", "versionTag=\"2028-01-01\""), Map.of("comparables.min", "12"), LATER);

        assertThat(ParameterTable.of(merged).since()).isEqualTo(LocalDate.of(2028, 1, 1));
    }

    @Test
    void theSameEditsGiveTheSameTextAndTheGuardLetsItPass() {
        var merged = ParameterTable.with(packaged, Map.of("vat.rate", "0.12"), LATER);

        assertThat(ParameterTable.with(packaged, Map.of("vat.rate", "0.12"), LATER)).isEqualTo(merged);
        assertThat(new ModelGuard(step -> true).check(FILE.toString(), merged.replace("P10Y", "P3653D").getBytes(StandardCharsets.UTF_8), true))
                .isEmpty();
    }

    @Test
    void everyAnnotationHasTheFormThatThePageReads() {
        var annotations = Stream.of(FILE, OF_A_SALE, OF_A_NOTARY, OF_AN_AUCTION).flatMap(file -> Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Rule.class).stream())
                .map(rule -> rule.getDescription().getTextContent()).toList();

        assertThat(annotations).allMatch(text -> text.matches("[^,(\\[]+(, [\\d.]+)*(, at most|, at least)?( \\(not read yet\\))? \\[[HML]]"));
    }

    @Test
    void whatIsMarkedUnreadIsReadNowhere() throws IOException {
        var literals = new ArrayList<String>();
        try (var sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> Pattern.compile("\"([a-zA-Z.]+)\"").matcher(read(file)).results().forEach(found -> literals.add(found.group(1))));
        }

        assertThat(rows()).isNotEmpty().allSatisfy(row ->
                assertThat(literals.contains(row.key())).as("%s is read by the sources, as its annotation says", row.key()).isEqualTo(row.read()));
    }

    @Test
    void everyKeyHasANameAndEverySourceTooInBothLanguages() {
        for (var language : List.of("mn", "en")) {
            var words = words(Path.of("src/main/resources/messages/workflow_" + language + ".properties"));
            assertThat(rows()).allSatisfy(row -> {
                assertThat(words).containsKey("parameter.name." + row.key());
                assertThat(words.containsKey("law." + row.basis().replace(' ', '-')) || words.containsKey("law." + row.basis().split(" ")[0]))
                        .as(row.basis()).isTrue();
            });
        }
    }

    @Test
    void theTablesAreFoundByTheirNamesTheCommonOneFirst() {
        var found = new PackagedParameters(new PathMatchingResourcePatternResolver());

        assertThat(found.tables()).extracting(PackagedParameters.Packaged::decision).containsExactly("parameters", "auctionParameters", "identityParameters", "notarizationParameters", "saleParameters");
        assertThat(found.holding("vat.rate").orElseThrow().name()).isEqualTo(FILE.toString());
        assertThat(found.holding("deposit.pct").orElseThrow().name()).isEqualTo(OF_A_SALE.toString());
        assertThat(found.holding("no.such.key")).isEmpty();
        assertThat(found.isOne("decisions/sale/sale-tax.dmn")).isFalse();
    }

    private static List<ParameterTable.Row> rows() {
        return Stream.of(FILE, OF_A_SALE, OF_A_NOTARY, OF_AN_AUCTION).flatMap(file -> ParameterTable.of(read(file)).rows().stream()).toList();
    }

    private static Map<String, String> values(ParameterTable table) {
        return table.rows().stream().collect(Collectors.toMap(ParameterTable.Row::key, ParameterTable.Row::value));
    }

    private static Properties words(Path bundle) {
        try (var in = Files.newBufferedReader(bundle)) {
            var words = new Properties();
            words.load(in);
            return words;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
