package mn.eland.notarization.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.office.Timetable.Span;
import mn.eland.workflow.CaseKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The hours that are taken. That no two sessions of a notary overlap, and that no case has two, is held by constraints of the
 * table: of two who want one slot in the same moment the database lets one in, and the other waits for the commit of the first.
 */
@Repository
public class SlotBook {

    private static final String SLOTS = "select case_ref, notary_no, lower(during), upper(during), state from notarization.slots where ";
    private final JdbcClient sql;
    private final ElandClock clock;

    SlotBook(JdbcClient sql, ElandClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** The slot of a case whose session is to come. */
    public Optional<Slot> of(CaseRef caseRef) {
        return sql.sql(SLOTS + "case_ref = ? and state = 'TAKEN'").param(caseRef.number()).query(SlotBook::slot).optional();
    }

    /** One act on a case after the other: taken before its rows, as who tells its process something does. */
    public void hold(CaseRef caseRef) {
        sql.sql("select " + CaseKey.HOLD).param("case", caseRef.number()).query((row, n) -> true).single();
    }

    /**
     * Takes a slot for a case that is held; the one it had is given back.
     *
     * @param by who took it; null when the notary proposed it
     * @return false when the notary has another session then
     */
    public boolean take(CaseRef caseRef, int notaryNo, Span span, PartyId by) {
        var before = sql.sql("select id from notarization.slots where case_ref = ? and state = 'TAKEN'").param(caseRef.number()).query(Long.class).optional();
        int taken = sql.sql("""
                        insert into notarization.slots (case_ref, notary_no, during, state, taken_by, taken_at)
                        values (?, ?, tstzrange(?, ?), 'TAKEN', ?, ?) on conflict on constraint one_session_at_a_time do nothing""")
                .params(caseRef.number(), notaryNo, at(span.from()), at(span.to()), by == null ? null : by.value(), at(clock.instant())).update();
        if (taken == 1) {
            before.ifPresent(id -> end("id = ?", id, "GIVEN_BACK"));
        }
        return taken == 1;
    }

    /** @return false when there was none */
    public boolean giveBack(CaseRef caseRef) {
        return end("case_ref = ?", caseRef.number(), "GIVEN_BACK");
    }

    /** The session was held, earlier or later than planned: the notary is free again. */
    public void held(CaseRef caseRef) {
        end("case_ref = ?", caseRef.number(), "HELD");
    }

    /** Meetings of a notary that are to come and touch the span, the earliest first. */
    public List<Slot> taken(int notaryNo, Span span) {
        return sql.sql(SLOTS + "int4range(notary_no, notary_no, '[]') && int4range(?, ?, '[]') and during && tstzrange(?, ?) and state = 'TAKEN' order by lower(during)")
                .params(notaryNo, notaryNo, at(span.from()), at(span.to())).query(SlotBook::slot).list();
    }

    /** Meetings of a notary that were to be in the span and have been held or are to come, the earliest first. */
    public List<Slot> planned(int notaryNo, Span span) {
        return sql.sql(SLOTS + "notary_no = ? and during && tstzrange(?, ?) and state <> 'GIVEN_BACK' order by lower(during), id")
                .params(notaryNo, at(span.from()), at(span.to())).query(SlotBook::slot).list();
    }

    private boolean end(String which, Object value, String state) {
        return sql.sql("update notarization.slots set state = ?, ended_at = ? where " + which + " and state = 'TAKEN'")
                .params(state, at(clock.instant()), value).update() == 1;
    }

    private static OffsetDateTime at(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }

    private static Slot slot(ResultSet row, int n) throws SQLException {
        var span = new Span(row.getObject(3, OffsetDateTime.class).toInstant(), row.getObject(4, OffsetDateTime.class).toInstant());
        return new Slot(CaseRef.of(row.getString(1)), row.getInt(2), span, Slot.State.valueOf(row.getString(5)));
    }
}
