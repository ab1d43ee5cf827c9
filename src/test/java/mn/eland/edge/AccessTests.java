package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.audit.writing.Unwritten;
import mn.eland.sale.WalkedSale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and call, asked for by everybody, answers as {@code edge/access.txt} says. What they do is undone at once. */
@ElandTest
class AccessTests {

    private static final List<String> PEOPLE = List.of(Askers.VISITOR, "enkhjin", "nomin", "temuulen", "munkhzul", "tulga", "anudari", "suvd", "egshiglen");
    private static final Set<String> STOPPED = Set.of("403", "404");

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<Method> asked = new HashSet<>();
    private final List<String> unrecorded = new ArrayList<>();
    private Askers askers;

    @BeforeEach
    void walk() {
        askers = new Askers(context);
        askers.freshAllowances();
        ids.putAll(WalkedSale.ids(context, simulators));
        ids.put("diagram", jdbc.sql("select id_ from act_re_procdef where key_ = 'sellProperty' order by version_ desc limit 1").query(String.class).single());
        ids.put("nobody", new java.util.UUID(0, 0).toString());
    }

    @Test
    void everyPageAndCallAnswersEverybodyAsTheTableSays() {
        var wrong = new ArrayList<String>();

        for (var row : AccessRow.all()) {
            var heard = PEOPLE.stream().map(person -> heard(row, person)).toList();
            if (!heard.equals(row.expected())) {
                wrong.add("%-5s %-61s %s%s".formatted(row.method(), row.path(), heard.stream().map("%-8s"::formatted)
                        .collect(Collectors.joining()), row.body().isEmpty() ? "" : "| " + row.body()));
            }
        }

        System.out.println("ACCESS | pages and calls x people | %d x %d = %d cells".formatted(AccessRow.all().size(), PEOPLE.size(), AccessRow.all().size() * PEOPLE.size()));
        assertThat(wrong).as("rows that answered otherwise, as they answered").isEmpty();
        assertThat(unrecorded).as("acts without a record in the trail").isEmpty();
        assertThat(ours()).as("pages and calls without a row in edge/access.txt").isSubsetOf(asked);
    }

    /** All mappings of the application itself. */
    private Set<Method> ours() {
        return mapping.getHandlerMethods().values().stream()
                .filter(method -> method.getBeanType().getPackageName().startsWith("mn.eland.") && method.getBeanType() != TryOut.class)
                .map(HandlerMethod::getMethod).collect(Collectors.toSet());
    }

    private String heard(AccessRow row, String person) {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            var path = AccessRow.named(row.path(), ids);
            assertThat(path).as("an address without names of ids").doesNotContain("{");
            var answer = askers.ask(person, row.method(), path, AccessRow.named(row.body(), ids));
            if (answer.getHandler() instanceof HandlerMethod method) {
                asked.add(method.getMethod());
            }
            var word = word(Askers.word(answer));
            if (!row.method().equals("GET") && !isRecorded(row, person, word)) {
                unrecorded.add(row.method() + " " + row.path() + " by " + person + ": " + Unwritten.lines());
            }
            return word;
        });
    }

    /** One record of the act itself, with who asked and what came of it; what it caused has records of its own. */
    private boolean isRecorded(AccessRow row, String person, String word) {
        var who = person.equals(Askers.VISITOR) ? "" : SignIn.actor(context, person).party().toString();
        var came = word.equals("ok") ? "" : "REFUSED";
        return Unwritten.lines().stream().filter(line -> line.contains("\"kind\":\"ACT\"") && line.contains("\"act\":\"" + row.method() + " /")
                && line.contains("\"person\":\"" + who + "\"") && line.contains("\"outcome\":\"" + came)).count() == 1;
    }

    /** Right or wrong as the input may be. */
    private static String word(String heard) {
        return heard.matches("\\d+") && !STOPPED.contains(heard) && heard.compareTo("429") < 0 ? "ok" : heard;
    }
}
