package mn.eland.audit.sealing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tree as it is kept: leaves with their records, whole subtrees of sixteen leaves and more, checkpoints. */
@Component
public class Tree {

    static final int LOWEST_KEPT = 4;

    private final JdbcClient jdbc;
    private final Proofs proofs = new Proofs(this::root);

    Tree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Checkpoint> last() {
        return jdbc.sql("select * from audit.checkpoints order by number desc limit 1").query(Tree::checkpoint).optional();
    }

    public Optional<Checkpoint> checkpoint(long number) {
        return jdbc.sql("select * from audit.checkpoints where number = ?").param(number).query(Tree::checkpoint).optional();
    }

    /** The last one before that time. */
    public Optional<Checkpoint> before(Instant time) {
        return jdbc.sql("select * from audit.checkpoints where at < ? order by at desc limit 1").param(time.atOffset(ZoneOffset.UTC))
                .query(Tree::checkpoint).optional();
    }

    /** The first whose tree holds the record. */
    public Optional<Checkpoint> holding(long position) {
        return jdbc.sql("select * from audit.checkpoints where size > ? order by size limit 1").param(position).query(Tree::checkpoint).optional();
    }

    /** Newest first. */
    public List<Checkpoint> newest(int limit) {
        return jdbc.sql("select * from audit.checkpoints order by number desc limit ?").param(limit).query(Tree::checkpoint).list();
    }

    public List<Checkpoint> between(long first, long last) {
        return jdbc.sql("select * from audit.checkpoints where number between ? and ? order by number").params(first, last).query(Tree::checkpoint).list();
    }

    public Frontier frontier(long size) {
        return proofs.frontier(size);
    }

    public List<byte[]> inclusion(long position, long size) {
        return proofs.inclusion(position, size);
    }

    public List<byte[]> consistency(long older, long size) {
        return proofs.consistency(older, size);
    }

    private byte[] root(int level, long index) {
        if (level >= LOWEST_KEPT) {
            return jdbc.sql("select hash from audit.nodes where level = ? and index = ?").params(level, index).query((row, n) -> row.getBytes(1)).single();
        }
        var hashes = new ArrayList<>(jdbc.sql("select hash from audit.records where position >= ? and position < ? order by position")
                .params(index << level, (index + 1) << level).query((row, n) -> row.getBytes(1)).list());
        if (hashes.size() != 1 << level) {
            throw new IllegalStateException("records are missing from position " + (index << level));
        }
        while (hashes.size() > 1) {
            var left = hashes.remove(0);
            hashes.add(Hashes.node(left, hashes.remove(0)));
        }
        return hashes.get(0);
    }

    private static Checkpoint checkpoint(ResultSet row, int number) throws SQLException {
        return new Checkpoint(row.getLong("number"), row.getLong("size"), row.getBytes("root"), row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("key"), row.getBytes("signature"));
    }
}
