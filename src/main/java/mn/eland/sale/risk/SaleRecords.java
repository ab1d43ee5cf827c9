package mn.eland.sale.risk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Everything the people of the sale have written to each other, in order: messages, conditions and notes of offers, why somebody left. */
    List<Said> messages(CaseRef sale) {
        return jdbc.sql("""
                        select from_name, text, at from sale.messages where sale = :sale
                        union all
                        select case when (r.by_party = s.seller) = (r.state = 'REFUSED') then s.buyer_name else s.seller_name end, r.reason, r.at
                        from sale.offer_rounds r join sale.sales s on s.number = r.sale where r.sale = :sale and r.reason is not null
                        union all
                        select coalesce(by_name, '–'), arguments ->> 'reason', at from sale.timeline
                        where sale = :sale and what = 'withdrawn' and arguments ->> 'reason' is not null
                        order by at""").param("sale", sale.number())
                .query((row, n) -> new Said(row.getString("from_name"), row.getString("text"), row.getTimestamp("at").toInstant())).list();
    }

    /** The first time that this stood in the timeline of the sale; null when it has not happened. */
    Instant first(CaseRef sale, String what) {
        return jdbc.sql("select at from sale.timeline where sale = ? and what = ? order by id limit 1").params(sale.number(), what)
                .query((row, n) -> row.getTimestamp("at").toInstant()).optional().orElse(null);
    }

    CaseRef listing(CaseRef sale) {
        return CaseRef.of(jdbc.sql("select listing from sale.sales where number = ?").param(sale.number()).query(String.class).single());
    }

    /** Sales in which the holder acted for the buyer. */
    List<Other> boughtThrough(String holder, Instant since) {
        return jdbc.sql(OTHER + "join sale.representatives r on r.sale = s.number where r.holder_key = ? and s.opened_at > ? order by s.number")
                .params(holder, Timestamp.from(since)).query(SaleRecords::other).list();
    }

    /** One for each listing: this sale, the last one that was agreed, or the mandate alone. */
    List<Other> soldThrough(Map<CaseRef, LocalDate> mandates, CaseRef sale) {
        if (mandates.isEmpty()) {
            return List.of();
        }
        var acts = new TreeMap<String, Other>();
        mandates.forEach((listing, day) -> acts.put(listing.number(), new Other(listing.number(), day, null, null, null)));
        jdbc.sql(OTHER.replace("select", "select distinct on (s.listing) s.listing,") + """
                        where s.listing in (:listings) and (s.number = :sale or s.price_mnt is not null)
                        order by s.listing, s.number = :sale desc, s.number desc""")
                .param("listings", acts.keySet()).param("sale", sale.number())
                .query(row -> {
                    acts.put(row.getString("listing"), other(row, row.getRow()));
                });
        return List.copyOf(acts.values());
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
