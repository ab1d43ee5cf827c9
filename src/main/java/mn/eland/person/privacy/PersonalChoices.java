package mn.eland.person.privacy;

import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.store.person.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a person decided about data and accounts. */
@Component
class PersonalChoices implements PersonalData {

    private final JdbcClient jdbc;
    private final ElandClock clock;

    PersonalChoices(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "choices";
    }

    @Override
    public Map<String, Object> about(PartyId person) {
        return Map.of("helpersWhoLooked",
                rows("select by_name, reason, opened_at, until, closed_at, looks from person.support_visits where person = ? order by opened_at",
                person),
                "consents", rows("select purpose, words, given_at, withdrawn_at from person.consents where person = ? order by id", person),
                "changesOfAccount", rows("select number, state, holder, asked_at, holds_from, closed_at from person.payout_changes where owner = ? order by asked_at", person),
                "archives", rows("select asked_at, ready_at from person.exports where person = ? order by asked_at", person));
    }

    @Override
    public List<Duty> duties(PartyId person) {
        return jdbc.sql("select number from person.payout_changes where owner = ? and state = 'ASKED'").param(person.value()).query(String.class).list()
                .stream().map(number -> new Duty("CHANGE_UNDER_WAY", number, null)).toList();
    }

    /** That somebody once agreed to something stays provable; it holds no more. */
    @Override
    public void erase(PartyId person, boolean whole) {
        jdbc.sql("delete from person.exports where person = ?").param(person.value()).update();
        jdbc.sql("update person.consents set withdrawn_at = greatest(given_at, ?) where person = ? and withdrawn_at is null")
                .params(Timestamp.from(clock.instant()), person.value()).update();
        jdbc.sql("delete from person.support_asks where person = ?").param(person.value()).update();
        if (whole) {
            jdbc.sql("delete from person.support_visits where person = ?").param(person.value()).update();
            jdbc.sql("update person.payout_changes set holder = null, note = null where owner = ?").param(person.value()).update();
        }
    }

    private List<Map<String, Object>> rows(String sql, PartyId person) {
        return PersonalData.plain(jdbc.sql(sql).param(person.value()).query().listOfRows());
    }
}
