package mn.eland.edge.web;

import java.util.Arrays;

/** The version of a thing as calls name it: {@code ETag} of a reading, {@code If-Match} of an edit (RFC 9110, 13.1.1). */
public final class EditTag {

    private EditTag() {
    }

    public static String of(int version) {
        return "\"" + version + "\"";
    }

    /**
     * Which version an edit was made on.
     *
     * @param ifMatch the header, or null
     * @param current what stands now
     * @return null when the edit does not say; {@code current} when it names it, alone or among others, or takes any ({@code *});
     *         otherwise a version that never was. A weak tag names nothing.
     */
    public static Integer seen(String ifMatch, int current) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return null;
        }
        return ifMatch.strip().equals("*") || Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(of(current)::equals) ? current : 0;
    }
}
