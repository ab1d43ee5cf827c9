package mn.eland.identity.screening;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mn.eland.identity.spi.NameScreening;
import mn.eland.identity.spi.NameScreening.Hit;
import mn.eland.identity.spi.NameScreening.Kind;
import mn.eland.identity.spi.NameScreening.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks for a name on our lists and on the world's. */
@Component
public class Screening {

    /** One word alone, a given name, is nobody. */
    private static final int LEAST_WORDS = 2;

    private final NameScreening world;
    private final JdbcClient jdbc;

    Screening(NameScreening world, JdbcClient jdbc) {
        this.world = world;
        this.jdbc = jdbc;
    }

    /** An outside call: only from a step that the engine may repeat. @param born null for companies and where it is not known */
    public List<Hit> screen(String name, LocalDate born, String country) {
        var hits = new ArrayList<>(onOurLists(name, born));
        hits.addAll(world.screen(new Subject(name, born, country)));
        return hits;
    }

    /** The lists in force here; no call outside. A name hits when all words of the one stand in the other and no birthday speaks against it. */
    public List<Hit> onOurLists(String name, LocalDate born) {
        var words = NameWords.of(name).toArray(String[]::new);
        return jdbc.sql("""
                select l.kind, l.name as list, n.name as entry, n.born from identity.watch_list_names n
                join identity.watch_lists l on l.id = n.list and l.replaced_at is null
                where (n.words <@ :words::text[] and cardinality(n.words) >= :least or n.words @> :words::text[] and cardinality(:words::text[]) >= :least)
                    and (n.born is null or :born::date is null or n.born = :born::date) order by l.name, n.entry_no""")
                .param("words", words).param("least", LEAST_WORDS).param("born", born)
                .query((row, n) -> new Hit(Kind.valueOf(row.getString("kind")), row.getString("list"), row.getString("entry"),
                        row.getObject("born") == null || born == null ? 0.9 : 1)).list();
    }
}
