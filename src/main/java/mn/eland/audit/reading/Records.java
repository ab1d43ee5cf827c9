package mn.eland.audit.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mn.eland.audit.writing.Lines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sealed records out of the database, personal parts opened as far as there are keys. */
@Component
class Records {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Lines lines;

    Records(JdbcClient jdbc, ObjectMapper json, Lines lines) {
        this.jdbc = jdbc;
        this.json = json;
        this.lines = lines;
    }

    /** Newest first. */
    List<AuditRecord> find(Wanted wanted, int most) {
        return jdbc.sql("""
                select r.* from audit.records r
                where (:case::text is null or r.case_ref = :case) and (:from::timestamptz is null or r.at >= :from) and (:to::timestamptz is null or r.at < :to)
                  and (:before::bigint is null or r.position < :before)
                  and (:party::uuid is null or r.position in (select m.position from audit.mentions m where m.party = :party))
                order by r.position desc limit :most""")
                .param("case", wanted.caseRef() == null ? null : wanted.caseRef().number()).param("from", time(wanted.from()))
                .param("to", time(wanted.to())).param("before", wanted.before()).param("party", wanted.party() == null ? null : wanted.party().value())
                .param("most", most).query(this::read).list();
    }

    Optional<AuditRecord> at(long position) {
        return jdbc.sql("select * from audit.records where position = ?").param(position).query(this::read).optional();
    }

    /** Hands each sealed line of positions {@code from} to {@code to}, the last not among them, to somebody. */
    void each(long from, long to, Consumer<Sealed> taker) {
        jdbc.sql("select position, hash, line from audit.records where position >= ? and position < ? order by position").params(from, to)
                .query((row, n) -> new Sealed(row.getLong("position"), row.getBytes("hash"), row.getString("line"))).list().forEach(taker);
    }

    private AuditRecord read(ResultSet row, int number) throws SQLException {
        var line = row.getString("line");
        var record = parsed(line);
        var about = new ArrayList<String>();
        record.path("about").forEach(party -> about.add(party.asText()));
        var trace = lines.trace(text(record, "person"), text(record, "id"), text(record, "trace"));
        return new AuditRecord(row.getLong("position"), row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                HexFormat.of().formatHex(row.getBytes("hash")), text(record, "id"), Instant.parse(text(record, "at")), text(record, "kind"),
                text(record, "act"), text(record, "outcome"), text(record, "why"), text(record, "case"), text(record, "person"),
                text(record, "principal"), text(record, "roles"), about, text(record, "content"),
                lines.name(text(record, "person"), text(record, "id"), text(record, "name")).orElse(null),
                trace.map(Lines.Trace::address).orElse(null), trace.map(Lines.Trace::device).orElse(null), line);
    }

    private JsonNode parsed(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no record: " + line, e);
        }
    }

    private static String text(JsonNode record, String name) {
        return record.path(name).asText();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** A leaf with what it was made of. */
    record Sealed(long position, byte[] hash, String line) {
    }
}
