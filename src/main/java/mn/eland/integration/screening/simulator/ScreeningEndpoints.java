package mn.eland.integration.screening.simulator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import mn.eland.integration.stage.Refused;
import mn.eland.integration.stage.SimulatedEndpoint;
import mn.eland.integration.stage.Stage;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;

/** Finds a name on the lists when all its words stand there, in any order, and the day of birth does not speak against it. */
@SimulatedEndpoint
public class ScreeningEndpoints {

    private static final String KEY = "Bearer sandbox";
    private static final int UNAUTHORIZED = 401;

    private final Stage stage;
    private final JdbcClient jdbc;

    public ScreeningEndpoints(Stage stage, JdbcClient jdbc) {
        this.stage = stage;
        this.jdbc = jdbc;
    }

    /** @param birthDate null when not known */
    record Search(String name, LocalDate birthDate, String country) {
    }

    /** Somebody who is to stand on a list. */
    record Listed(String kind, String list, String name, LocalDate birthDate) {
    }

    @PostMapping("/screening/v1/search")
    ResponseEntity<?> search(@RequestHeader(name = "Authorization", required = false) String key, @RequestBody Search search) {
        return stage.play("screening", "search", twist -> {
            if (!KEY.equals(key)) {
                throw new Refused(UNAUTHORIZED, Map.of("error", "UNAUTHORIZED"));
            }
            var hits = new ArrayList<Map<String, ?>>();
            twist.lie().ifPresent(kind -> hits.add(hit(kind, "TEST", search.name(), 1)));
            listed().stream().filter(one -> isSame(one, search)).forEach(one -> hits.add(hit(one.kind(), one.list(), one.name(),
                    one.birthDate() == null || search.birthDate() == null ? 0.9 : 1)));
            return Map.of("hits", hits);
        });
    }

    @PostMapping("/screening/control/people")
    void list(@RequestBody Listed one) {
        jdbc.sql("insert into simulators.listed_people (kind, list, name, birth_date) values (?, ?, ?, ?) on conflict (name) do nothing")
                .params(one.kind(), one.list(), one.name(), one.birthDate()).update();
    }

    private List<Listed> listed() {
        return jdbc.sql("select * from simulators.listed_people").query((row, n) -> new Listed(row.getString("kind"), row.getString("list"),
                row.getString("name"), row.getObject("birth_date", LocalDate.class))).list();
    }

    private static boolean isSame(Listed one, Search search) {
        return words(search.name()).containsAll(words(one.name()))
                && (one.birthDate() == null || search.birthDate() == null || one.birthDate().equals(search.birthDate()));
    }

    private static Set<String> words(String name) {
        return new HashSet<>(Arrays.asList(name.toUpperCase(Locale.ROOT).split("[^\\p{L}]+")));
    }

    private static Map<String, ?> hit(String kind, String list, String name, double score) {
        return Map.of("type", kind, "list", list, "name", name, "score", score);
    }
}
