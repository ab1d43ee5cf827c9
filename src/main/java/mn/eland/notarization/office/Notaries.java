package mn.eland.notarization.office;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is a notary, under which number, for which districts, and when the office is open. */
@Repository
public class Notaries {

    private static final String NOTARIES = "select party, notary_no, licence_no, districts, office from notarization.notaries ";
    private final JdbcClient sql;

    Notaries(JdbcClient sql) {
        this.sql = sql;
    }

    public Optional<Notary> notary(PartyId party) {
        return sql.sql(NOTARIES + "where party = ?").param(party.value()).query(Notaries::notary).optional();
    }

    public Optional<Notary> notary(int number) {
        return sql.sql(NOTARIES + "where notary_no = ?").param(number).query(Notaries::notary).optional();
    }

    /** All who may certify transfers of property in a district, by their number. */
    public List<Notary> competentIn(String district) {
        return sql.sql(NOTARIES + "order by notary_no").query(Notaries::notary).list().stream()
                .filter(notary -> notary.mayActIn(district)).toList();
    }

    /** Keeps what is there already. @return false when the person, or the number, was appointed before */
    public boolean appoint(Notary notary) {
        return sql.sql("insert into notarization.notaries values (?, ?, ?, ?, ?) on conflict do nothing")
                .params(notary.party().value(), notary.number(), notary.licenceNo(), String.join(",", notary.districts()), notary.office()).update() == 1;
    }

    /** The spans in which an office is open, Monday first. */
    public List<OpeningHours> hours(int notaryNo) {
        return sql.sql("select weekday, opens, closes from notarization.opening_hours where notary_no = ? order by weekday, opens").param(notaryNo)
                .query((row, n) -> new OpeningHours(DayOfWeek.of(row.getInt(1)), row.getObject(2, LocalTime.class), row.getObject(3, LocalTime.class))).list();
    }

    /** From now on these hours count; slots that are taken already stay. */
    public void keepHours(int notaryNo, List<OpeningHours> hours) {
        sql.sql("delete from notarization.opening_hours where notary_no = ?").param(notaryNo).update();
        hours.forEach(span -> sql.sql("insert into notarization.opening_hours values (?, ?, ?, ?)")
                .params(notaryNo, span.day().getValue(), span.opens(), span.closes()).update());
    }

    private static Notary notary(ResultSet row, int n) throws SQLException {
        return new Notary(new PartyId(row.getObject(1, UUID.class)), row.getInt(2), row.getString(3), List.of(row.getString(4).split(",")), row.getString(5));
    }
}
