package mn.eland.sale.rescission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps proposals to end sales. */
@Repository
class RescissionStore {

    private final JdbcClient jdbc;

    RescissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void propose(Rescission proposal) {
        jdbc.sql("""
                insert into sale.rescissions (sale, number, proposer, proposer_name, other, seller_pct, reason, document, proposed_at, lapses_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(proposal.sale().number(), proposal.number(), proposal.proposer().value(), proposal.proposerName(),
                        proposal.other().value(), proposal.sellerPct(), proposal.reason(), proposal.document(),
                        Timestamp.from(proposal.proposedAt()), Timestamp.from(proposal.until())).update();
    }

    /** Latest first. */
    List<Rescission> of(CaseRef sale) {
        return jdbc.sql("select * from sale.rescissions where sale = ? order by number desc").param(sale.number())
                .query(RescissionStore::rescission).list();
    }

    /** The open proposal, held until the transaction ends. */
    Optional<Rescission> hold(CaseRef sale) {
        return jdbc.sql("select * from sale.rescissions where sale = ? and answer is null for update").param(sale.number())
                .query(RescissionStore::rescission).optional();
    }

    void answered(CaseRef sale, String answer) {
        jdbc.sql("update sale.rescissions set answer = ? where sale = ? and answer is null").params(answer, sale.number()).update();
    }

    private static Rescission rescission(ResultSet row, int n) throws SQLException {
        return new Rescission(CaseRef.of(row.getString("sale")), row.getInt("number"), new PartyId(row.getObject("proposer", UUID.class)),
                row.getString("proposer_name"), new PartyId(row.getObject("other", UUID.class)), row.getInt("seller_pct"),
                row.getString("reason"), row.getObject("document", UUID.class), row.getTimestamp("proposed_at").toInstant(),
                row.getTimestamp("lapses_at").toInstant(), row.getString("answer"));
    }
}
