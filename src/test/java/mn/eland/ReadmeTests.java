package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.house.DiagramHouse;
import org.junit.jupiter.api.Test;

/** The map of the README names every diagram, and nothing that is not there. */
class ReadmeTests {

    private static final Pattern DIAGRAM = Pattern.compile("[a-z]+(-[a-z]+)*\\.bpmn");
    private static final Pattern PAGE = Pattern.compile("`(/[^` ]*)`");

    @Test
    void everyDiagramIsOnTheMap() throws IOException {
        var named = DIAGRAM.matcher(String.join("\n", map())).results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).containsExactlyElementsOf(DiagramHouse.diagrams().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void everyPageOfTheMapIsAPage() throws IOException {
        var known = Files.readAllLines(Path.of("src/test/resources/edge/access.txt")).stream().filter(line -> line.startsWith("GET "))
                .map(line -> line.split("\\s+")[1].replaceAll("\\?.*", "")).collect(Collectors.toSet());

        var pages = map().stream().flatMap(line -> PAGE.matcher(line).results().map(found -> found.group(1))).collect(Collectors.toCollection(TreeSet::new));

        assertThat(pages).isNotEmpty().allSatisfy(page -> assertThat(known).as(page)
                .anyMatch(path -> path.matches(page.replaceAll("\\{\\w+}", "[^/]+"))));
    }

    private static List<String> map() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream().dropWhile(line -> !line.equals("## The map"))
                .filter(line -> line.startsWith("| ")).toList();
    }
}
