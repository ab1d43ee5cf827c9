package mn.eland.sale.risk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.risk.finding.LinkGraph;
import mn.eland.sale.risk.finding.Signal;
import mn.eland.workflow.Workflow.RuleView;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps every assessment with its evidence; none is ever changed, a decision is written beside it. */
@Component
public class Assessments {

    /** What the tables made of the signals. */
    record Weight(long score, List<String> codes, List<RuleView> rules, RuleView outcome, boolean news, boolean sanctions, boolean pep) {
    }

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;

    Assessments(JdbcClient jdbc, ObjectMapper json, ElandClock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** All that were weighed, latest first. */
    public List<Assessment> of(CaseRef sale) {
        return jdbc.sql("select * from sale.assessments where sale = ? and score is not null order by id desc").param(sale.number())
                .query(this::assessment).list();
    }

    public Optional<Assessment> latest(CaseRef sale) {
        return of(sale).stream().findFirst();
    }

    List<Assessment> accepted(CaseRef sale) {
        return of(sale).stream().filter(Assessment::accepted).toList();
    }

    void open(CaseRef sale, List<Signal> signals, LinkGraph graph) {
        jdbc.sql("delete from sale.assessments where sale = ? and score is null").param(sale.number()).update();
        jdbc.sql("insert into sale.assessments (sale, at, signals, graph) values (?, ?, cast(? as jsonb), cast(? as jsonb))")
                .params(sale.number(), Timestamp.from(clock.instant()), write(signals), write(graph)).update();
    }

    /** The assessment that was opened and is not weighed yet. */
    Assessment opened(CaseRef sale) {
        return jdbc.sql("select * from sale.assessments where sale = ? and score is null").param(sale.number()).query(this::assessment).single();
    }

    void weighed(CaseRef sale, Weight weight) {
        jdbc.sql("""
                update sale.assessments set score = ?, codes = ?, rules = cast(? as jsonb), outcome = cast(? as jsonb), news = ?,
                    sanctions = ?, pep = ? where sale = ? and score is null""")
                .params(weight.score(), String.join(" ", weight.codes()), write(weight.rules()), write(weight.outcome()), weight.news(),
                        weight.sanctions(), weight.pep(), sale.number()).update();
    }

    /** A person decided what the latest assessment asked for. */
    public void reviewed(CaseRef sale, Actor by, String decision, String note) {
        jdbc.sql("""
                update sale.assessments set decision = ?, note = ?, decided_by = ?, decided_name = ?, decided_at = ?
                where id = (select max(id) from sale.assessments where sale = ? and score is not null) and decision is null""")
                .params(decision, note, by.party().value(), by.name(), Timestamp.from(clock.instant()), sale.number()).update();
    }

    private Assessment assessment(ResultSet row, int number) throws SQLException {
        var codes = row.getString("codes");
        var decidedAt = row.getTimestamp("decided_at");
        return new Assessment(row.getLong("id"), row.getTimestamp("at").toInstant(), read(row.getString("signals"), new TypeReference<>() { }),
                read(row.getString("graph"), new TypeReference<>() { }), row.getLong("score"),
                codes == null || codes.isBlank() ? List.of() : Arrays.asList(codes.split(" ")),
                read(row.getString("rules"), new TypeReference<>() { }), read(row.getString("outcome"), new TypeReference<>() { }),
                row.getBoolean("news"), row.getBoolean("sanctions"), row.getBoolean("pep"), row.getString("decision"), row.getString("note"),
                row.getString("decided_name"), decidedAt == null ? null : decidedAt.toInstant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
