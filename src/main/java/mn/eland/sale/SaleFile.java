package mn.eland.sale;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.property.PropertyRegister;
import mn.eland.sale.Sales.Message;
import mn.eland.sale.Sales.TimelineEntry;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Deals;
import mn.eland.store.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is written down beside a sale: messages, what happened, consents, the handover, the settlement. */
@Repository
class SaleFile implements Deals {

    record Handover(LocalDate on, String electricity, String coldWater, String hotWater, String heating, long keys,
                    String furniture, Money utilityDebt, String defects, boolean accepted) {

        /** By the names of the facts of a handover act. */
        Map<String, String> meters() {
            var meters = new HashMap<String, String>();
            meters.put("electricity", electricity);
            meters.put("coldWater", coldWater);
            meters.put("hotWater", hotWater);
            meters.put("heating", heating);
            return meters;
        }
    }

    record Settled(double taxRate, String taxCode, Money tax, Money broker, Money brokerVat, Money payoff, Money sellerNet, Money vatIncluded) {
    }

    private static final Reads MESSAGES = Reads.of("sale.messages");

    private final SaleStore store;
    private final PropertyRegister register;
    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final ElandClock clock;

    SaleFile(SaleStore store, PropertyRegister register, JdbcClient jdbc, ObjectMapper json, ElandClock clock) {
        this.store = store;
        this.register = register;
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Deal deal(CaseRef caseRef) {
        var sale = store.find(SaleId.of(caseRef)).orElseThrow();
        var listing = register.listing(sale.subject().listing()).orElseThrow();
        return new Deal(caseRef, register.property(sale.subject().property()), sale.people().seller(), sale.people().buyer(),
                sale.people().agent(), sale.price(), sale.subject().asked(), sale.terms().income(), sale.terms().cashPct(),
                listing.publishedAt() == null ? sale.state().openedAt() : listing.publishedAt(),
                messages(sale.id()).stream().map(Message::text).toList());
    }

    @Override
    public String hold(CaseRef sale) {
        return store.lock(SaleId.of(sale)).stage().name();
    }

    @Override
    public void note(CaseRef sale, String what, String byName, Map<String, Object> arguments, UUID document) {
        note(SaleId.of(sale), what, byName, arguments, document);
    }

    Message say(SaleId sale, Actor from, String text) {
        var at = clock.instant();
        jdbc.sql("insert into sale.messages (sale, from_party, from_name, text, at) values (?, ?, ?, ?, ?)")
                .params(sale.number(), from.party().value(), from.name(), text, Timestamp.from(at)).update();
        return new Message(from.party(), from.name(), text, at);
    }

    List<Message> messages(SaleId sale) {
        return MESSAGES.once(sale, () -> List.copyOf(jdbc.sql("select * from sale.messages where sale = ? order by id").param(sale.number())
                .query((row, n) -> new Message(SaleStore.party(row, "from_party"), row.getString("from_name"),
                        row.getString("text"), SaleStore.time(row, "at"))).list()));
    }

    void note(SaleId sale, String what, String byName, Map<String, Object> arguments, UUID document) {
        try {
            jdbc.sql("insert into sale.timeline (sale, at, what, by_name, arguments, document) values (?, ?, ?, ?, cast(? as jsonb), ?)")
                    .params(sale.number(), Timestamp.from(clock.instant()), what, byName, json.writeValueAsString(arguments), document)
                    .update();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    void note(SaleId sale, String what, Actor by) {
        note(sale, what, by.name(), Map.of(), null);
    }

    @SuppressWarnings("unchecked")
    List<TimelineEntry> timeline(SaleId sale) {
        return jdbc.sql("select * from sale.timeline where sale = ? order by id").param(sale.number()).query((row, n) -> {
            try {
                var document = row.getObject("document", UUID.class);
                return new TimelineEntry(SaleStore.time(row, "at"), row.getString("what"), row.getString("by_name"),
                        (Map<String, Object>) json.readValue(row.getString("arguments"), Map.class),
                        document == null ? null : "/documents/" + document);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }).list();
    }

    void handedOver(SaleId sale, Handover handover) {
        jdbc.sql("""
                insert into sale.handovers (sale, handed_over_on, electricity, cold_water, hot_water, heating, keys, furniture, utility_debt_mnt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (sale) do update set handed_over_on = excluded.handed_over_on, electricity = excluded.electricity,
                    cold_water = excluded.cold_water, hot_water = excluded.hot_water, heating = excluded.heating,
                    keys = excluded.keys, furniture = excluded.furniture, utility_debt_mnt = excluded.utility_debt_mnt""")
                .params(sale.number(), handover.on, handover.electricity, handover.coldWater, handover.hotWater,
                        handover.heating, handover.keys, handover.furniture,
                        handover.utilityDebt == null ? null : handover.utilityDebt.tugrug()).update();
    }

    void handoverAnswered(SaleId sale, boolean accepted, String defects) {
        jdbc.sql("update sale.handovers set accepted = ?, defects = ? where sale = ?")
                .params(accepted, defects, sale.number()).update();
    }

    Optional<Handover> handover(SaleId sale) {
        return jdbc.sql("select * from sale.handovers where sale = ?").param(sale.number())
                .query((row, n) -> new Handover(row.getObject("handed_over_on", LocalDate.class), row.getString("electricity"),
                        row.getString("cold_water"), row.getString("hot_water"), row.getString("heating"), row.getLong("keys"),
                        row.getString("furniture"), row.getObject("utility_debt_mnt") == null ? null : Money.of(row.getLong("utility_debt_mnt")), row.getString("defects"), row.getBoolean("accepted"))).optional();
    }

    void settled(SaleId sale, Settled settled) {
        jdbc.sql("""
                insert into sale.settlements (sale, tax_rate, tax_code, tax_mnt, broker_mnt, broker_vat_mnt, payoff_mnt, seller_net_mnt, vat_included_mnt)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (sale) do update set tax_rate = excluded.tax_rate, tax_code = excluded.tax_code,
                    tax_mnt = excluded.tax_mnt, broker_mnt = excluded.broker_mnt, broker_vat_mnt = excluded.broker_vat_mnt,
                    payoff_mnt = excluded.payoff_mnt, seller_net_mnt = excluded.seller_net_mnt,
                    vat_included_mnt = excluded.vat_included_mnt""")
                .params(sale.number(), settled.taxRate, settled.taxCode, settled.tax.tugrug(), settled.broker.tugrug(),
                        settled.brokerVat.tugrug(), settled.payoff.tugrug(), settled.sellerNet.tugrug(), settled.vatIncluded.tugrug()).update();
    }

    Optional<Settled> settlement(SaleId sale) {
        return jdbc.sql("select * from sale.settlements where sale = ?").param(sale.number())
                .query((row, n) -> new Settled(row.getDouble("tax_rate"), row.getString("tax_code"), SaleStore.money(row, "tax_mnt"),
                        SaleStore.money(row, "broker_mnt"), SaleStore.money(row, "broker_vat_mnt"),
                        SaleStore.money(row, "payoff_mnt"), SaleStore.money(row, "seller_net_mnt"),
                        SaleStore.money(row, "vat_included_mnt"))).optional();
    }
}
