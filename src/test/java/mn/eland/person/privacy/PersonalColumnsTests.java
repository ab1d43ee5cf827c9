package mn.eland.person.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each column that may hold something about a person has a rule in {@code person/columns.txt} that says what an erasure does with it. A new
 * one without a rule fails here, and so does a rule that no code keeps.
 */
@ElandTest
class PersonalColumnsTests {

    /** Names under which modules keep what people are called, reached by, wrote, or left behind. */
    private static final String MAY_BE_PERSONAL = "(^|_)(name|names|phone|email|iban|birth_date|page|address|register_number|register_no|narrative|note|notes|reason|text|agent|holder|payer"
            + "|buyer|seller|typed|taken|card|secret|label|country|description|message|arguments|answers|body|facts|content|application|about|reply|defects|graph|people"
            + "|search_text|subject|assignee|completed_by|words|hits|source|funds_source|wealth_source|username|principal_name|display_name|device|conditions)$";
    private static final Set<String> RULES = Set.of("erased", "whole", "key", "term", "case", "staff", "house");

    @Autowired JdbcClient jdbc;

    @Test
    void eachColumnThatMayBeAboutAPersonHasARule() throws IOException {
        var columns = new TreeSet<>(jdbc.sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                where table_schema in ('audit', 'auction', 'contract', 'desk', 'edge', 'identity', 'notarization', 'notification', 'payment', 'person',
                        'property',
                    'sale', 'store', 'workflow') and data_type in ('text', 'character varying', 'inet', 'bytea', 'jsonb', 'date') and column_name ~ :names""")
                .param("names", MAY_BE_PERSONAL).query(String.class).list());

        var rules = rules();

        assertThat(columns).as("say in person/columns.txt what an erasure does with it").allSatisfy(column -> assertThat(rules).containsKey(column));
        assertThat(rules.keySet()).as("columns that are there").isSubsetOf(columns);
        assertThat(Set.copyOf(rules.values())).isSubsetOf(RULES);
    }

    /** Who says that a table is erased has code that does so; who says that it is sealed has rows that are. */
    @Test
    void theRulesAreKept() throws IOException {
        var code = Files.walk(Path.of("src/main/java")).filter(file -> file.toString().endsWith(".java")).map(PersonalColumnsTests::text)
                .filter(text -> text.contains("implements PersonalData")).collect(Collectors.joining());
        var wrong = new ArrayList<String>();
        for (var rule : rules().entrySet()) {
            var table = rule.getKey().substring(0, rule.getKey().lastIndexOf('.'));
            boolean named = code.contains(table + " ") || code.contains("identity.\" + table")
                    && code.contains("\"" + table.substring(table.indexOf('.') + 1) + "\"");
            if (Set.of("erased", "whole").contains(rule.getValue()) && !named) {
                wrong.add(rule.getKey() + " is erased by nobody");
            }
            if (rule.getValue().equals("key") && !open(rule.getKey(), table).isEmpty()) {
                wrong.add(rule.getKey() + " is readable");
            }
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> open(String column, String table) {
        var name = column.substring(column.lastIndexOf('.') + 1);
        return jdbc.sql("select left(" + name + "::text, 3) from " + table + " where " + name + " is not null and " + name
                + "::text not like 'p1.%' limit 1")
                .query(String.class).list();
    }

    private static Map<String, String> rules() throws IOException {
        var rules = new TreeMap<String, String>();
        new ClassPathResource("person/columns.txt").getContentAsString(StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank()
                && !line.startsWith("#"))
                .map(line -> line.split("\\s+")).forEach(words -> {
                    for (int i = 2; i < words.length; i++) {
                        rules.put(words[0] + "." + words[i], words[1]);
                    }
                });
        return rules;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
