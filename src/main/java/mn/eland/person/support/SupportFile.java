package mn.eland.person.support;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a helper sees of a person: enough to help, numbers and addresses masked.
 *
 * @param name  as on screens
 * @param until the helper may look
 */
public record SupportFile(UUID visit, String name, String reason, Instant until, List<Part> parts) {

    /** @param name word of the part, {@code support.part.<name>} among the messages */
    public record Part(String name, List<List<Line>> rows) {
    }

    /** @param name word of the line, {@code support.line.<name>} among the messages */
    public record Line(String name, String value) {
    }
}
