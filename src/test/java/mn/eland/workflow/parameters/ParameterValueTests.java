package mn.eland.workflow.parameters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be written for a key of which kind. */
class ParameterValueTests {

    private final List<ParameterTable.Row> rows = new ArrayList<>();

    ParameterValueTests() throws java.io.IOException {
        for (var file : List.of("decisions/workflow/parameters.dmn", "decisions/sale/sale-parameters.dmn")) {
            rows.addAll(ParameterTable.of(Files.readString(Path.of(file))).rows());
        }
    }

    @Test
    void everyPackagedValueIsOneOfItsKind() {
        assertThat(rows).allSatisfy(row -> {
            var checked = ParameterValue.checked(row, row.value());
            assertThat(checked.isDone()).as(row.key()).isTrue();
            assertThat(ParameterValue.isSame(row, checked.get(), row.value())).as(row.key()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "aml.cash.threshold|15 000 000 ₮|15000000",
            "escrow.retentionPct|5 %|5",
            "vat.rate|0,12|0.12",
            "comparables.min|12|12",
            "land.free.capital.ha|0.05|0.05",
            "comparables.window|P090D|P90D",
            "minor.governorPermit|false|false",
            "release.approveWithin|PT8H|PT8H"})
    void aValueIsKeptAsTheTableWritesIt(String key, String written, String kept) {
        assertThat(ParameterValue.checked(row(key), written).get()).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "aml.cash.threshold|20000001|PARAMETER_OVER_LAW",
            "penalty.maxDailyRate|0.006|PARAMETER_OVER_LAW",
            "penalty.maxTotalPct|51|PARAMETER_OVER_LAW",
            "aml.record.years|4|PARAMETER_UNDER_LAW",
            "escrow.retentionPct|101|FIELD_TOO_LARGE",
            "escrow.retentionPct|7.5|PARAMETER_WHOLE",
            "escrow.retentionPct|-5|PARAMETER_WHOLE",
            "vat.rate|12|FIELD_TOO_LARGE",
            "vat.rate|ten|PARAMETER_DECIMAL",
            "minor.governorPermit|maybe|PARAMETER_SWITCH",
            "land.free.soum.ha|0.51|PARAMETER_OVER_LAW",
            "comparables.min|0|PARAMETER_ZERO",
            "comparables.window|P6M|PARAMETER_PERIOD",
            "comparables.window|P0D|PARAMETER_PERIOD",
            "release.approveWithin|P1D|PARAMETER_PERIOD",
            "gasr.fixWithin|P14D\"><x>|PARAMETER_PERIOD",
            "gasr.fixWithin|''|FIELD_REQUIRED"})
    void whatIsNoneOfTheKindOrBeyondTheLawIsRefused(String key, String written, String code) {
        var checked = ParameterValue.checked(row(key), written);

        assertThat(checked.isDone()).isFalse();
        assertThat(checked.refusal().code()).isEqualTo(code);
        assertThat(checked.refusal().field()).isEqualTo("value");
    }

    private ParameterTable.Row row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElseThrow();
    }
}
