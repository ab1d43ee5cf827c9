package mn.eland.identity.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import mn.eland.identity.Parties.Trace;
import mn.eland.identity.Parties.Trace.Kind;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps sign-ins, and gives what is known of a person as traces that can be compared but not read. */
@Component
public class Traces {

    private static final int KEY_LENGTH = 16;
    private static final int YEARS_KEPT = 1;

    private final JdbcClient jdbc;
    private final ElandClock clock;

    Traces(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sandbox accounts are played from one browser by design: where they come from says nothing about them. */
    public void signedIn(PartyId id, UUID device, String agentHash, String address) {
        var now = OffsetDateTime.now(clock);
        boolean real = jdbc.sql("""
                insert into identity.devices (party_id, device_id, agent_hash, first_seen, last_seen)
                select * from (values (?, ?, ?, ?::timestamptz, ?::timestamptz)) as seen (party, device, agent, first, last)
                where not exists (select from identity.accounts a where a.party_id = seen.party and a.demo)
                on conflict (party_id, device_id) do update set agent_hash = excluded.agent_hash, last_seen = excluded.last_seen""")
                .params(id.value(), device, agentHash, now, now).update() == 1;
        if (real && address != null) {
            jdbc.sql("insert into identity.sign_ins (party_id, device_id, address, at) values (?, ?, ?::inet, ?)")
                    .params(id.value(), device, address, now).update();
            jdbc.sql("delete from identity.sign_ins where party_id = ? and at < ?")
                    .params(id.value(), now.minusYears(YEARS_KEPT)).update();
        }
    }

    public List<Trace> of(PartyId id) {
        var traces = new ArrayList<Trace>();
        jdbc.sql("select phone, email, address, iban from identity.parties where id = ?").param(id.value()).query((row, n) -> {
            add(traces, Kind.PHONE, row.getString("phone"));
            add(traces, Kind.EMAIL, row.getString("email"));
            add(traces, Kind.ADDRESS, row.getString("address"));
            return add(traces, Kind.IBAN, row.getString("iban"));
        }).list();
        traces.addAll(jdbc.sql("select * from identity.devices where party_id = ? order by last_seen desc").param(id.value())
                .query((row, n) -> new Trace(Kind.DEVICE, key(row.getString("device_id")), row.getString("device_id").substring(0, 8),
                        row.getTimestamp("first_seen").toInstant(), row.getTimestamp("last_seen").toInstant())).list());
        traces.addAll(jdbc.sql("select host(address) as address, at from identity.sign_ins where party_id = ? order by at desc")
                .param(id.value()).query((row, n) -> new Trace(Kind.NETWORK, key(row.getString("address")),
                        shown(Kind.NETWORK, row.getString("address")), row.getTimestamp("at").toInstant(),
                        row.getTimestamp("at").toInstant())).list());
        return traces;
    }

    /** An empty field is no trace. */
    private static boolean add(List<Trace> traces, Kind kind, String value) {
        return value != null && !value.isBlank() && traces.add(new Trace(kind, key(value), shown(kind, value), null, null));
    }

    /** Enough to recognise it when one has it in hand, too little to use it. */
    static String shown(Kind kind, String value) {
        int at = value.indexOf('@');
        return switch (kind) {
            case PHONE, IBAN -> "••••" + value.substring(Math.max(0, value.length() - 4));
            case EMAIL -> value.charAt(0) + "•••" + (at < 0 ? "" : value.substring(at));
            case NETWORK -> value.replaceFirst("[.:][0-9a-fA-F]+$", ".•");
            case ADDRESS, DEVICE -> value;
        };
    }

    private static String key(String value) {
        try {
            var same = value.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
            var digest = MessageDigest.getInstance("SHA-256").digest(same.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, KEY_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
