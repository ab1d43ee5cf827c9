package mn.eland.audit.sealing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes what was committed and not yet sealed, gives it its place and closes it with a checkpoint. The order is the one in which
 * it is found here, so nothing is missed when transactions commit in another order than they wrote. One node at a time.
 */
@Component
public class Sealer {

    private static final int MOST_AT_ONCE = 2000;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Tree tree;
    private final SealKey key;
    private final ObjectMapper json;

    Sealer(JdbcClient jdbc, TransactionTemplate transaction, Tree tree, SealKey key, ObjectMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.tree = tree;
        this.key = key;
        this.json = json;
    }

    /** Until nothing is left. */
    @Scheduled(fixedDelayString = "${eland.audit.seal-every:PT0.2S}", initialDelayString = "${eland.audit.seal-every:PT0.2S}")
    public void seal() {
        while (isWaiting() && transaction.execute(status -> sealSome()) == MOST_AT_ONCE) {
            continue;
        }
    }

    private boolean isWaiting() {
        return jdbc.sql("select exists (select from audit.inbox)").query(Boolean.class).single();
    }

    /** How many; none when another node is at it. */
    private int sealSome() {
        if (!jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('audit sealer', 0))").query(Boolean.class).single()) {
            return 0;
        }
        var waiting = jdbc.sql("select ctid::text as place, line from audit.inbox limit ?").param(MOST_AT_ONCE)
                .query((row, n) -> leaf(row.getString("place"), row.getString("line"))).list();
        if (!waiting.isEmpty()) {
            close(waiting.stream().sorted(Comparator.comparing(Leaf::at)).toList());
        }
        return waiting.size();
    }

    private void close(List<Leaf> leaves) {
        var before = tree.last();
        long first = before.map(Checkpoint::size).orElse(0L);
        var now = now(before.map(Checkpoint::at).orElse(Instant.EPOCH));
        var frontier = tree.frontier(first);
        var nodes = new ArrayList<Node>();
        leaves.forEach(leaf -> frontier.add(leaf.hash(), (level, index, hash) -> {
            if (level >= Tree.LOWEST_KEPT) {
                nodes.add(new Node(level, index, hash));
            }
        }));
        keep(leaves, first, now);
        mention(leaves, first);
        keep(nodes);
        keep(Checkpoint.signed(before.map(Checkpoint::number).orElse(0L) + 1, frontier.size(), frontier.root(), now, key));
        int gone = jdbc.sql("delete from audit.inbox where ctid = any(?::tid[])").param(leaves.stream().map(Leaf::place).toArray(String[]::new)).update();
        if (gone != leaves.size()) {
            throw new IllegalStateException(leaves.size() - gone + " records left the inbox unsealed");
        }
    }

    /** The time of the database, which never goes back here. */
    private Instant now(Instant last) {
        return jdbc.sql("select greatest(clock_timestamp(), ?)").param(last.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getObject(1, OffsetDateTime.class).toInstant()).single();
    }

    private void keep(List<Leaf> leaves, long first, Instant now) {
        jdbc.sql("""
                insert into audit.records (position, sealed_at, id, hash, line, at, case_ref)
                select ? + n - 1, ?, id, hash, line, at::timestamptz, nullif(case_ref, '')
                from unnest(?::uuid[], ?::bytea[], ?::text[], ?::text[], ?::text[]) with ordinality as leaf (id, hash, line, at, case_ref, n)""")
                .params(first, now.atOffset(ZoneOffset.UTC), leaves.stream().map(Leaf::id).toArray(String[]::new),
                        leaves.stream().map(Leaf::hash).toArray(byte[][]::new), leaves.stream().map(Leaf::line).toArray(String[]::new),
                        leaves.stream().map(Leaf::at).toArray(String[]::new), leaves.stream().map(Leaf::caseRef).toArray(String[]::new)).update();
    }

    private void mention(List<Leaf> leaves, long first) {
        var parties = new ArrayList<String>();
        var positions = new ArrayList<Long>();
        for (int n = 0; n < leaves.size(); n++) {
            for (var party : leaves.get(n).people()) {
                parties.add(party);
                positions.add(first + n);
            }
        }
        jdbc.sql("insert into audit.mentions (party, position) select * from unnest(?::uuid[], ?::bigint[])")
                .params(parties.toArray(String[]::new), positions.toArray(Long[]::new)).update();
    }

    private void keep(List<Node> nodes) {
        jdbc.sql("insert into audit.nodes (level, index, hash) select * from unnest(?::int[], ?::bigint[], ?::bytea[])")
                .params(nodes.stream().map(Node::level).toArray(Integer[]::new), nodes.stream().map(Node::index).toArray(Long[]::new),
                        nodes.stream().map(Node::hash).toArray(byte[][]::new)).update();
    }

    private void keep(Checkpoint checkpoint) {
        jdbc.sql("insert into audit.checkpoints (number, size, root, at, key, signature) values (?, ?, ?, ?, ?, ?)")
                .params(checkpoint.number(), checkpoint.size(), checkpoint.root(), checkpoint.at().atOffset(ZoneOffset.UTC), checkpoint.key(),
                        checkpoint.signature()).update();
    }

    private Leaf leaf(String place, String line) {
        try {
            var record = json.readTree(line);
            var people = new TreeSet<String>();
            record.path("about").forEach(party -> people.add(party.asText()));
            people.add(record.path("person").asText());
            people.add(record.path("principal").asText());
            people.remove("");
            return new Leaf(place, line, Hashes.leaf(line), text(record, "id"), text(record, "at"), text(record, "case"), people);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no record: " + line, e);
        }
    }

    private static String text(JsonNode record, String name) {
        return record.path(name).asText();
    }

    private record Leaf(String place, String line, byte[] hash, String id, String at, String caseRef, TreeSet<String> people) {
    }

    private record Node(int level, long index, byte[] hash) {
    }
}
