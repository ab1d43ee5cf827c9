package mn.eland.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * A line of {@code edge/access.txt}.
 *
 * @param body form fields or JSON, so that what stops somebody is the right and not the input
 */
record AccessRow(String method, String path, List<String> expected, String body) {

    static List<AccessRow> all() {
        return lines("edge/access.txt").stream().filter(line -> !line.isBlank() && !line.startsWith("#")).map(AccessRow::read).toList();
    }

    static List<String> lines(String file) {
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text with the ids that its {@code {names}} stand for; names of nothing stay. */
    static String named(String text, Map<String, String> ids) {
        var named = text;
        for (var id : ids.entrySet()) {
            named = named.replace("{" + id.getKey() + "}", id.getValue());
        }
        return named;
    }

    private static AccessRow read(String line) {
        var parts = line.split("\\|", 2);
        var words = parts[0].strip().split("\\s+");
        return new AccessRow(words[0], words[1], List.of(words).subList(2, words.length), parts.length == 1 ? "" : parts[1].strip());
    }
}
