package mn.eland.store;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A listener that says in which transaction it did its work, and can be made to fail as late as with the commit. */
@Component
class Scribe {

    private final JdbcClient jdbc;
    private final Map<String, String> worked = new ConcurrentHashMap<>();

    Scribe(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @ApplicationModuleListener
    void on(Line line) {
        if (line.tooLate()) {
            jdbc.sql("insert into noted.promises (kept) values (gen_random_uuid())").update();
        }
        worked.put(line.text(), jdbc.sql("select pg_current_xact_id()::text").query(String.class).single());
    }

    /** Null before it was told. */
    String transactionOf(String text) {
        return worked.get(text);
    }

    record Line(String text, boolean tooLate) {
    }
}
