package mn.eland.sale;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.PropertyId;
import mn.eland.sale.Sales.OfferRound;
import mn.eland.store.reading.Reads;
import mn.eland.workflow.CaseKey;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps sales with their rounds of offers, and tells the inbox in a line what a sale is about. */
@Repository
class SaleStore implements CaseFacts {

    private static final Reads SALES = Reads.of("sale.sales", "sale.offer_rounds");

    private final JdbcClient jdbc;

    SaleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In one statement, because nothing is read more often. */
    Optional<Sale> find(SaleId id) {
        return SALES.once(id, () -> jdbc.sql("""
                select s.*, r.number as round, r.by_party, r.price_mnt as round_mnt, r.state, r.at, r.valid_until, r.reason
                from sale.sales s left join sale.offer_rounds r on r.sale = s.number where s.number = ? order by r.number""")
                .param(id.number()).query(SaleStore::withRounds)).map(Supplier::get);
    }

    /** Each time another object of the same rows, because a sale changes when somebody acts. */
    private static Optional<Supplier<Sale>> withRounds(ResultSet rows) throws SQLException {
        if (!rows.next()) {
            return Optional.empty();
        }
        var sale = sale(rows);
        var rounds = new ArrayList<OfferRound>();
        do {
            if (rows.getInt("round") > 0) {
                rounds.add(round(rows, "round", "round_mnt"));
            }
        } while (rows.next());
        return Optional.of(() -> sale.apply(new ArrayList<>(rounds)));
    }

    /**
     * Reads a sale that exists, and holds it until the transaction ends, so that acts on one sale come one after another: first its
     * case, as whoever tells the process something does, and then its row. In the other order the two would wait for each other.
     */
    Sale lock(SaleId id) {
        return jdbc.sql("select sale.* from (select " + CaseKey.HOLD + ") as held, sale.sales as sale where sale.number = :case for update of sale")
                .param("case", id.number()).query(this::sale).single();
    }

    /** @return false when this buyer has a live offer on the listing already */
    boolean insert(Sale sale) {
        var subject = sale.subject();
        var people = sale.people();
        int rows = jdbc.sql("""
                insert into sale.sales (number, listing, property, seller, buyer, agent, seller_name, buyer_name, agent_name,
                    subject, district, registry_no, object_type, asked_mnt, deposit_pct, conditions, income_mnt, cash_pct,
                    urgent, double_deposit, stage, opened_at, stage_since)
                values (:number, :listing, :property, :seller, :buyer, :agent, :sellerName, :buyerName, :agentName,
                    :subject, :district, :registryNo, :objectType, :asked, :depositPct, :conditions, :income, :cashPct,
                    :urgent, :doubleDeposit, :stage, :openedAt, :openedAt)
                on conflict (listing, buyer) where ended_at is null do nothing""")
                .param("number", sale.id().number()).param("listing", subject.listing().number())
                .param("property", subject.property().value()).param("seller", people.seller().value())
                .param("buyer", people.buyer().value()).param("agent", uuid(people.agent()))
                .param("sellerName", people.sellerName()).param("buyerName", people.buyerName())
                .param("agentName", people.agentName()).param("subject", subject.text())
                .param("district", subject.district()).param("registryNo", subject.registryNo())
                .param("objectType", subject.objectType()).param("asked", subject.asked().tugrug())
                .param("depositPct", sale.terms().depositPct()).param("conditions", sale.terms().conditions())
                .param("income", mnt(sale.terms().income())).param("cashPct", sale.terms().cashPct()).param("urgent", sale.terms().urgent())
                .param("doubleDeposit", sale.terms().doubleDeposit())
                .param("stage", sale.stage().name()).param("openedAt", Timestamp.from(sale.state().openedAt())).update();
        if (rows == 1) {
            saveRounds(sale);
        }
        return rows == 1;
    }

    void save(Sale sale) {
        var state = sale.state();
        jdbc.sql("""
                update sale.sales set stage = :stage, price_mnt = :price, end_reason = :reason, withdrawn_by = :withdrawnBy,
                    deposit_code = :depositCode, stage_since = :since, ended_at = :endedAt where number = :number""")
                .param("stage", state.stage().name()).param("price", mnt(state.price()))
                .param("reason", state.endReason()).param("withdrawnBy", uuid(state.withdrawnBy()))
                .param("depositCode", state.depositCode()).param("since", Timestamp.from(state.stageSince()))
                .param("endedAt", state.endedAt() == null ? null : Timestamp.from(state.endedAt()))
                .param("number", sale.id().number()).update();
        saveRounds(sale);
    }

    private void saveRounds(Sale sale) {
        for (var round : sale.rounds()) {
            jdbc.sql("""
                    insert into sale.offer_rounds (sale, number, by_party, price_mnt, state, at, valid_until, reason)
                    values (?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (sale, number) do update set state = excluded.state, reason = excluded.reason""")
                    .params(sale.id().number(), round.number(), round.by().value(), round.price().tugrug(), round.state(),
                            Timestamp.from(round.at()), Timestamp.from(round.validUntil()), round.reason()).update();
        }
    }

    /** The buyer's live offer on a listing. */
    Optional<SaleId> liveOffer(CaseRef listing, PartyId buyer) {
        return jdbc.sql("select number from sale.sales where listing = ? and buyer = ? and ended_at is null")
                .params(listing.number(), buyer.value()).query(String.class).optional().map(SaleId::of);
    }

    /** The other sales of a listing that still negotiate. */
    List<Sale> negotiating(CaseRef listing, SaleId besides) {
        return jdbc.sql("select * from sale.sales where listing = ? and number <> ? and stage = 'OFFER' order by number")
                .params(listing.number(), besides == null ? "" : besides.number()).query(this::sale).list();
    }

    /** Sales one of the people has a part in, newest first; everyone's when {@code people} is null. Text is looked for everywhere. */
    List<Sale> deals(List<PartyId> people, String text, String cursor, int limit) {
        return jdbc.sql("""
                select * from sale.sales s
                where (:everyone or seller in (:people) or buyer in (:people) or agent in (:people)
                        or exists (select 1 from sale.consents c where c.sale = s.number and c.person in (:people)))
                  and (cast(:text as text) is null or concat_ws(' ', number, listing, subject, registry_no, seller_name,
                        buyer_name, agent_name) ilike '%' || :text || '%')
                  and (cast(:cursor as text) is null or number < :cursor)
                order by number desc limit :limit""")
                .param("everyone", people == null)
                .param("people", people == null ? List.of(Actor.PLATFORM.party().value()) : people.stream().map(PartyId::value).toList()).param("text", text == null || text.isBlank() ? null : text.strip())
                .param("cursor", cursor).param("limit", Math.max(1, Math.min(limit, 100))).query(this::sale).list();
    }

    /** True when this person was asked to consent. */
    boolean isConsenter(SaleId sale, PartyId person) {
        return jdbc.sql("select count(*) from sale.consents where sale = ? and person = ?")
                .params(sale.number(), person.value()).query(Integer.class).single() > 0;
    }

    boolean isDisputed(SaleId sale) {
        return jdbc.sql("select exists (select from sale.disputes where sale = ?)").param(sale.number()).query(Boolean.class).single();
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        if (caseRef.number().charAt(0) != 'S') {
            return Optional.empty();
        }
        return find(SaleId.of(caseRef)).map(sale -> new Facts(sale.subject().text() + " · " + sale.price(),
                sale.people().sellerName() + " → " + sale.people().buyerName()));
    }

    private Sale sale(ResultSet row, int number) throws SQLException {
        return sale(row).apply(rounds(SaleId.of(row.getString("number"))));
    }

    /** All but the rounds. */
    private static Function<List<OfferRound>, Sale> sale(ResultSet row) throws SQLException {
        var subject = new Sale.Subject(CaseRef.of(row.getString("listing")), new PropertyId(row.getObject("property", UUID.class)),
                row.getString("subject"), row.getString("district"), row.getString("registry_no"),
                row.getString("object_type"), Money.of(row.getLong("asked_mnt")));
        var people = new Sale.People(party(row, "seller"), row.getString("seller_name"), party(row, "buyer"),
                row.getString("buyer_name"), party(row, "agent"), row.getString("agent_name"));
        var terms = new Sale.Terms(row.getInt("deposit_pct"), row.getString("conditions"), money(row, "income_mnt"), row.getInt("cash_pct"),
                row.getBoolean("urgent"), row.getBoolean("double_deposit"));
        var state = new Sale.State(Sale.Stage.valueOf(row.getString("stage")), money(row, "price_mnt"),
                row.getString("end_reason"), party(row, "withdrawn_by"), row.getString("deposit_code"),
                time(row, "opened_at"), time(row, "stage_since"), time(row, "ended_at"));
        var id = SaleId.of(row.getString("number"));
        return rounds -> new Sale(id, subject, people, terms, state, rounds);
    }

    private List<OfferRound> rounds(SaleId id) {
        return jdbc.sql("select * from sale.offer_rounds where sale = ? order by number").param(id.number())
                .query((row, n) -> round(row, "number", "price_mnt")).list();
    }

    private static OfferRound round(ResultSet row, String number, String price) throws SQLException {
        return new OfferRound(row.getInt(number), party(row, "by_party"), money(row, price), row.getString("state"),
                time(row, "at"), time(row, "valid_until"), row.getString("reason"));
    }

    static PartyId party(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, UUID.class);
        return value == null ? null : new PartyId(value);
    }

    static Money money(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : Money.of(value);
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    static UUID uuid(PartyId party) {
        return party == null ? null : party.value();
    }

    static Long mnt(Money money) {
        return money == null ? null : money.tugrug();
    }
}
