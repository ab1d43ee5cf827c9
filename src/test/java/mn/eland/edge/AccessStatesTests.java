package mn.eland.edge;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.edge.StateTable.Row;
import mn.eland.sale.StagedSales;
import mn.eland.sale.StagedSales.State;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Every page and call of a case, asked for by everybody in each state of it, answers as {@code edge/access-states.txt} says. Who may
 * not act is told so before anything of the state is, and nothing changes; who may not see the sale is told what is told of none.
 */
@ElandTest
class AccessStatesTests {

    private static final String NO_SALE = "S-2020-999999";
    private static final Map<String, String> NONE = Map.of("sale", NO_SALE, "document", new UUID(0, 0).toString(), "task", "0", "report", "C-2020-000001",
            "visit", new UUID(0, 0).toString(), "ended", new UUID(0, 0).toString(), "nobody", new UUID(0, 0).toString());
    private static final List<String> NAMED_BY_ID = List.of("/documents/", "/api/v1/contracts/", "/tasks/{id}", "/api/v1/tasks/{id}");
    private static final List<String> OF_CASES = List.of("number", "caseNumber", "sale", "caseRef");
    private static final Pattern VOLATILE = Pattern.compile("(csrf-token\" content|_csrf\" value|_once\" value|nonce)=\"[^\"]*\"|[SC]-\\d{4}-\\d{6}"
            + "|/tasks/[0-9a-f-]+|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}");

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;
    private final StateTable table = StateTable.read();
    private final Map<String, String> bodies = new HashMap<>();
    private final Map<Row, Map<State, StringBuilder>> heard = new LinkedHashMap<>();
    private final Map<String, String> ofNone = new HashMap<>();
    private final Set<Method> asked = new HashSet<>();
    private final List<String> told = new ArrayList<>();
    private final List<String> changed = new ArrayList<>();
    private Askers askers;
    private StagedSales staged;

    @BeforeEach
    void stage() {
        askers = new Askers(context);
        staged = StagedSales.all(context, simulators);
        AccessRow.all().forEach(row -> bodies.put(row.method() + " " + row.path().replace("{offered}", "{sale}").replaceAll("\\{\\w+sTask}", "{task}"), row.body()));
        table.rows().forEach(row -> heard.put(row, new EnumMap<>(State.class)));
    }

    @AfterEach
    void takeBack() {
        staged.close();
    }

    @Test
    void everybodyIsAnsweredInEachStateAsTheTableSays() throws IOException {
        for (var state : State.values()) {
            int column = 0;
            for (var person : StateTable.PEOPLE.values()) {
                ask(state, person, column++);
            }
        }

        var cells = write();
        System.out.println("ACCESS | pages, calls and doors of a sale x people x states | " + cells);
        assertSoftly(all -> {
            all.assertThat(wrong()).as("rows that answered otherwise, as they answered; all of them stand in target/access-states.txt").isEmpty();
            all.assertThat(told).as("what tells a stranger that a sale exists").isEmpty();
            all.assertThat(changed).as("what was refused and changed something").isEmpty();
            all.assertThat(ofACase()).as("pages and calls of a case without a row in edge/access-states.txt").isSubsetOf(asked);
        });
    }

    /** One person asks for everything in one state; what was done is undone. */
    private void ask(State state, String person, int column) {
        transaction.executeWithoutResult(undone -> {
            undone.setRollbackOnly();
            askers.freshAllowances();
            boolean sees = Askers.word(request("GET", "/api/v1/sales/{sale}", person, staged.names(state))).equals("ok");
            var rows = table.rows().stream().filter(row -> !AccessRow.named(row.path() + row.find(), staged.names(state)).contains("{")).toList();
            rows.stream().filter(row -> !row.acts()).forEach(row -> hear(row, state, person, column, sees));
            long before = changes();
            rows.stream().filter(Row::acts).forEach(row -> hear(row, state, person, column, sees));
            if (changes() != before) {
                rows.stream().filter(Row::acts).filter(row -> changes(row, state, person, column))
                        .forEach(row -> changed.add(row.method() + " " + row.path() + " by " + person + " in " + state));
            }
        });
    }

    private boolean changes(Row row, State state, String person, int column) {
        long before = changes();
        letter(row, state, person, column, true);
        return changes() != before;
    }

    private void hear(Row row, State state, String person, int column, boolean sees) {
        heard.get(row).computeIfAbsent(state, any -> new StringBuilder()).append(letter(row, state, person, column, sees));
    }

    private char letter(Row row, State state, String person, int column, boolean sees) {
        var names = staged.names(state);
        if (row.acts() && table.expected(row, state, column) == StateTable.MAY_ACT) {
            return StateTable.MAY_ACT;
        }
        var answer = request(row.method(), row.path(), person, names);
        if (row.method().equals("FIND")) {
            return text(answer).contains(AccessRow.named(row.find(), names)) ? 'o' : StateTable.UNKNOWN;
        }
        if (!sees && !row.open() && !person.equals(Askers.VISITOR)) {
            isToldWhatIsToldOfNone(row, person, names, answer);
        }
        return letter(answer);
    }

    private void isToldWhatIsToldOfNone(Row row, String person, Map<String, String> names, MvcResult answer) {
        var key = row.method() + row.path() + person;
        if (!told(answer).equals(ofNone.computeIfAbsent(key, once -> told(request(row.method(), row.path(), person, NONE))))) {
            ofNone.put(key, told(request(row.method(), row.path(), person, NONE)));
            var again = told(request(row.method(), row.path(), person, names));
            if (!again.equals(ofNone.get(key))) {
                told.add(row.method() + " " + row.path() + " to " + person + ": " + again + " instead of " + ofNone.get(key));
            }
        }
    }

    private MvcResult request(String method, String path, String person, Map<String, String> names) {
        var answer = askers.ask(person, method.equals("FIND") ? "GET" : method, AccessRow.named(path, names),
                AccessRow.named(bodies.getOrDefault(method + " " + path, ""), names));
        if (answer.getHandler() instanceof HandlerMethod handler) {
            asked.add(handler.getMethod());
        }
        return answer;
    }

    private static char letter(MvcResult answer) {
        return switch (Askers.word(answer)) {
            case "in" -> 'i';
            case "ok" -> 'o';
            case "no" -> 'r';
            case "403" -> 'x';
            case "404" -> StateTable.UNKNOWN;
            case "409" -> 'c';
            case "410" -> 'g';
            default -> '?';
        };
    }

    private static String told(MvcResult answer) {
        return letter(answer) + " " + VOLATILE.matcher(text(answer)).replaceAll("#");
    }

    private static String text(MvcResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** Rows that this transaction has written up to now. */
    private long changes() {
        return jdbc.sql("select coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0)::bigint from pg_stat_xact_user_tables").query(Long.class).single();
    }

    private String write() throws IOException {
        var lines = new ArrayList<>(List.of(StateTable.heading()));
        heard.keySet().forEach(row -> lines.addAll(lines(row)));
        long cells = heard.values().stream().flatMap(answers -> answers.values().stream()).flatMapToInt(StringBuilder::chars)
                .filter(letter -> letter != StateTable.MAY_ACT).count();
        var count = "%d x %d x %d: %d cells".formatted(heard.size(), StateTable.PEOPLE.size(), State.values().length, cells);
        lines.add("# " + count);
        Files.write(Path.of("target", "access-states.txt"), lines);
        return count;
    }

    private List<String> lines(Row row) {
        return table.lines(row, asText(heard.get(row)), asText(heard.get(table.rows().get(0))));
    }

    private static Map<State, String> asText(Map<State, StringBuilder> answers) {
        var text = new EnumMap<State, String>(State.class);
        answers.forEach((state, letters) -> text.put(state, letters.toString()));
        return text;
    }

    private List<String> wrong() {
        return heard.keySet().stream().filter(row -> asText(heard.get(row)).entrySet().stream().anyMatch(answers -> isWrong(row, answers.getKey(), answers.getValue())))
                .flatMap(row -> lines(row).stream()).toList();
    }

    private boolean isWrong(Row row, State state, String letters) {
        return IntStream.range(0, letters.length()).anyMatch(person -> letters.charAt(person) != table.expected(row, state, person));
    }

    /** Mappings of ours whose address names a case, one of its documents or of its tasks. */
    private Set<Method> ofACase() {
        return mapping.getHandlerMethods().entrySet().stream().filter(one -> one.getValue().getBeanType().getPackageName().startsWith("mn.eland.") && one.getValue().getBeanType() != TryOut.class)
                .filter(one -> one.getKey().getPathPatternsCondition().getPatterns().stream().anyMatch(AccessStatesTests::isOfACase))
                .map(one -> one.getValue().getMethod()).collect(Collectors.toSet());
    }

    private static boolean isOfACase(PathPattern pattern) {
        var text = pattern.getPatternString();
        if (NAMED_BY_ID.stream().anyMatch(text::startsWith)) {
            return true;
        }
        var sample = PathContainer.parsePath(text.replaceAll("\\{[^{}]*(\\{[^}]*}[^{}]*)*}", NO_SALE));
        var found = pattern.matchAndExtract(sample);
        return found != null && !text.matches(".*/(properties|auctions|me)/.*") && OF_CASES.stream().anyMatch(found.getUriVariables()::containsKey);
    }
}
