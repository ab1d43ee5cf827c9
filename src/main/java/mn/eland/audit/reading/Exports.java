package mn.eland.audit.reading;

import java.io.OutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import mn.eland.audit.sealing.Checkpoint;
import mn.eland.audit.sealing.SealKey;
import mn.eland.audit.sealing.Tree;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files for those who check the trail elsewhere. */
@Component
class Exports {

    private static final int AT_ONCE = 100;

    private final Tree tree;
    private final Records records;
    private final SealKey key;
    private final JdbcClient jdbc;

    Exports(Tree tree, Records records, SealKey key, JdbcClient jdbc) {
        this.tree = tree;
        this.records = records;
        this.key = key;
        this.jdbc = jdbc;
    }

    /** All records that {@code last} closes and {@code first} does not, with every checkpoint from the one to the other. */
    void range(Checkpoint first, Checkpoint last, OutputStream out) {
        var file = new AuditFile(out);
        long from = first == null ? 0 : first.size();
        file.exportHeader(from, tree.frontier(from).hashes(), keys(jdbc.sql("select distinct key from audit.checkpoints where number between ? and ?")
                .params(first == null ? 1 : first.number(), last.number()).query(String.class).list()));
        if (first != null) {
            file.checkpoint(first);
        }
        for (long number = first == null ? 1 : first.number() + 1; number <= last.number(); number += AT_ONCE) {
            for (var checkpoint : tree.between(number, Math.min(last.number(), number + AT_ONCE - 1))) {
                records.each(from, checkpoint.size(), file::record);
                file.checkpoint(checkpoint);
                from = checkpoint.size();
            }
        }
        file.end(key);
    }

    void inclusion(long position, Checkpoint checkpoint, OutputStream out) {
        var file = new AuditFile(out);
        file.proofHeader("inclusion", tree.inclusion(position, checkpoint.size()), keys(List.of(checkpoint.key())));
        records.each(position, position + 1, file::record);
        file.checkpoint(checkpoint);
        file.end(key);
    }

    void consistency(Checkpoint older, Checkpoint newer, OutputStream out) {
        var file = new AuditFile(out);
        file.proofHeader("consistency", tree.consistency(older.size(), newer.size()), keys(List.of(older.key(), newer.key())));
        file.checkpoint(older);
        file.checkpoint(newer);
        file.end(key);
    }

    /** Public keys by their fingerprints, that of the end among them. */
    private Map<String, byte[]> keys(Collection<String> used) {
        var names = new TreeSet<>(used);
        names.add(key.fingerprint());
        var keys = new HashMap<String, byte[]>();
        names.forEach(name -> keys.put(name, jdbc.sql("select public_key from audit.signing_keys where key = ?").param(name)
                .query((row, n) -> row.getBytes(1)).single()));
        return keys;
    }
}
