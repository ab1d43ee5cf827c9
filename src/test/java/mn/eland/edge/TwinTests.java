package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every act of a page has its call under {@code /api/v1}, as {@code edge/twins.txt} pairs them. */
@ElandTest
class TwinTests {

    private static final Set<RequestMethod> UNSAFE = Set.of(RequestMethod.POST, RequestMethod.PUT, RequestMethod.PATCH, RequestMethod.DELETE);

    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    @Test
    void everyActOfAPageHasItsCall() throws IOException {
        var all = acts();

        var acts = all.stream().filter(act -> !act.contains(" /api/") && UNSAFE.stream().anyMatch(method -> act.startsWith(method + " ")))
                .collect(Collectors.toCollection(TreeSet::new));
        var twins = twins();

        assertThat(twins.keySet()).as("acts of pages, one row each").containsExactlyElementsOf(acts);
        assertThat(twins.values()).allSatisfy(twin -> assertThat(twin.startsWith("-") || all.contains(twin)).as(twin).isTrue());
        assertThat(twins.values().stream().filter(twin -> twin.startsWith("-"))).hasSize(2);
    }

    /** Method and path of everything of ours, names of variables left out. */
    private Set<String> acts() {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("mn.eland.") && entry.getValue().getBeanType() != TryOut.class)
                .flatMap(entry -> acts(entry.getKey()).stream()).collect(Collectors.toSet());
    }

    private static List<String> acts(RequestMappingInfo info) {
        return info.getPatternValues().stream().flatMap(path -> info.getMethodsCondition().getMethods().stream()
                .map(method -> method + " " + unnamed(path))).toList();
    }

    /** A variable may carry a pattern with braces of its own. */
    private static String unnamed(String path) {
        var text = new StringBuilder();
        int depth = 0;
        for (char each : path.toCharArray()) {
            depth -= each == '}' ? 1 : 0;
            if (depth == 0) {
                text.append(each);
            }
            depth += each == '{' ? 1 : 0;
        }
        return text.toString();
    }

    private static Map<String, String> twins() throws IOException {
        var twins = new TreeMap<String, String>();
        new ClassPathResource("edge/twins.txt").getContentAsString(StandardCharsets.UTF_8).lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split("\\s+", 3))
                .forEach(words -> twins.put(words[0] + " " + words[1], words[2].replaceAll("\\s+", " ")));
        return twins;
    }
}
