package mn.eland.store.person;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mn.eland.kernel.PartyId;

/** What one module keeps about people. What compliance suspects of them is not told (AML 13). */
public interface PersonalData {

    /** Name of the file in which it is taken along, in small letters. */
    String name();

    /** Everything about the person that is hers to know: texts, numbers, lists and maps, as JSON can say them. */
    Map<String, Object> about(PartyId person);

    /** Documents to take along. */
    default List<PersonalFile> files(PartyId person) {
        return List.of();
    }

    /** What obliges us to keep something about the person. */
    default List<Duty> duties(PartyId person) {
        return List.of();
    }

    /**
     * Removes or blanks what no duty keeps. May be asked again.
     *
     * @param whole false while a duty runs: then only what serves no duty goes, such as traces and news
     */
    void erase(PartyId person, boolean whole);

    /** @param name of the file in the archive */
    record PersonalFile(String name, Supplier<InputStream> content) {
    }

    /**
     * @param ground word of the reason, {@code person.duty.<ground>} among the messages
     * @param about  number of the case, or null
     * @param until  the last day on which it must be kept, or null while nobody can say: then nothing is erased at all
     */
    record Duty(String ground, String about, LocalDate until) {
    }

    /** Rows of a query as JSON can say them: times and ids become texts. */
    static List<Map<String, Object>> plain(List<Map<String, Object>> rows) {
        return rows.stream().map(row -> {
            var plain = new LinkedHashMap<String, Object>();
            row.forEach((name, value) -> plain.put(name, value == null || value instanceof Number || value instanceof Boolean ? value : value.toString()));
            return (Map<String, Object>) plain;
        }).toList();
    }
}
