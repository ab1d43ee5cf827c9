package mn.eland.sale.consent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.sale.consent.ConsentView.Paper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of consents. */
@Repository
class ConsentStore {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    ConsentStore(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Writes down whose consents are needed. What was given and is still needed stays; what was given and is needed no more is closed;
     * everything else is asked anew.
     *
     * @return the numbers of those to ask
     */
    List<Integer> put(CaseRef sale, List<ConsentView> needed) {
        jdbc.sql("delete from sale.consents where sale = ? and state = 'ASKED'").param(sale.number()).update();
        var before = all(sale);
        before.stream().filter(old -> old.isCleared() && needed.stream().noneMatch(old::isSameAs)).forEach(old -> answered(sale, old, "CLOSED", null, old.paper()));
        int number = before.stream().mapToInt(ConsentView::number).max().orElse(0);
        var asked = new ArrayList<Integer>();
        for (var consent : needed) {
            if (before.stream().noneMatch(old -> old.isCleared() && old.isSameAs(consent))) {
                insert(sale, consent, ++number);
                asked.add(number);
            }
        }
        return asked;
    }

    private void insert(CaseRef sale, ConsentView consent, int number) {
        jdbc.sql("""
                insert into sale.consents (sale, number, kind, form, person, person_name, on_behalf, state, wait_for, silence, priority)
                values (?, ?, ?, ?, ?, ?, ?, 'ASKED', ?, ?, ?)""")
                .params(sale.number(), number, consent.kind(), consent.form(), consent.person() == null ? null : consent.person().value(),
                        consent.name(), consent.onBehalf(), consent.waitFor(), consent.silence(), consent.priority()).update();
    }

    List<ConsentView> all(CaseRef sale) {
        return jdbc.sql("select * from sale.consents where sale = ? order by number").param(sale.number()).query(this::consent).list();
    }

    Optional<ConsentView> find(CaseRef sale, String number) {
        return all(sale).stream().filter(consent -> number.equals(String.valueOf(consent.number()))).findFirst();
    }

    void due(CaseRef sale, ConsentView consent, Instant at) {
        jdbc.sql("update sale.consents set due_at = ? where sale = ? and number = ?")
                .params(Timestamp.from(at), sale.number(), consent.number()).update();
    }

    void answered(CaseRef sale, ConsentView consent, String state, String note, Paper paper) {
        jdbc.sql("update sale.consents set state = ?, at = ?, note = ?, paper_no = ?, paper_on = ?, issuer = ? where sale = ? and number = ?")
                .params(state, Timestamp.from(clock.instant()), note, paper == null ? null : paper.number(),
                        paper == null ? null : paper.on(), paper == null ? null : paper.issuer(), sale.number(), consent.number()).update();
    }

    /** Nobody else is waited for. */
    void closeOthers(CaseRef sale) {
        jdbc.sql("update sale.consents set state = 'CLOSED' where sale = ? and state = 'ASKED'").param(sale.number()).update();
    }

    private ConsentView consent(ResultSet row, int n) throws SQLException {
        var person = row.getObject("person", UUID.class);
        var due = row.getTimestamp("due_at");
        var paper = row.getString("paper_no") == null ? null
                : new Paper(row.getString("paper_no"), row.getObject("paper_on", LocalDate.class), row.getString("issuer"));
        return new ConsentView(row.getInt("number"), row.getString("kind"), row.getString("form"), person == null ? null : new PartyId(person),
                row.getString("person_name"), row.getBoolean("on_behalf"), row.getString("state"), row.getString("wait_for"),
                row.getString("silence"), row.getBoolean("priority"), due == null ? null : due.toInstant(), paper);
    }
}
