package mn.eland.sale.deal;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sales a person took part in, what the person offered and wrote. */
@Component
class PersonalDeals implements PersonalData {

    private static final String NOBODY = "–";
    private static final String OF = " where :person in (seller, buyer) ";

    private final JdbcClient jdbc;
    private final Workflow workflow;

    PersonalDeals(JdbcClient jdbc, Workflow workflow) {
        this.jdbc = jdbc;
        this.workflow = workflow;
    }

    @Override
    public String name() {
        return "sales";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        var all = new LinkedHashMap<String, Object>();
        all.put("sales", rows("""
                select number, case when seller = :person then 'seller' else 'buyer' end as role, subject, asked_mnt, price_mnt, stage, end_reason,
                    opened_at, ended_at from sale.sales""" + OF + "order by opened_at", person));
        all.put("offers", rows("select sale, number, price_mnt, state, at, reason from sale.offer_rounds where by_party = :person order by at", person));
        all.put("messages", rows("select sale, text, at from sale.messages where from_party = :person order by at", person));
        return all;
    }

    /** An open deal is carried through first; of an agreed one the records are kept for years after its end (AML 8). */
    @Override
    public List<Duty> duties(PartyId person) {
        int years = Integer.parseInt(workflow.parameter("aml.record.years"));
        return jdbc.sql("select number, (ended_at at time zone 'Asia/Ulaanbaatar')::date as ended from sale.sales s" + OF + """
                and (ended_at is null or exists (select from sale.offer_rounds o where o.sale = s.number and o.state = 'ACCEPTED'))""")
                .param("person", person.value()).query((row, n) -> {
                    var ended = row.getObject("ended", LocalDate.class);
                    return ended == null ? new Duty("OPEN_DEAL", row.getString("number"), null)
                            : new Duty("AML_RECORDS", row.getString("number"), ended.plusYears(years));
                }).list();
    }

    @Override
    public void erase(PartyId person, boolean whole) {
        if (whole) {
            jdbc.sql("update sale.messages set text = ?, from_name = ? where from_party = ?").params(NOBODY, NOBODY, person.value()).update();
            jdbc.sql("update sale.sales set seller_name = ? where seller = ?").params(NOBODY, person.value()).update();
            jdbc.sql("update sale.sales set buyer_name = ?, income_mnt = null where buyer = ?").params(NOBODY, person.value()).update();
        }
    }

    private List<Map<String, Object>> rows(String sql, PartyId person) {
        return PersonalData.plain(jdbc.sql(sql).param("person", person.value()).query().listOfRows());
    }
}
