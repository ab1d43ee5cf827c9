package mn.eland.edge.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The table of costs names what is there, and the document repeats it. */
@ElandTest
class CostsTests {

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @ParameterizedTest
    @CsvSource({"GET, /deals, 1", "GET, /properties, 4", "GET, /properties/L-2026-000001, 1", "GET, /assets/app.css, 0",
            "GET, /api/v1/contracts/1/pdf, 15",
        "HEAD, /api/v1/contracts/1/pdf, 15", "POST, /api/v1/contracts/1/code, 30", "POST, /register/1/codes, 30", "GET, /me/exports/1, 60",
        "GET, /compliance/reports/file.csv, 60", "POST, /deals/S-2026-000001/pay/deposit/qr, 10", "GET, /verify/ABC, 4", "POST, /properties, 1"})
    void aRequestCostsWhatItMakesUsDo(String method, String path, int units) {
        assertThat(Costs.of(method, path)).isEqualTo(units);
    }

    @Test
    void everyPlaceInTheTableIsAPageOrACall() {
        var places = mapping.getHandlerMethods().keySet().stream().flatMap(info -> info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream().map(method -> method + " " + starred(path))))
                        .collect(Collectors.toSet());

        assertThat(dear()).allSatisfy(place -> assertThat(places).as(place).anyMatch(one -> one.equals(place) || fits(place, one)));
    }

    @Test
    void theDocumentRepeatsTheTable() throws IOException {
        var document = Files.readString(Path.of("docs/security.md"));

        assertThat(Arrays.stream(Costs.values())).allSatisfy(cost -> assertThat(document).contains("| " + cost.reason() + " | " + cost.units()
                + " |"));
    }

    private static List<String> dear() {
        return Stream.of(Costs.values()).filter(cost -> cost.units() > 0).flatMap(cost -> cost.places().stream()).toList();
    }

    /** A variable becomes a star; it may carry a pattern with braces of its own. */
    private static String starred(String path) {
        return path.replaceAll("\\{(?:[^{}]|\\{[^{}]*})*}", "*");
    }

    private static boolean fits(String place, String one) {
        return one.matches(Stream.of(place.split("\\*", -1)).map(java.util.regex.Pattern::quote).collect(Collectors.joining("[^/]*")));
    }
}
