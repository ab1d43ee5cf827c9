package mn.eland.workflow.inbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what somebody typed into a condition that is fast for a rare text and for a common one. */
final class InboxText {

    private static final Pattern CASE_NUMBER = Pattern.compile("[SLRANDCWVPslrandcwvp]-\\d{0,4}(-\\d{0,6})?");
    private static final int SHORTEST_INDEXED = 3;

    private final JdbcClient jdbc;
    private final int rare;

    InboxText(JdbcClient jdbc, int rare) {
        this.jdbc = jdbc;
        this.rare = rare;
    }

    String filter(String typed, Map<String, Object> values) {
        if (typed == null || typed.isBlank()) {
            return "";
        }
        var text = typed.strip();
        if (CASE_NUMBER.matcher(text).matches()) {
            values.put("text", text.toUpperCase(Locale.ROOT) + "%");
            return " and case_number like :text";
        }
        var pattern = "%" + text.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        if (text.length() >= SHORTEST_INDEXED) {
            var found = found(pattern);
            if (found.size() < rare) {
                values.put("found", found.isEmpty() ? List.of("-") : found);
                return " and task_id in (:found)";
            }
        }
        values.put("text", pattern);
        return " and search_text like :text";
    }

    private List<String> found(String pattern) {
        return jdbc.sql("select distinct task_id from (select task_id from workflow.work_items "
                        + "where completed_at is null and search_text like :text limit :rare) matches")
                .param("text", pattern).param("rare", rare).query(String.class).list();
    }
}
