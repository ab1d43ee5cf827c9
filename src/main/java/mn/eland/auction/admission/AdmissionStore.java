package mn.eland.auction.admission;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.auction.admission.Admission.Shares;
import mn.eland.auction.admission.Admission.State;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps admissions and their deposits. */
@Repository
class AdmissionStore {

    private final JdbcClient jdbc;

    AdmissionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when this bidder has asked before */
    boolean insert(Admission admission, Instant at) {
        return jdbc.sql("""
                insert into auction.admissions (number, auction, party_id, deposit_tugrug, pay_by, state, asked_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (auction, party_id) do nothing""")
                .params(admission.number().number(), admission.auction().number(), admission.bidder().value(), admission.deposit().tugrug(),
                        column(admission.payBy()), admission.state().name(), column(at)).update() == 1;
    }

    Optional<Admission> find(CaseRef number) {
        return jdbc.sql("select * from auction.admissions where number = ?").param(number.number()).query(AdmissionStore::admission).optional();
    }

    Optional<Admission> of(CaseRef auction, PartyId bidder) {
        return jdbc.sql("select * from auction.admissions where auction = ? and party_id = ?").params(auction.number(), bidder.value())
                .query(AdmissionStore::admission).optional();
    }

    List<Admission> all(CaseRef auction) {
        return jdbc.sql("select * from auction.admissions where auction = ? order by asked_at, number").param(auction.number())
                .query(AdmissionStore::admission).list();
    }

    void move(CaseRef number, State state, String reason) {
        jdbc.sql("update auction.admissions set state = ?, reason = coalesce(?, reason) where number = ?").params(state.name(), reason, number.number()).update();
    }

    void reason(CaseRef number, String reason) {
        jdbc.sql("update auction.admissions set reason = ? where number = ?").params(reason, number.number()).update();
    }

    void weighed(CaseRef number, List<String> signals, int points) {
        jdbc.sql("update auction.admissions set signals = cast(:signals as text[]), points = :points where number = :number")
                .param("signals", "{" + String.join(",", signals) + "}").param("points", points).param("number", number.number()).update();
    }

    void paddle(CaseRef number, int paddle) {
        jdbc.sql("update auction.admissions set state = 'ADMITTED', paddle = ? where number = ?").params(paddle, number.number()).update();
    }

    /** @return false when the deposit was decided before */
    boolean decide(CaseRef number, Shares shares) {
        return jdbc.sql("update auction.admissions set share_decided = true, buyer_pct = :buyer, seller_pct = :seller where number = :number and not share_decided")
                .param("buyer", shares.buyerPct()).param("seller", shares.sellerPct()).param("number", number.number()).update() == 1;
    }

    /** Until when somebody may not bid; empty when he may. */
    Optional<Instant> bannedUntil(PartyId party, Instant now) {
        return jdbc.sql("select max(until) as until from auction.bans where party_id = ? and until > ?").params(party.value(), column(now))
                .query((row, n) -> Optional.ofNullable(row.getObject("until", OffsetDateTime.class)).map(OffsetDateTime::toInstant)).single();
    }

    private static Admission admission(ResultSet row, int number) throws SQLException {
        var shares = row.getBoolean("share_decided") ? new Shares(row.getObject("buyer_pct", Long.class), row.getObject("seller_pct", Long.class)) : null;
        return new Admission(CaseRef.of(row.getString("number")), CaseRef.of(row.getString("auction")), new PartyId(row.getObject("party_id", UUID.class)),
                Money.of(row.getLong("deposit_tugrug")), row.getObject("pay_by", OffsetDateTime.class).toInstant(), State.valueOf(row.getString("state")),
                row.getString("reason"), List.of((String[]) row.getArray("signals").getArray()), row.getInt("points"),
                row.getObject("paddle", Integer.class), shares);
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
