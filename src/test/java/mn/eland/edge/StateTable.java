package mn.eland.edge;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.sale.StagedSales.State;

/** {@code edge/access-states.txt}: who is answered what in which state of a sale, a letter for each person. */
final class StateTable {

    /** What is asked of nobody who may: what comes of it is no matter of access. */
    static final char MAY_ACT = '*';
    static final char UNKNOWN = '.';

    private static final String FILE = "edge/access-states.txt";
    private static final int ADDRESS = 58;

    /** Letter of the column, who it is among the accounts; the columns stand in groups. */
    static final Map<Character, String> PEOPLE = people("V visitor", "S nomin", "B enkhjin", "L temuulen", "C sarantuya", "P zoljargal", "A munkhzul", "U uyanga",
            "N anudari", "W othernotary", "K tulga", "H battsetseg", "E suvd", "M khulan", "R maral", "O telmen", "D ariunaa", "Y egshiglen", "T urangoo");
    private static final List<String> GROUPS = List.of("VS", "BLCP", "AU", "NW", "KH", "E", "MR", "OD", "YT");

    private final List<Row> rows = new ArrayList<>();

    /**
     * @param method as of a request, or {@code FIND}: a GET whose answer has the text {@code find} in it for those who may see it
     * @param open   whether those who do not see the sale are answered by this row, too
     * @param always the letters in all states but those of {@code besides}, in the order of the people
     */
    record Row(String method, boolean open, String path, String find, String always, Map<State, String> besides) {

        boolean acts() {
            return !List.of("GET", "FIND").contains(method);
        }
    }

    private static Map<Character, String> people(String... all) {
        return Stream.of(all).collect(Collectors.toMap(one -> one.charAt(0), one -> one.substring(2), (one, other) -> one, LinkedHashMap::new));
    }

    static StateTable read() {
        var table = new StateTable();
        AccessRow.lines(FILE).stream().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(table::take);
        return table;
    }

    private void take(String line) {
        var halves = line.split("\\|", 2);
        var words = List.of(halves[0].strip().split("\\s+"));
        int letters = words.size() - PEOPLE.size();
        var said = String.join("", words.subList(letters, words.size()));
        if (line.startsWith(" ")) {
            words.subList(0, letters).forEach(state -> rows.get(rows.size() - 1).besides().put(State.valueOf(state), said));
        } else {
            var method = words.get(0);
            rows.add(new Row(method.replace("!", ""), method.endsWith("!"), words.get(1), halves.length == 1 ? "" : halves[1].strip(), said,
                    new EnumMap<>(State.class)));
        }
    }

    List<Row> rows() {
        return rows;
    }

    /** What stands in the table for somebody; the first row says who sees the sale. */
    char expected(Row row, State state, int person) {
        return isAnswered(row, state, person, said(rows.get(0), state)) ? said(row, state).charAt(person) : UNKNOWN;
    }

    private static String said(Row row, State state) {
        return row.besides().getOrDefault(state, row.always());
    }

    private boolean isAnswered(Row row, State state, int person, String seen) {
        return person == 0 || row.open() || row == rows.get(0) || seen.charAt(person) == 'o';
    }

    /** The row as it would stand in the file after these answers, what most states have in common first; {@code seen} is what the first row heard. */
    List<String> lines(Row row, Map<State, String> heard, Map<State, String> seen) {
        var always = new StringBuilder();
        for (int person = 0; person < PEOPLE.size(); person++) {
            int one = person;
            always.append(heard.keySet().stream().filter(state -> isAnswered(row, state, one, seen.get(state))).map(state -> heard.get(state).charAt(one))
                    .collect(Collectors.groupingBy(letter -> letter, TreeMap::new, Collectors.counting()))
                    .entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(UNKNOWN));
        }
        var besides = new LinkedHashMap<String, List<String>>();
        heard.forEach((state, letters) -> besides.computeIfAbsent(told(row, state, letters, seen.get(state), always), any -> new ArrayList<>()).add(state.name()));
        var lines = new ArrayList<String>();
        lines.add(line("%-6s%s".formatted(row.method() + (row.open() ? "!" : ""), row.path()), always) + (row.find().isEmpty() ? "" : "  | " + row.find()));
        besides.forEach((letters, states) -> {
            if (!letters.contentEquals(always)) {
                lines.add(line("      " + String.join(" ", states), letters));
            }
        });
        return lines;
    }

    /** Where the rule answers and is kept, the letter of the row. */
    private String told(Row row, State state, String letters, String seen, CharSequence always) {
        var told = new StringBuilder();
        for (int person = 0; person < letters.length(); person++) {
            boolean byRule = !isAnswered(row, state, person, seen) && letters.charAt(person) == UNKNOWN;
            told.append(byRule ? always.charAt(person) : letters.charAt(person));
        }
        return told.toString();
    }

    private static String line(String start, CharSequence letters) {
        var byPerson = new HashMap<Character, Character>();
        PEOPLE.keySet().forEach(person -> byPerson.put(person, letters.charAt(byPerson.size())));
        return ("%-" + ADDRESS + "s  ").formatted(start) + GROUPS.stream().map(group -> group.chars()
                .mapToObj(person -> byPerson.get((char) person).toString()).collect(Collectors.joining(" "))).collect(Collectors.joining("   "));
    }

    static String heading() {
        return line("#", PEOPLE.keySet().stream().map(String::valueOf).collect(Collectors.joining()));
    }
}
