package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which keys this database was sealed with. A start with other keys under their names, or without one still in use, is refused. */
@Component
class KeyBook implements InitializingBean {

    private static final String INDEX = "index";

    private final KeyRing ring;
    private final JdbcClient jdbc;

    KeyBook(KeyRing ring, JdbcClient jdbc) {
        this.ring = ring;
        this.jdbc = jdbc;
    }

    @Override
    public void afterPropertiesSet() {
        var known = jdbc.sql("select id, mark from store.keys where free_since is null").query((row, n) -> Map.entry(row.getString("id"), row.getString("mark")))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        known.forEach((id, mark) -> {
            if (!id.equals(INDEX) && !ring.names().contains(id)) {
                throw new IllegalStateException("ELAND does not start without the key " + id + ": data in the database are still sealed with it. Add it to eland.vault.keys.");
            }
            if (!mark(id).equals(mark)) {
                throw new IllegalStateException("ELAND does not start with another key under the name " + id + " than the one the database was sealed with.");
            }
        });
        ring.names().forEach(this::know);
        know(INDEX);
    }

    private void know(String id) {
        jdbc.sql("""
                insert into store.keys (id, mark, since) values (:id, :mark, now())
                on conflict (id) do update set mark = excluded.mark, since = excluded.since, free_since = null
                where keys.free_since is not null and :current""").param("id", id).param("mark", mark(id)).param("current", id.equals(ring.current())).update();
    }

    /** The names of keys that are still in use, beside the one that seals now. */
    boolean hasOthers() {
        return jdbc.sql("select exists (select from store.keys where free_since is null and id not in (?, ?))").params(ring.current(), INDEX)
                .query(Boolean.class).single();
    }

    /** Nothing is sealed with any other key than the current one any more. */
    void freeOthers() {
        jdbc.sql("update store.keys set free_since = now() where free_since is null and id not in (?, ?)").params(ring.current(), INDEX).update();
    }

    private String mark(String id) {
        var key = id.equals(INDEX) ? ring.indexKey() : ring.key(id);
        return HexFormat.of().formatHex(Sealing.hash(key, "mark of a key", id.getBytes(StandardCharsets.UTF_8)));
    }
}
