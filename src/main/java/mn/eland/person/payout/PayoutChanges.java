package mn.eland.person.payout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.identity.PartyView;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Mask;
import mn.eland.kernel.PartyId;
import mn.eland.payment.payout.PayoutDesk;
import mn.eland.person.payout.PayoutChange.State;
import mn.eland.store.vault.PersonVault;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of changes, whose accounts stand sealed, and the line that the officers' inbox shows of one. */
@Repository
class PayoutChanges implements CaseFacts {

    private static final String NEW = "person.payout_changes.iban";
    private static final String OLD = "person.payout_changes.old_iban";

    private final JdbcClient jdbc;
    private final PersonVault people;
    private final Parties parties;
    private final ElandClock clock;

    PayoutChanges(JdbcClient jdbc, PersonVault people, Parties parties, ElandClock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.parties = parties;
        this.clock = clock;
    }

    /** @return false when another change of the owner is open */
    boolean open(CaseRef number, PartyId owner, String iban, String oldIban, PayoutDesk.Holder holder, Optional<Instant> cardChanged) {
        return jdbc.sql("""
                insert into person.payout_changes (number, owner, iban, old_iban, holder, name_matches, card_changed_at, asked_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (owner) where state = 'ASKED' do nothing""")
                .params(number.number(), owner.value(), people.seal(owner, iban, NEW), people.seal(owner, oldIban, OLD), holder.masked(), holder.matches(),
                        cardChanged.map(Timestamp::from).orElse(null), now())
                .update() == 1;
    }

    void weighed(CaseRef number, long points, List<String> signs, boolean stopped, Instant from) {
        jdbc.sql("update person.payout_changes set points = ?, signs = ?, stopped = ?, holds_from = ? where number = ?")
                .params(points, String.join(" ", signs), stopped, Timestamp.from(from), number.number()).update();
    }

    void decided(CaseRef number, Actor by, String note) {
        jdbc.sql("update person.payout_changes set decided_by = ?, decided_name = ?, note = ? where number = ?")
                .params(by.party().value(), by.name(), note, number.number()).update();
    }

    /** @return false when it was closed before */
    boolean close(CaseRef number, State state) {
        return jdbc.sql("update person.payout_changes set state = ?, closed_at = ? where number = ? and state = 'ASKED'")
                .params(state.name(), now(), number.number()).update() == 1;
    }

    Optional<PayoutChange> find(CaseRef number) {
        return jdbc.sql("select * from person.payout_changes where number = ?").param(number.number()).query(this::change).optional();
    }

    List<PayoutChange> of(PartyId owner) {
        return jdbc.sql("select * from person.payout_changes where owner = ? order by asked_at desc limit 20").param(owner.value()).query(this::change).list();
    }

    Optional<Instant> lastAdopted(PartyId owner) {
        return jdbc.sql("select max(closed_at) from person.payout_changes where owner = ? and state = 'ADOPTED'").param(owner.value())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    /** When the card of the owner's telephone was changed, as far as the operator told when the account was named. */
    Optional<Instant> cardChanged(CaseRef number) {
        return jdbc.sql("select card_changed_at from person.payout_changes where number = ?").param(number.number())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant)).single();
    }

    /** The whole number of the new account, for whoever pays. */
    String iban(CaseRef number, PartyId owner) {
        return people.open(owner, jdbc.sql("select iban from person.payout_changes where number = ?").param(number.number()).query(String.class).single(), NEW);
    }

    @Override
    public Optional<Facts> facts(CaseRef caseRef) {
        return !caseRef.number().startsWith("P-") ? Optional.empty() : find(caseRef)
                .map(change -> new Facts(change.account(), parties.find(change.owner()).map(PartyView::shortName).orElse("")));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private PayoutChange change(ResultSet row, int number) throws SQLException {
        var owner = new PartyId(row.getObject("owner", UUID.class));
        var signs = row.getString("signs");
        var from = row.getTimestamp("holds_from");
        return new PayoutChange(CaseRef.of(row.getString("number")), owner, Mask.account(people.open(owner, row.getString("iban"), NEW)),
                Mask.account(people.open(owner, row.getString("old_iban"), OLD)), row.getString("holder"), row.getBoolean("name_matches"),
                row.getLong("points"), signs.isEmpty() ? List.of() : List.of(signs.split(" ")), row.getBoolean("stopped"),
                State.valueOf(row.getString("state")), row.getTimestamp("asked_at").toInstant(), from == null ? null : from.toInstant(), row.getString("note"));
    }
}
