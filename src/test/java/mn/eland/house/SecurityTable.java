package mn.eland.house;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/security.md}: what it says about the requirements of a security standard, held against the sources. */
public final class SecurityTable {

    public static final Set<String> FINDINGS = Set.of("met", "partly", "missing", "not applicable");

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path TESTS = Path.of("src/test/java");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern ROW = Pattern.compile("\\| V.*\\|");
    private static final Pattern NUMBER = Pattern.compile("V\\d{1,2}\\.\\d{1,2}\\.\\d{1,2}");
    private static final Pattern NAMED = Pattern.compile("`([^`]+)`");
    private static final Pattern DECISION = Pattern.compile("ADR (\\d{4})");
    private static final Pattern TYPE = Pattern.compile("([A-Z]\\w*[a-z]\\w*)(?:#(\\w+))?");
    private static final int CELLS = 6;

    private final Map<String, Path> types;
    private final Map<String, Path> tests;
    private final String everything;
    private final String access = Code.read(Path.of("src/test/resources/edge/access.txt"));

    public SecurityTable() {
        types = bySimpleName(SOURCES);
        tests = bySimpleName(TESTS);
        everything = Stream.of(".yml", ".sql", ".xml").flatMap(ending -> Code.files(RESOURCES, ending).stream()).map(Code::read)
                .collect(Collectors.joining("\n")) + types.values().stream().map(Code::read).collect(Collectors.joining("\n"));
    }

    /** @param number such as V6.2.1; @param shown the test that shows it, or what is not there */
    public record Row(String number, int level, String about, String finding, String where, String shown) {
    }

    /** Rows of the tables of requirements; a row that cannot be read is a fault. */
    public List<Row> rows(List<String> lines) {
        return lines.stream().filter(line -> ROW.matcher(line).matches()).map(SecurityTable::row).toList();
    }

    /** What does not fit, in words; empty when everything does. */
    public List<String> faults(List<String> lines) {
        var faults = new ArrayList<String>();
        var numbers = new HashSet<String>();
        for (var row : rows(lines)) {
            fault(faults, row, NUMBER.matcher(row.number).matches(), "is no number of a requirement");
            fault(faults, row, numbers.add(row.number), "stands twice");
            fault(faults, row, row.level == 1 || row.level == 2, "has no level");
            fault(faults, row, FINDINGS.contains(row.finding), "says neither met nor partly nor missing nor not applicable");
            fault(faults, row, !row.about.isBlank() && saysEnough(row), "does not say where, why, or what is not there");
        }
        for (var line : lines) {
            NAMED.matcher(line).results().map(found -> found.group(1)).filter(Predicate.not(this::isThere))
                    .forEach(name -> faults.add(name + " is not there: " + line));
            DECISION.matcher(line).results().map(found -> found.group(1)).filter(Predicate.not(SecurityTable::isDecision))
                    .forEach(name -> faults.add("there is no decision " + name + ": " + line));
        }
        return faults;
    }

    /** Whether a test is named for it. */
    public boolean isShown(Row row) {
        return row.finding.equals("met") && !row.shown.startsWith("no test") && NAMED.matcher(row.shown).results()
                .map(found -> TYPE.matcher(found.group(1))).anyMatch(name -> name.matches() && tests.containsKey(name.group(1)));
    }

    private boolean saysEnough(Row row) {
        var blank = row.shown.isBlank() || row.shown.equals("–");
        return switch (row.finding) {
            case "met" -> row.where.length() > 1 && (isShown(row) || row.shown.startsWith("no test") || blank);
            case "not applicable" -> row.where.length() > 1;
            default -> !blank;
        };
    }

    private boolean isThere(String name) {
        var type = TYPE.matcher(name);
        if (type.matches()) {
            var file = tests.getOrDefault(type.group(1), types.get(type.group(1)));
            return file != null && (type.group(2) == null || Pattern.compile("\\b" + type.group(2) + "\\(").matcher(Code.read(file)).find());
        }
        if (name.startsWith("/")) {
            return Pattern.compile(" " + Pattern.quote(name) + "[ ?/]").matcher(access).find() || everything.contains('"' + name);
        }
        return Files.exists(Path.of(name)) || name.endsWith(".js") && Files.exists(Path.of("src/main/web/scripts", name)) || isWord(name);
    }

    /** A setting, a table, a cookie, a claim: as it stands in the sources, or the last part of it as a property of a record. */
    private boolean isWord(String name) {
        var last = name.substring(name.lastIndexOf('.') + 1);
        var camel = Pattern.compile("-(\\w)").matcher(last).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
        return everything.contains(last) || everything.contains(camel);
    }

    private static void fault(List<String> faults, Row row, boolean good, String words) {
        if (!good) {
            faults.add(row.number + " " + words);
        }
    }

    private static boolean isDecision(String number) {
        return Code.files(Path.of("docs/adr"), ".md").stream().anyMatch(file -> file.getFileName().toString().startsWith(number + "-"));
    }

    private static Row row(String line) {
        var cells = Stream.of(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList();
        if (cells.size() != CELLS) {
            return new Row(cells.get(0), 0, "", "", "", "");
        }
        return new Row(cells.get(0), cells.get(1).matches("\\d") ? Integer.parseInt(cells.get(1)) : 0, cells.get(2), cells.get(3), cells.get(4), cells.get(5));
    }

    private static Map<String, Path> bySimpleName(Path folder) {
        return Code.files(folder, ".java").stream().collect(Collectors.toMap(file -> file.getFileName().toString().replace(".java", ""), file -> file,
                (first, second) -> first));
    }
}
