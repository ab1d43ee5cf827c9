package mn.eland.auction.lot;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.auction.LotId;
import mn.eland.auction.lot.Lot.State;
import mn.eland.auction.rule.AuctionRules.Kind;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps lots, and tells the inbox in a line what an auction is about. */
@Repository
class LotStore implements CaseFacts {

    private final JdbcClient jdbc;

    LotStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false when the listing is in an auction already */
    boolean insert(Lot lot) {
        return jdbc.sql("""
                insert into auction.cases (number, lot_id, listing, property_id, seller, agent, subject, kind, round, start_tugrug, reserve_tugrug,
                    most_tugrug, deposit_tugrug, pay_within, opens_at, closes_at, state, offered_at)
                values (:number, :lot, :listing, :property, :seller, :agent, :subject, :kind, :round, :start, :reserve, :most, :deposit, :payWithin,
                    :opensAt, :closesAt, :state, :offeredAt) on conflict (listing) where ended_at is null do nothing""")
                .param("number", lot.number().number()).param("lot", lot.id().value()).param("listing", lot.listing().number())
                .param("property", lot.property().value()).param("seller", lot.seller().value())
                .param("agent", lot.agent() == null ? null : lot.agent().value()).param("subject", lot.subject()).param("kind", lot.kind().name())
                .param("round", lot.round()).param("start", lot.start().tugrug()).param("reserve", lot.reserve().map(Money::tugrug).orElse(null))
                .param("most", lot.most().tugrug()).param("deposit", lot.deposit().tugrug()).param("payWithin", lot.payWithin())
                .param("opensAt", column(lot.opensAt())).param("closesAt", column(lot.closesAt())).param("state", lot.state().name())
                .param("offeredAt", column(lot.offeredAt())).update() == 1;
    }

    Optional<Lot> find(CaseRef number) {
        return jdbc.sql("select * from auction.cases where number = ?").param(number.number()).query(LotStore::lot).optional();
    }

    Optional<Lot> ofSale(CaseRef sale) {
        return jdbc.sql("select * from auction.cases where sale = ?").param(sale.number()).query(LotStore::lot).optional();
    }

    /** Reads a lot that exists, and holds it until the transaction ends: the case first, as whoever tells the process something. */
    Lot lock(CaseRef number) {
        return jdbc.sql("select lot.* from (select " + CaseKey.HOLD + ") as held, auction.cases as lot where lot.number = :case for update of lot")
                .param("case", number.number()).query(LotStore::lot).single();
    }

    /** Lots that anybody may see: those to come and running by their close, then what is over, latest first. */
    List<Lot> catalogue(int limit) {
        return jdbc.sql("""
                select * from auction.cases where state not in ('OFFERED', 'REFUSED')
                order by state <> 'PUBLISHED', case when state = 'PUBLISHED' then closes_at end, closes_at desc, number limit ?""")
                .param(limit).query(LotStore::lot).list();
    }

    void move(CaseRef number, State state, String reason, Instant at) {
        jdbc.sql("""
                update auction.cases set state = :state, reason = coalesce(:reason, reason),
                    decided_at = case when :decided then coalesce(decided_at, :at) else decided_at end,
                    ended_at = case when :over then :at end where number = :number""")
                .param("state", state.name()).param("reason", reason).param("decided", state.isDecided()).param("over", state.isOver())
                .param("at", column(at)).param("number", number.number()).update();
    }

    void outcome(CaseRef number, Lot.Outcome outcome) {
        jdbc.sql("update auction.cases set winner = :winner, price_tugrug = :price, sale = :sale, passed = cast(:passed as int[]) where number = :number")
                .param("winner", outcome.winner()).param("price", outcome.price() == null ? null : outcome.price().tugrug())
                .param("sale", outcome.sale() == null ? null : outcome.sale().number())
                .param("passed", "{" + String.join(",", outcome.passed().stream().map(String::valueOf).toList()) + "}")
                .param("number", number.number()).update();
    }

    void ban(PartyId party, CaseRef auction, String cause, Instant until) {
        jdbc.sql("insert into auction.bans (party_id, auction, cause, until) values (?, ?, ?, ?) on conflict do nothing")
                .params(party.value(), auction.number(), cause, column(until)).update();
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        if (caseRef.number().charAt(0) != 'A') {
            return Optional.empty();
        }
        return jdbc.sql("""
                select c.subject, c.start_tugrug from auction.cases c left join auction.admissions a on a.auction = c.number
                where c.number = :number or a.number = :number limit 1""").param("number", caseRef.number())
                .query((row, n) -> new Facts(row.getString(1) + " · " + Money.of(row.getLong(2)), "")).optional();
    }

    private static Lot lot(ResultSet row, int number) throws SQLException {
        var agent = row.getObject("agent", UUID.class);
        return new Lot(CaseRef.of(row.getString("number")), new LotId(row.getObject("lot_id", UUID.class)), CaseRef.of(row.getString("listing")),
                new PropertyId(row.getObject("property_id", UUID.class)), new PartyId(row.getObject("seller", UUID.class)),
                agent == null ? null : new PartyId(agent), row.getString("subject"), Kind.valueOf(row.getString("kind")), row.getInt("round"),
                Money.of(row.getLong("start_tugrug")), amount(row, "reserve_tugrug"), Money.of(row.getLong("most_tugrug")),
                Money.of(row.getLong("deposit_tugrug")), row.getString("pay_within"), at(row, "opens_at"), at(row, "closes_at"),
                State.valueOf(row.getString("state")), row.getString("reason"), outcome(row), at(row, "offered_at"));
    }

    private static Lot.Outcome outcome(ResultSet row) throws SQLException {
        var sale = row.getString("sale");
        return new Lot.Outcome(row.getObject("winner", Integer.class), amount(row, "price_tugrug").orElse(null), sale == null ? null : CaseRef.of(sale),
                List.of((Integer[]) passed(row.getArray("passed"))));
    }

    private static Object passed(Array array) throws SQLException {
        return array.getArray();
    }

    private static Optional<Money> amount(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Money::of);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime column(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
