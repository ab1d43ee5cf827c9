package mn.eland.sale.dispute;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.sale.dispute.Dispute.Award;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps disputes and what was said in them. Everything that is changed is changed on the one that lives. */
@Repository
class DisputeStore {

    private static final String LIVE = " where sale = ? and ended_at is null";

    private final JdbcClient jdbc;

    DisputeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void open(Dispute dispute) {
        jdbc.sql("""
                insert into sale.disputes (sale, number, claimant, claimant_name, respondent, respondent_name, by_buyer, sum_mnt, about, opened_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(dispute.sale().number(), dispute.number(), dispute.claimant().value(), dispute.claimantName(),
                        dispute.respondent().value(), dispute.respondentName(), dispute.byBuyer(), dispute.sum().tugrug(),
                        dispute.about(), Timestamp.from(dispute.openedAt())).update();
    }

    /** The dispute that lives, held until the transaction ends. */
    Optional<Dispute> hold(CaseRef sale) {
        return jdbc.sql("select * from sale.disputes" + LIVE + " for update").param(sale.number()).query(DisputeStore::dispute).optional();
    }

    /** Latest first. */
    List<Dispute> of(CaseRef sale) {
        return jdbc.sql("select * from sale.disputes where sale = ? order by number desc").param(sale.number())
                .query(DisputeStore::dispute).list();
    }

    void replied(CaseRef sale, String reply, String words, Money offered) {
        jdbc.sql("update sale.disputes set reply = ?, reply_words = ?, offered_mnt = ?" + LIVE)
                .params(reply, words, offered == null ? null : offered.tugrug(), sale.number()).update();
    }

    void mediated(CaseRef sale, Actor mediator, String note) {
        jdbc.sql("update sale.disputes set mediated = ?, mediator = ?, mediator_name = ?" + LIVE)
                .params(note, mediator.party().value(), mediator.name(), sale.number()).update();
    }

    void awarded(CaseRef sale, Award award) {
        jdbc.sql("update sale.disputes set award_no = ?, award_grounds = ?, award_to_buyer_mnt = ?, award_by = ?, award_by_name = ?" + LIVE)
                .params(award.number(), award.grounds(), award.toBuyer().tugrug(), award.by().value(), award.byName(), sale.number()).update();
    }

    void decided(CaseRef sale, String outcome, Money toBuyer) {
        jdbc.sql("update sale.disputes set outcome = ?, to_buyer_mnt = ?" + LIVE)
                .params(outcome, toBuyer == null ? null : toBuyer.tugrug(), sale.number()).update();
    }

    void ended(CaseRef sale, Instant at) {
        jdbc.sql("update sale.disputes set ended_at = ?" + LIVE).params(Timestamp.from(at), sale.number()).update();
    }

    private static Dispute dispute(ResultSet row, int n) throws SQLException {
        var award = row.getString("award_no") == null ? null : new Award(row.getString("award_no"), row.getString("award_grounds"),
                money(row, "award_to_buyer_mnt"), party(row, "award_by"), row.getString("award_by_name"));
        var ended = row.getTimestamp("ended_at");
        return new Dispute(CaseRef.of(row.getString("sale")), row.getInt("number"), party(row, "claimant"), row.getString("claimant_name"),
                party(row, "respondent"), row.getString("respondent_name"), row.getBoolean("by_buyer"), money(row, "sum_mnt"),
                row.getString("about"), row.getTimestamp("opened_at").toInstant(), row.getString("reply"), row.getString("reply_words"),
                money(row, "offered_mnt"), row.getString("mediated"), award, money(row, "to_buyer_mnt"), row.getString("outcome"),
                ended == null ? null : ended.toInstant());
    }

    private static PartyId party(ResultSet row, String column) throws SQLException {
        return new PartyId(row.getObject(column, UUID.class));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Money.of(value);
    }
}
