package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.audit.writing.Unwritten;
import mn.eland.sale.WalkedSale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every page and call, asked for by everybody, answers as {@code edge/access.txt} says. What they do is undone at once. */
@ElandTest
class AccessTests {

    private static final List<String> PEOPLE = List.of("visitor", "enkhjin", "nomin", "temuulen", "munkhzul", "tulga", "anudari", "suvd", "egshiglen");
    private static final Set<Integer> STOPPED = Set.of(401, 403, 404);

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient jdbc;
    @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<Method> asked = new HashSet<>();
    private final List<String> unrecorded = new ArrayList<>();
    private MockMvc mvc;

    @BeforeEach
    void walk() {
        mvc = SignIn.mvc(context);
        ids.putAll(WalkedSale.ids(context, simulators));
        ids.put("diagram", jdbc.sql("select id_ from act_re_procdef where key_ = 'sellProperty' order by version_ desc limit 1").query(String.class).single());
        ids.put("nobody", new UUID(0, 0).toString());
    }

    @Test
    void everyPageAndCallAnswersEverybodyAsTheTableSays() throws Exception {
        var wrong = new ArrayList<String>();

        for (var row : rows()) {
            var heard = PEOPLE.stream().map(person -> heard(row, person)).toList();
            if (!heard.equals(row.expected())) {
                wrong.add("%-5s %-61s %s%s".formatted(row.method(), row.path(), heard.stream().map("%-8s"::formatted)
                        .collect(Collectors.joining()), row.body().isEmpty() ? "" : "| " + row.body()));
            }
        }

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

    private String heard(Row row, String person) {
        return transaction.execute(undone -> {
            undone.setRollbackOnly();
            try {
                var answer = mvc.perform(request(row, person)).andReturn();
                if (answer.getHandler() instanceof HandlerMethod method) {
                    asked.add(method.getMethod());
                }
                var word = word(answer);
                if (!row.method().equals("GET") && !isRecorded(row, person, word)) {
                    unrecorded.add(row.method() + " " + row.path() + " by " + person + ": " + Unwritten.lines());
                }
                return word;
            } catch (Exception e) {
                throw new IllegalStateException(row.method() + " " + row.path() + " by " + person, e);
            }
        });
    }

    /** One record of the act itself, with who asked and what came of it; what it caused has records of its own. */
    private boolean isRecorded(Row row, String person, String word) {
        var who = person.equals("visitor") ? "" : SignIn.actor(context, person).party().toString();
        var came = word.equals("ok") ? "" : "REFUSED";
        return Unwritten.lines().stream().filter(line -> line.contains("\"kind\":\"ACT\"") && line.contains("\"act\":\"" + row.method() + " /")
                && line.contains("\"person\":\"" + who + "\"") && line.contains("\"outcome\":\"" + came)).count() == 1;
    }

    /** {@code in}: asked to sign in; {@code no}: led back with a refusal; {@code ok}: let through, right or wrong as the input may be. */
    private static String word(MvcResult answer) {
        int status = answer.getResponse().getStatus();
        var target = answer.getResponse().getRedirectedUrl();
        if (status == 401 || target != null && (target.startsWith("/oauth2/") || target.startsWith("/sign-in?"))) {
            return "in";
        }
        if (answer.getFlashMap() != null && answer.getFlashMap().containsKey("refusedCode")) {
            return "no";
        }
        return STOPPED.contains(status) || status >= 429 ? "" + status : "ok";
    }

    private MockHttpServletRequestBuilder request(Row row, String person) {
        var path = named(row.path());
        var body = named(row.body());
        assertThat(path).as("an address without names of ids").doesNotContain("{");
        var api = path.startsWith("/api/");
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(row.method()), base(api) + path).accept(api ? "application/json" : "*/*");
        if (!person.equals("visitor")) {
            request.with(SignIn.as(person));
        }
        if (row.method().equals("GET")) {
            return request;
        }
        if (api) {
            return request.header("Idempotency-Key", UUID.randomUUID().toString()).contentType("application/json")
                    .content(body.isEmpty() ? "{}" : body);
        }
        for (var field : body.isEmpty() ? new String[0] : body.split("&")) {
            request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
        }
        return request.with(csrf());
    }

    private String named(String text) {
        for (var id : ids.entrySet()) {
            text = text.replace("{" + id.getKey() + "}", id.getValue());
        }
        return text;
    }

    private String base(boolean api) {
        return api ? "" : context.getEnvironment().getRequiredProperty("eland.base-url");
    }

    private static List<Row> rows() throws IOException {
        var lines = new ClassPathResource("edge/access.txt").getContentAsString(java.nio.charset.StandardCharsets.UTF_8).lines();
        return lines.filter(line -> !line.isBlank() && !line.startsWith("#")).map(Row::read).toList();
    }

    /** @param body form fields or JSON, so that what stops somebody is the right and not the input */
    private record Row(String method, String path, List<String> expected, String body) {

        static Row read(String line) {
            var parts = line.split("\\|", 2);
            var words = parts[0].strip().split("\\s+");
            return new Row(words[0], words[1], List.of(words).subList(2, words.length), parts.length == 1 ? "" : parts[1].strip());
        }
    }
}
