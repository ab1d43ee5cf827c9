package mn.eland.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the server has counted of each statement of one database: the list that says what to reduce next. */
record Statements(Map<String, Used> all) {

    private static final int SHOWN = 120;
    private static final int LONGEST = 170;

    /** Of one statement: calls, bytes of the write-ahead log, milliseconds of planning and of execution. */
    record Used(long calls, long logBytes, double planned, double executed) {

        private Used plus(Used other) {
            return new Used(calls + other.calls, logBytes + other.logBytes, planned + other.planned, executed + other.executed);
        }

        private Used minus(Used other) {
            return new Used(calls - other.calls, logBytes - other.logBytes, planned - other.planned, executed - other.executed);
        }
    }

    static Statements none() {
        return new Statements(Map.of());
    }

    static Statements of(DataSource server, String database) {
        var all = new HashMap<String, Used>();
        JdbcClient.create(server).sql("""
                select s.query, s.calls, s.wal_bytes, s.total_plan_time, s.total_exec_time from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = :database and s.query not like '%/* watch */%' and s.query not like '%simulators.%'""").param("database", database)
                .query(row -> {
                    all.merge(row.getString(1).replaceAll("\\s+", " "), new Used(row.getLong(2), row.getLong(3), row.getDouble(4), row.getDouble(5)), Used::plus);
                });
        return new Statements(all);
    }

    Statements since(Statements before) {
        var used = new HashMap<String, Used>();
        all.forEach((text, now) -> used.put(text, now.minus(before.all.getOrDefault(text, new Used(0, 0, 0, 0)))));
        return new Statements(used);
    }

    Statements plus(Statements other) {
        var sum = new HashMap<>(all);
        other.all.forEach((text, used) -> sum.merge(text, used, Used::plus));
        return new Statements(sum);
    }

    /** Milliseconds in which the server planned what these statements do. */
    double planned() {
        return all.values().stream().mapToDouble(Used::planned).sum();
    }

    double executed() {
        return all.values().stream().mapToDouble(Used::executed).sum();
    }

    /** The most frequent ones, per sale. */
    void write(Path file, int sales) throws IOException {
        var text = new StringBuilder("| calls a sale | log, kB | planned, ms | executed, ms | statement |\n|--:|--:|--:|--:|---|\n");
        all.entrySet().stream().sorted(Comparator.comparingLong(entry -> -entry.getValue().calls())).limit(SHOWN).forEach(entry ->
                text.append(Figures.text("| %.1f | %.1f | %.2f | %.2f | %s |\n", entry.getValue().calls() / (double) sales,
                        entry.getValue().logBytes() / 1e3 / sales, entry.getValue().planned() / sales, entry.getValue().executed() / sales,
                        entry.getKey().substring(0, Math.min(LONGEST, entry.getKey().length())).replace('|', '¦'))));
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
