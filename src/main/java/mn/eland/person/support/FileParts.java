package mn.eland.person.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mn.eland.kernel.Mask;
import mn.eland.kernel.PartyId;
import mn.eland.person.support.SupportFile.Line;
import mn.eland.person.support.SupportFile.Part;
import mn.eland.store.person.PersonalData;
import org.springframework.stereotype.Component;

/**
 * Picks what helps to help out of what the modules tell a person about himself, so nothing that the person must not know (AML 13) can be
 * in it. What is not named here is not shown.
 */
@Component
class FileParts {

    /** Keeper, list, columns; in the order in which they are shown. */
    private static final Map<String, Map<String, List<String>>> SHOWN = shown();

    private final List<PersonalData> keepers;

    FileParts(List<PersonalData> keepers) {
        this.keepers = keepers;
    }

    List<Part> of(PartyId person) {
        var parts = new ArrayList<Part>();
        SHOWN.forEach((keeper, lists) -> keepers.stream().filter(one -> one.name().equals(keeper)).forEach(one -> {
            var about = one.about(person);
            lists.forEach((list, columns) -> parts.add(new Part(list, rows(about.get(list), columns))));
        }));
        return parts;
    }

    private static List<List<Line>> rows(Object found, List<String> columns) {
        var rows = found instanceof List<?> several ? several : found == null ? List.of() : List.of(found);
        return rows.stream().filter(Map.class::isInstance).map(row -> (Map<?, ?>) row)
                .map(row -> columns.stream().map(column -> line(column, row.get(column))).filter(Objects::nonNull).toList())
                .filter(lines -> !lines.isEmpty()).toList();
    }

    private static Line line(String column, Object value) {
        return value == null ? null : new Line(column, masked(column, value.toString()));
    }

    private static String masked(String column, String value) {
        return switch (column) {
            case "register_number" -> Mask.registerNumber(value);
            case "phone" -> Mask.phone(value);
            case "email" -> Mask.email(value);
            default -> Mask.text(value);
        };
    }

    private static Map<String, Map<String, List<String>>> shown() {
        var identity = new LinkedHashMap<String, List<String>>();
        identity.put("person", List.of("parent_name", "given_name", "company_name", "register_number", "phone", "email"));
        identity.put("account", List.of("language", "created_at", "disabled_at"));
        identity.put("verifications", List.of("number", "method", "state", "consented_at", "proven_at", "decided_at"));
        var all = new LinkedHashMap<String, Map<String, List<String>>>();
        all.put("identity", identity);
        all.put("sales", Map.of("sales", List.of("number", "role", "subject", "stage", "opened_at", "ended_at")));
        all.put("payments", Map.of("toPay", List.of("case_no", "purpose", "amount", "received", "state", "opened_at")));
        all.put("choices", Map.of("changesOfAccount", List.of("number", "state", "asked_at", "holds_from", "closed_at")));
        return all;
    }
}
