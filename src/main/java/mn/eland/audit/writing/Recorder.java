package mn.eland.audit.writing;

import java.util.ArrayList;
import java.util.List;
import mn.eland.audit.catching.Acts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts lines into the transaction of what they tell, all at once right before it commits. A transaction that wrote something in
 * the course of somebody's act carries a record of the act, whoever wrote it and whether its author thought of it or not.
 */
@Component
public class Recorder implements TransactionExecutionListener {

    private final JdbcClient jdbc;
    private final Acts acts;

    Recorder(JdbcClient jdbc, Acts acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /** With the current transaction, or at once when there is none. */
    public void add(String line) {
        if (Pending.isPossible()) {
            Pending.add(line);
        } else {
            insert(List.of(line));
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isReadOnly() || PersonKeys.TRANSACTION.equals(transaction.getTransactionName())
                || !TransactionSynchronizationManager.isActualTransactionActive()) {
            return;
        }
        var lines = new ArrayList<>(Pending.take());
        var act = acts.ofSomebody();
        if (lines.isEmpty()) {
            act.filter(one -> insertIfWritten(one.written())).ifPresent(Acts.Act::stands);
            return;
        }
        act.ifPresent(one -> {
            lines.add(one.written());
            one.stands();
        });
        insert(lines);
    }

    private void insert(List<String> lines) {
        if (lines.size() == 1) {
            jdbc.sql("insert into audit.inbox (line) values (?)").param(lines.get(0)).update();
            return;
        }
        jdbc.sql("insert into audit.inbox (line) select unnest(?::text[])").param(lines.toArray(String[]::new)).update();
    }

    /** Only if this transaction has written something. */
    private boolean insertIfWritten(String line) {
        return jdbc.sql("insert into audit.inbox (line) select ? where pg_current_xact_id_if_assigned() is not null").param(line).update() == 1;
    }
}
