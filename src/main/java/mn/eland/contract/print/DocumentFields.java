package mn.eland.contract.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields that templates may name, with their types: the file {@code templates/documents/fields.txt}. */
public final class DocumentFields {

    private final Map<String, Field> fields = new LinkedHashMap<>();

    private DocumentFields(String text) {
        text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.trim().split(" +")).forEach(
                cells -> fields.put(cells[0], field(cells[0], cells[1])));
    }

    /** All fields of the house. */
    public static DocumentFields all() {
        try (var file = DocumentFields.class.getResourceAsStream("/templates/documents/fields.txt")) {
            return new DocumentFields(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Field field(String name, String type) {
        int open = type.indexOf('(');
        return open < 0 ? new Field(name, type, List.of())
                : new Field(name, type.substring(0, open), List.of(type.substring(open + 1, type.length() - 1).split(",")));
    }

    public Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    public List<String> names() {
        return List.copyOf(fields.keySet());
    }

    /** @param type text, money, date, time, number, ratio, flag, party or choice @param choices the values of a choice */
    public record Field(String name, String type, List<String> choices) {
    }
}
