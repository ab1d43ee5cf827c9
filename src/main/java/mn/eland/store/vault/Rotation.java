package mn.eland.store.vault;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * After a new key was put first on the ring: seals again, a handful of rows at a time, what stands under another key, while
 * everybody works on, and files that are not sealed yet. When nothing is left, the other keys are free and may leave the ring.
 */
@Component
class Rotation {

    private static final Logger LOG = LoggerFactory.getLogger(Rotation.class);
    private static final int HANDFUL = 200;

    private final Vault vault;
    private final KeyBook book;
    private final List<SealedColumn> columns;
    private final List<SealedFiles> files;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private boolean looked;

    record Left(String row, String sealed) {
    }

    Rotation(Vault vault, KeyBook book, List<SealedColumns> columns, List<SealedFiles> files, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.book = book;
        this.columns = columns.stream().flatMap(some -> some.sealedColumns().stream()).toList();
        this.files = files;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${eland.vault.rotate-every:PT10M}", initialDelayString = "PT1M")
    void rotate() {
        if (looked && !book.hasOthers()) {
            return;
        }
        looked = true;
        int again = files.stream().mapToInt(SealedFiles::sealAgain).sum();
        if (again > 0) {
            LOG.info("{} files were sealed again with the new key", again);
        }
        for (var column : columns) {
            int sealed = 0;
            for (Integer some = null; some == null || some > 0; sealed += some) {
                some = transaction.execute(status -> again(column));
            }
            if (sealed > 0) {
                LOG.info("{} rows of {}.{} were sealed again with the new key", sealed, column.table(), column.column());
            }
        }
        if (book.hasOthers() && !isAnyLeft()) {
            book.freeOthers();
            LOG.info("Nothing is sealed with an old key any more: all but the first may leave eland.vault.keys");
        }
    }

    private int again(SealedColumn column) {
        var left = jdbc.sql("select (%s)::text as row, %s as sealed from %s where %s limit %d for update skip locked"
                        .formatted(column.rowSql(), column.column(), column.table(), under(column.column()), HANDFUL))
                .param("head", vault.head() + "%").query((row, n) -> new Left(row.getString("row"), row.getString("sealed"))).list();
        for (var one : left) {
            var place = column.place(one.row());
            jdbc.sql("update %s set %s = ? where (%s)::text = ? and %s = ?".formatted(column.table(), column.column(), column.rowSql(), column.column()))
                    .params(vault.sealBytes(vault.openBytes(one.sealed(), place), place), one.row(), one.sealed()).update();
        }
        return left.size();
    }

    /** Events on their way are not sealed again: a key is free when they have arrived. */
    private boolean isAnyLeft() {
        return columns.stream().anyMatch(column -> isAny(column.table(), column.column())) || isAny("event_publication", "serialized_event");
    }

    private boolean isAny(String table, String column) {
        return jdbc.sql("select exists (select from %s where %s)".formatted(table, under(column))).param("head", vault.head() + "%")
                .query(Boolean.class).single();
    }

    private static String under(String column) {
        return column + " like 'e1.%' and " + column + " not like :head";
    }
}
