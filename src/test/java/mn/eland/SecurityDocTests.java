package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.house.SecurityTable;
import mn.eland.house.SecurityTable.Row;
import org.junit.jupiter.api.Test;

/** What we say about our security names what is there, and its count is printed. */
class SecurityDocTests {

    private static final Path TABLE = Path.of("docs/security.md");

    private final SecurityTable security = new SecurityTable();

    @Test
    void everythingNamedIsThereAndEachRequirementHasOneFinding() throws IOException {
        assertThat(security.faults(Files.readAllLines(TABLE))).isEmpty();
    }

    /** OWASP ASVS 5.0 has 70 requirements of level 1 and 183 more of level 2. */
    @Test
    void allRequirementsOfBothLevelsStandInTheTable() throws IOException {
        var byLevel = security.rows(Files.readAllLines(TABLE)).stream().collect(Collectors.groupingBy(Row::level));

        byLevel.forEach((level, rows) -> System.out.printf("SECURITY | ASVS 5.0 level %d | %d requirements | met %d (%d shown by a test) | partly %d"
                + " | missing %d | not applicable %d%n", level, rows.size(), count(rows, "met"), rows.stream().filter(security::isShown).count(),
                count(rows, "partly"), count(rows, "missing"), count(rows, "not applicable")));
        assertThat(byLevel.get(1)).hasSize(70);
        assertThat(byLevel.get(2)).hasSize(183);
    }

    @Test
    void whatIsMadeUpIsCaught() {
        var lines = Stream.of("V1.1.1 | 1 | input | met | `NoSuchDoor` | `EdgeTests#noSuchTest`", "V1.1.1 | 2 | input | partly | ADR 9999 | –",
                "V1.1.2 | 3 | input | fine | somewhere | `EdgeTests`", "V1.1.3 | 2 | input | met | `Money` | we believe so",
                "V1.1.4 | 2 | input | met | `Money` | `MoneyTests#overflowIsAnErrorAndNotAWrongAmount`").map(row -> "| " + row + " |").toList();

        var faults = security.faults(lines);

        assertThat(faults).extracting(fault -> fault.replaceAll(":.*", "")).containsExactly("V1.1.1 stands twice",
                "V1.1.1 does not say where, why, or what is not there", "V1.1.2 has no level",
                "V1.1.2 says neither met nor partly nor missing nor not applicable", "V1.1.3 does not say where, why, or what is not there",
                "NoSuchDoor is not there", "EdgeTests#noSuchTest is not there", "there is no decision 9999");
    }

    private static long count(List<Row> rows, String finding) {
        return rows.stream().filter(row -> row.finding().equals(finding)).count();
    }
}
