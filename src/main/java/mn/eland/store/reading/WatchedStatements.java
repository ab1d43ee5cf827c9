package mn.eland.store.reading;

import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.CallableStatementCallback;
import org.springframework.jdbc.core.CallableStatementCreator;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlProvider;
import org.springframework.jdbc.core.StatementCallback;
import org.springframework.jdbc.support.KeyHolder;

/** Sees each statement of the application, so that what it makes untrue is forgotten whoever wrote it. What it cannot see counts as anything. */
final class WatchedStatements extends JdbcTemplate {

    WatchedStatements(DataSource database) {
        super(database);
    }

    @Override
    public <T> T query(PreparedStatementCreator statement, PreparedStatementSetter values, ResultSetExtractor<T> rows) {
        return watched(of(statement), () -> super.query(statement, values, rows));
    }

    @Override
    public <T> Stream<T> queryForStream(PreparedStatementCreator statement, PreparedStatementSetter values, RowMapper<T> row) {
        return watched(of(statement), () -> super.queryForStream(statement, values, row));
    }

    @Override
    public <T> Stream<T> queryForStream(String sql, RowMapper<T> row) {
        return watched(Effect.of(sql), () -> super.queryForStream(sql, row));
    }

    @Override
    protected int update(PreparedStatementCreator statement, PreparedStatementSetter values) {
        return watched(of(statement), () -> super.update(statement, values));
    }

    @Override
    public int update(PreparedStatementCreator statement, KeyHolder keys) {
        return watched(of(statement), () -> super.update(statement, keys));
    }

    @Override
    public int[] batchUpdate(PreparedStatementCreator statement, BatchPreparedStatementSetter values, KeyHolder keys) {
        return watched(of(statement), () -> super.batchUpdate(statement, values, keys));
    }

    @Override
    public int[] batchUpdate(String... sql) {
        return watched(Effect.UNKNOWN, () -> super.batchUpdate(sql));
    }

    @Override
    public int update(String sql) {
        return watched(Effect.of(sql), () -> super.update(sql));
    }

    @Override
    public <T> T query(String sql, ResultSetExtractor<T> rows) {
        return watched(Effect.of(sql), () -> super.query(sql, rows));
    }

    @Override
    public void execute(String sql) {
        watched(Effect.UNKNOWN, () -> {
            super.execute(sql);
            return null;
        });
    }

    @Override
    public <T> T execute(PreparedStatementCreator statement, PreparedStatementCallback<T> action) {
        return watched(of(statement), () -> super.execute(statement, action));
    }

    @Override
    public <T> T execute(String sql, PreparedStatementCallback<T> action) {
        return watched(Effect.of(sql), () -> super.execute(sql, action));
    }

    @Override
    public <T> T execute(StatementCallback<T> action) {
        return watched(Effect.UNKNOWN, () -> super.execute(action));
    }

    @Override
    public <T> T execute(ConnectionCallback<T> action) {
        return watched(Effect.UNKNOWN, () -> super.execute(action));
    }

    @Override
    public <T> T execute(CallableStatementCreator statement, CallableStatementCallback<T> action) {
        return watched(Effect.UNKNOWN, () -> super.execute(statement, action));
    }

    private static <T> T watched(Effect effect, Supplier<T> statement) {
        Memory.begin();
        try {
            return statement.get();
        } finally {
            effect.comeTrue();
        }
    }

    private static Effect of(PreparedStatementCreator statement) {
        return statement instanceof SqlProvider known && known.getSql() != null ? Effect.of(known.getSql()) : Effect.UNKNOWN;
    }
}
