package mn.eland.notarization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.identity.PartyView;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.notarization.Notarizations.BookEntry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The register book: one entry per act, numbered without gaps. The counter row stays locked until the entry's
 * transaction ends, so an undone entry gives its number back and two notarial acts never share one.
 */
@Repository
class RegisterBook {

    private static final String ENTRIES = """
            select e.number, e.kind, e.voids, e.reason, e.entered_at, e.case_ref, e.registry_no, e.seller, e.buyer, e.value_mnt,
                e.fee_mnt, e.sha256, s.code
            from notarization.book_entries e left join notarization.submissions s on s.number = e.number""";
    private final JdbcClient sql;
    private final ElandClock clock;

    RegisterBook(JdbcClient sql, ElandClock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    String enterCertified(Act act, int notaryNo, PartyView seller, PartyView buyer, String sha256) {
        return enter(act, notaryNo, "CERTIFIED", null, null, named(seller), named(buyer), sha256);
    }

    /** «Хүчингүй»: the earlier entry stays as it is. */
    String enterVoided(Act act, int notaryNo, String reason) {
        var earlier = entry(act.number()).orElseThrow();
        return enter(act, notaryNo, "VOIDED", act.number(), reason, earlier.seller(), earlier.buyer(), earlier.sha256());
    }

    private String enter(Act act, int notaryNo, String kind, String voids, String reason, String seller, String buyer, String sha256) {
        int year = clock.today().getYear();
        int seq = sql.sql("""
                        insert into notarization.book_numbers values (?, ?, 1)
                        on conflict (year, notary_no) do update set last = book_numbers.last + 1 returning last""")
                .params(year, notaryNo).query(Integer.class).single();
        var number = String.format("NOT-%d-%04d-%06d", year, notaryNo, seq);
        var now = Timestamp.from(clock.instant());
        sql.sql("insert into notarization.book_entries values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(number, year, notaryNo, seq, act.id(), kind, voids, reason, now, act.caseRef().number(),
                        act.request().registryNo(), seller, buyer, act.request().value().tugrug(), act.fee().tugrug(), sha256).update();
        sql.sql("insert into notarization.submissions (number, next_try_at) values (?, ?)").params(number, now).update();
        return number;
    }

    Optional<BookEntry> entry(String number) {
        return sql.sql(ENTRIES + " where e.number = ?").param(number).query(RegisterBook::entry).optional();
    }

    /** All entries of a year in their order. */
    List<BookEntry> year(int notaryNo, int year) {
        return sql.sql(ENTRIES + " where e.notary_no = ? and e.year = ? order by e.seq").params(notaryNo, year).query(RegisterBook::entry).list();
    }

    /** Newest first; the text is part of a number, case, property or name, or the beginning of a day as {@code 2026.11.27}. */
    List<BookEntry> search(int notaryNo, String text, int limit) {
        return sql.sql(ENTRIES + """
                         where e.notary_no = ? and (? = '' or e.number ilike ? or e.case_ref ilike ? or e.registry_no ilike ?
                            or e.seller ilike ? or e.buyer ilike ? or to_char(e.entered_at at time zone 'Asia/Ulaanbaatar', 'YYYY.MM.DD') like ?)
                        order by e.year desc, e.seq desc limit ?""")
                .params(notaryNo, text, like(text), like(text), like(text), like(text), like(text), like(text).substring(1), limit)
                .query(RegisterBook::entry).list();
    }

    private static String like(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private static String named(PartyView party) {
        return party.shortName() + " · " + party.registerNo();
    }

    private static BookEntry entry(ResultSet row, int n) throws SQLException {
        return new BookEntry(row.getString(1), row.getString(2), row.getString(3), row.getString(4), instant(row),
                CaseRef.of(row.getString(6)), row.getString(7), row.getString(8), row.getString(9), Money.of(row.getLong(10)),
                Money.of(row.getLong(11)), row.getString(12), row.getString(13));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp(5).toInstant();
    }
}
