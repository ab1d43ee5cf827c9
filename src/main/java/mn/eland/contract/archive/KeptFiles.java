package mn.eland.contract.archive;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.contract.archive.Archive.Figures;
import mn.eland.kernel.CaseRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What must lie in the store by the tables that refer to it, and what was found there. */
@Repository
@Transactional
class KeptFiles {

    /** What is kept for ever: the notary's own papers belong to the register. */
    private static final String FOR_EVER = "('NOTARY_CERTIFICATE', 'NOTARY_REFUSAL')";
    private static final String DAMAGED = "('CHANGED', 'MISSING')";

    /** What was found of a file. */
    enum State { WHOLE, CHANGED, MISSING, REMOVED }

    private final JdbcClient sql;

    KeptFiles(JdbcClient sql) {
        this.sql = sql;
    }

    /** Files never looked at, then those not looked at since {@code before}, longest first; damaged ones since {@code damagedBefore}. */
    List<String> due(Instant before, Instant damagedBefore, int most) {
        return sql.sql("""
                        select sha256 from (select distinct sha256 from contract.kept_files) kept left join contract.file_checks using (sha256)
                        where state is null or state = 'WHOLE' and checked_at < ? or state in %s and checked_at < ?
                        order by checked_at nulls first, sha256 limit ?""".formatted(DAMAGED))
                .params(Timestamp.from(before), Timestamp.from(damagedBefore), most).query(String.class).list();
    }

    /** Notes what was found. @return the case, when the file was not found so before */
    Optional<CaseRef> found(String sha256, State state, Instant now) {
        var before = sql.sql("select state from contract.file_checks where sha256 = ? for update").param(sha256).query(String.class).optional();
        sql.sql("""
                insert into contract.file_checks values (:sha256, :state, :now, :now)
                on conflict (sha256) do update set checked_at = excluded.checked_at, state = excluded.state,
                    since = case when file_checks.state = excluded.state then file_checks.since else excluded.since end""")
                .param("sha256", sha256).param("state", state.name()).param("now", Timestamp.from(now)).update();
        boolean known = before.orElse(State.WHOLE.name()).equals(state.name());
        return known ? Optional.empty() : sql.sql("select case_ref from contract.kept_files where sha256 = ? order by kept_at limit 1").param(sha256)
                .query(String.class).optional().map(CaseRef::of);
    }

    int damaged() {
        return sql.sql("select count(*) from contract.file_checks where state in " + DAMAGED).query(Integer.class).single();
    }

    Figures figures() {
        return sql.sql("""
                        select count(*) filter (where state is distinct from 'REMOVED'), count(*) filter (where state = 'WHOLE'),
                            count(*) filter (where state in %s), count(*) filter (where state = 'REMOVED'), max(checked_at)
                        from (select distinct sha256 from contract.kept_files) kept left join contract.file_checks using (sha256)""".formatted(DAMAGED))
                .query((row, n) -> new Figures(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4),
                        row.getTimestamp(5) == null ? null : row.getTimestamp(5).toInstant())).single();
    }

    /** Up to when ends of cases are known. */
    Instant lastClosed() {
        return sql.sql("select max(closed_at) from contract.closed_cases").query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single().map(Timestamp::toInstant).orElse(Instant.EPOCH);
    }

    void closed(CaseRef caseRef, Instant at) {
        sql.sql("""
                insert into contract.closed_cases values (?, ?)
                on conflict (case_ref) do update set closed_at = greatest(closed_cases.closed_at, excluded.closed_at)""")
                .params(caseRef.number(), Timestamp.from(at)).update();
    }

    /** Files of which every case is over since before {@code before} and no paper has to be kept for ever. */
    List<String> outOfTerm(Instant before, int most) {
        return sql.sql("""
                        select sha256 from contract.kept_files kept left join contract.closed_cases using (case_ref)
                        where not exists (select from contract.file_checks done where done.sha256 = kept.sha256 and done.state = 'REMOVED')
                        group by sha256 having bool_and(closed_at < ?) and bool_and(closed_at is not null) and bool_and(kind not in %s)
                        order by max(closed_at), sha256 limit ?""".formatted(FOR_EVER))
                .params(Timestamp.from(before), most).query(String.class).list();
    }

    /** The cases in which the file has a place. */
    List<CaseRef> cases(String sha256) {
        return sql.sql("select distinct case_ref from contract.kept_files where sha256 = ?").param(sha256).query(String.class).list().stream()
                .map(CaseRef::of).toList();
    }
}
