package mn.eland.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that writes durably and counts statements, with one database for the application and one for the bare engine. */
class BenchServer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    static final String APPLICATION = "application";
    static final String BARE = "bare";
    private static final double TICKS_A_SECOND = 100;
    private static EmbeddedPostgres server;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        start();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("bench-server", Map.of(
                "spring.datasource.url", server.getJdbcUrl("postgres", APPLICATION),
                "spring.datasource.username", "postgres", "spring.datasource.password", "postgres",
                "spring.datasource.hikari.maximum-pool-size", "30", "eland.data", "target/bench-data",
                "eland.property.filing-poll", "PT0.3S", "eland.mail.pause", "PT0.5S")));
    }

    private static synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90)).setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8").setServerConfig("max_connections", "200")
                    .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").setServerConfig("full_page_writes", "on")
                    .setServerConfig("shared_preload_libraries", "pg_stat_statements").setServerConfig("pg_stat_statements.max", "10000")
                    .setServerConfig("pg_stat_statements.track_planning", "on").start();
            SpringApplication.getShutdownHandlers().add(BenchServer::stop);
            try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create extension pg_stat_statements");
                statement.execute("create database " + APPLICATION);
                statement.execute("create database " + BARE);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String url(String database) {
        return server.getJdbcUrl("postgres", database);
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the server has counted for one database up to now. Statements leave out those that read simulators. */
    static Counts counts(String database) {
        var history = JdbcClient.create(server.getDatabase("postgres", database)).sql("""
                select coalesce(sum(pg_total_relation_size(c.oid)), 0)::bigint from pg_class c
                where c.relkind = 'r' and c.relname like 'act\\_hi\\_%'""").query(Long.class).single();
        var all = JdbcClient.create(postgres()).sql("""
                select coalesce(sum(s.calls) filter (where s.query !~ '^(BEGIN|COMMIT|ROLLBACK)'), 0)::bigint,
                       coalesce(sum(s.calls) filter (where s.query like 'BEGIN%'), 0)::bigint, coalesce(sum(s.wal_bytes), 0)::bigint
                from pg_stat_statements s join pg_database d on d.oid = s.dbid
                where d.datname = :database and s.query not like '%/* watch */%' and s.query not like '%simulators.%'""").param("database", database)
                .query((row, n) -> new Counts(row.getLong(1), row.getLong(2), row.getLong(3), history, 0, 0, 0)).single();
        return all.withSeconds(processSeconds(), compilerSeconds(), serverSeconds());
    }

    private static DataSource postgres() {
        return server.getPostgresDatabase();
    }

    private static double processSeconds() {
        var system = (com.sun.management.OperatingSystemMXBean) java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    /** Of it what compiled Java code, which a server that runs for days has behind it. 0 where the threads cannot be seen. */
    private static double compilerSeconds() {
        try (var threads = Files.list(Path.of("/proc/self/task"))) {
            return threads.filter(thread -> text(thread.resolve("comm")).matches("C[12] CompilerThre.*")).mapToDouble(thread -> ticks(thread, 11)).sum();
        } catch (IOException e) {
            return 0;
        }
    }

    /** CPU time of the server: of its processes that live, and on Linux of those that have ended meanwhile. */
    private static double serverSeconds() {
        var server = ProcessHandle.of(pid()).orElseThrow();
        return ticks(Path.of("/proc", Long.toString(server.pid())), 13) + Stream.concat(Stream.of(server), server.children())
                .mapToDouble(process -> process.info().totalCpuDuration().map(time -> time.toNanos() / 1e9).orElse(0.0)).sum();
    }

    private static long pid() {
        var folder = JdbcClient.create(postgres()).sql("select current_setting('data_directory')").query(String.class).single();
        try (var lines = Files.lines(Path.of(folder, "postmaster.pid"))) {
            return Long.parseLong(lines.findFirst().orElseThrow().strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two neighbouring counters of {@code stat} in a folder of {@code /proc}, in seconds: 11 is its own time, 13 that of children waited for. */
    private static double ticks(Path process, int first) {
        var stat = text(process.resolve("stat"));
        var fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        return fields.length < first + 2 ? 0 : (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) / TICKS_A_SECOND;
    }

    /** Nothing when there is no such file, or no longer. */
    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            return "";
        }
    }

    static Statements statements(String database) {
        return Statements.of(postgres(), database);
    }

    /** What one database and this process have used. */
    record Counts(long statements, long transactions, long logBytes, long historyBytes, double processSeconds, double compilerSeconds, double serverSeconds) {

        Counts withSeconds(double process, double compiler, double ofServer) {
            return new Counts(statements, transactions, logBytes, historyBytes, process, compiler, ofServer);
        }

        Counts since(Counts before) {
            return plus(new Counts(-before.statements, -before.transactions, -before.logBytes, -before.historyBytes, -before.processSeconds,
                    -before.compilerSeconds, -before.serverSeconds));
        }

        Counts plus(Counts other) {
            return new Counts(statements + other.statements, transactions + other.transactions, logBytes + other.logBytes,
                    historyBytes + other.historyBytes, processSeconds + other.processSeconds, compilerSeconds + other.compilerSeconds,
                    serverSeconds + other.serverSeconds);
        }
    }
}
