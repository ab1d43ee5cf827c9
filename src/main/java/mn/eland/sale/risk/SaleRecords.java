package mn.eland.sale.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.risk.finding.Findings;
import mn.eland.sale.risk.finding.Findings.Other;
import mn.eland.sale.risk.finding.Findings.Said;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the files of sales say beside the facts of a deal: who wrote what, when it went on, who met before. */
@Component
class SaleRecords {

    private static final String OTHER = "select s.number, s.opened_at, s.seller, s.buyer, s.agent from sale.sales s ";
    private final JdbcClient jdbc;

    SaleRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Said> messages(CaseRef sale) {
        return jdbc.sql("select from_name, text, at from sale.messages where sale = ? order by id").param(sale.number())
                .query((row, n) -> new Said(row.getString("from_name"), row.getString("text"), row.getTimestamp("at").toInstant())).list();
    }

    /** The first time that this stood in the timeline of the sale; null when it has not happened. */
    Instant first(CaseRef sale, String what) {
        return jdbc.sql("select at from sale.timeline where sale = ? and what = ? order by id limit 1").params(sale.number(), what)
                .query((row, n) -> row.getTimestamp("at").toInstant()).optional().orElse(null);
    }

    List<Other> actsOf(String holder, Instant since) {
        return jdbc.sql(OTHER + "join sale.representatives r on r.sale = s.number where r.holder_key = ? and s.opened_at > ? order by s.number")
                .params(holder, Timestamp.from(since)).query(SaleRecords::other).list();
    }

    /** Other sales of the year that reached agreement, of the property or of one of the people. */
    List<Other> others(Deal deal, Instant since) {
        PropertyId property = deal.property().id();
        return jdbc.sql(OTHER + """
                        where s.number <> :sale and s.opened_at > :since and s.price_mnt is not null
                          and (s.property = :property or s.seller in (:people) or s.buyer in (:people)) order by s.number desc limit 12""")
                .param("sale", deal.sale().number()).param("since", Timestamp.from(since)).param("property", property.value())
                .param("people", List.of(deal.seller().value(), deal.buyer().value())).query(SaleRecords::other).list();
    }

    private static Other other(ResultSet row, int number) throws SQLException {
        return new Other(row.getString("number"), Findings.day(row.getTimestamp("opened_at").toInstant()), party(row, "seller"),
                party(row, "buyer"), party(row, "agent"));
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new PartyId(id);
    }
}
