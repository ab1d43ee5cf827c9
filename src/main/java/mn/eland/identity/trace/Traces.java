package mn.eland.identity.trace;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mn.eland.identity.Parties.Trace;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Mask;
import mn.eland.kernel.PartyId;
import mn.eland.store.vault.PersonVault;
import mn.eland.store.vault.Vault;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps sign-ins, and gives what is known of a person as traces that can be compared but not read. */
@Component
public class Traces {

    private static final int YEARS_KEPT = 1;

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;
    private final Vault vault;
    private final PersonVault people;
    private final Networks networks;

    Traces(JdbcClient jdbc, ElandClock clock, ApplicationEventPublisher events, Vault vault, PersonVault people, Networks networks) {
        this.networks = networks;
        this.jdbc = jdbc;
        this.clock = clock;
        this.events = events;
        this.vault = vault;
        this.people = people;
    }

    /** Sandbox accounts are played from one browser by design: where they come from says nothing about them. */
    public void signedIn(PartyId id, UUID device, String agentHash, String address) {
        var now = OffsetDateTime.now(clock);
        events.publishEvent(new IdentityEvent.SignedIn(id, device, now.toInstant()));
        boolean real = jdbc.sql("""
                insert into identity.devices (party_id, device_id, agent_hash, first_seen, last_seen)
                select * from (values (?, ?, ?, ?::timestamptz, ?::timestamptz)) as seen (party, device, agent, first, last)
                where not exists (select from identity.accounts a where a.party_id = seen.party and a.demo)
                on conflict (party_id, device_id) do update set agent_hash = excluded.agent_hash, last_seen = excluded.last_seen""")
                .params(id.value(), device, agentHash, now, now).update() == 1;
        if (real && address != null) {
            jdbc.sql("insert into identity.sign_ins (party_id, device_id, address, at, country) values (?, ?, ?::inet, ?, ?)")
                    .params(id.value(), device, address, now, networks.country(address).orElse(null)).update();
            jdbc.sql("delete from identity.sign_ins where party_id = ? and at < ?")
                    .params(id.value(), now.minusYears(YEARS_KEPT)).update();
        }
    }

    public List<Trace> of(PartyId id) {
        var traces = new ArrayList<Trace>();
        jdbc.sql("select phone, email, address, iban from identity.parties where id = ?").param(id.value()).query((row, n) -> {
            add(traces, Kind.PHONE, opened(id, "phone", row));
            add(traces, Kind.EMAIL, opened(id, "email", row));
            add(traces, Kind.ADDRESS, opened(id, "address", row));
            return add(traces, Kind.IBAN, row.getString("iban"));
        }).list();
        traces.addAll(jdbc.sql("select * from identity.devices where party_id = ? order by last_seen desc").param(id.value())
                .query((row, n) -> new Trace(Kind.DEVICE, key(Kind.DEVICE, row.getString("device_id")), row.getString("device_id").substring(0, 8),
                        row.getTimestamp("first_seen").toInstant(), row.getTimestamp("last_seen").toInstant())).list());
        traces.addAll(jdbc.sql("select host(address) as address, at from identity.sign_ins where party_id = ? order by at desc")
                .param(id.value()).query((row, n) -> new Trace(Kind.NETWORK, key(Kind.NETWORK, row.getString("address")),
                        shown(Kind.NETWORK, row.getString("address")), row.getTimestamp("at").toInstant(),
                        row.getTimestamp("at").toInstant())).list());
        return traces;
    }

    private String opened(PartyId id, String column, ResultSet row) throws SQLException {
        return people.open(id, row.getString(column), "identity.parties." + column);
    }

    /** An empty field is no trace. */
    private boolean add(List<Trace> traces, Kind kind, String value) {
        return value != null && !value.isBlank() && traces.add(new Trace(kind, key(kind, value), shown(kind, value), null, null));
    }

    /** Enough to recognise it when one has it in hand, too little to use it. */
    static String shown(Kind kind, String value) {
        return switch (kind) {
            case PHONE, IBAN -> Mask.phone(value);
            case EMAIL -> Mask.email(value);
            case NETWORK -> value.replaceFirst("[.:][0-9a-fA-F]+$", ".•");
            case ADDRESS, DEVICE -> value;
        };
    }

    /** Keyed, so that nobody finds a number out by trying all of them. */
    private String key(Kind kind, String value) {
        return vault.index(Vault.Kind.valueOf(kind == Kind.IBAN ? "ACCOUNT" : kind.name()), value.replaceAll("\\s+", " "));
    }
}
