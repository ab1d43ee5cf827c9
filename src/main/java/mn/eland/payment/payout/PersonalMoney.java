package mn.eland.payment.payout;

import java.util.List;
import java.util.Map;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person paid and was paid. The ledger itself knows nobody but ids. */
@Component
class PersonalMoney implements PersonalData {

    private final JdbcClient jdbc;

    PersonalMoney(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String name() {
        return "payments";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        return Map.of("toPay", rows("select case_no, purpose, amount, received, state, reference, opened_at from payment.collections where payer = ? order by opened_at", person),
                "accounts", rows("select case_no, payee, name, iban from payment.beneficiaries where party = ?", person),
                "paid", rows("select case_no, kind, to_name, to_iban, amount, state from payment.transfers where party = ?", person));
    }

    /** Money of the person's own waits here for an account. */
    @Override
    public List<Duty> duties(PartyId person) {
        return jdbc.sql("select distinct case_no from payment.held_payouts where party = ? and state <> 'DONE'").param(person.value())
                .query((row, n) -> new Duty("MONEY_WAITING", row.getString("case_no"), null)).list();
    }

    @Override
    public void erase(PartyId person, boolean whole) {
        if (whole) {
            jdbc.sql("update payment.collections set vat_number = null where payer = ?").param(person.value()).update();
            jdbc.sql("delete from payment.beneficiaries where party = ?").param(person.value()).update();
        }
    }

    private List<Map<String, Object>> rows(String sql, PartyId person) {
        return PersonalData.plain(jdbc.sql(sql).param(person.value()).query().listOfRows());
    }
}
