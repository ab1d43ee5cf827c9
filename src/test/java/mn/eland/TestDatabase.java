package mn.eland;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * A real PostgreSQL for tests: one server per test run, one empty database per application context. It need not outlive
 * the machine nor grow old, so it does not wait for the disk and does not tidy up; what must be durable is tested where
 * the server is killed. Name it in {@code @ContextConfiguration(initializers = TestDatabase.class)}, or use {@link ElandTest}.
 */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final String ALL_TABLES = "classpath:db/migration";
    private static final String ENGINE = "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql";
    private static final List<String> TABLES_OF_THE_ENGINE = List.of("engine", "history", "identity", "decision.engine", "decision.history");
    private static EmbeddedPostgres server;
    private static String templateName;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test-database", java.util.Map.of(
                "spring.datasource.url", isWhole(context) ? readyDatabase() : freshDatabase(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres")));
    }

    /** Some slices have only the tables of their modules. */
    private static boolean isWhole(ConfigurableApplicationContext context) {
        return ALL_TABLES.equals(context.getEnvironment().getProperty("spring.flyway.locations"));
    }

    /** The address of a new empty database. */
    public static String freshDatabase() {
        return database("");
    }

    /** The address of a new database with all tables of ours and of the engine: what a start would make anyway is made once and copied. */
    private static synchronized String readyDatabase() {
        if (templateName == null) {
            var template = database("");
            Flyway.configure().dataSource(template, "postgres", "postgres").locations(ALL_TABLES).outOfOrder(true).load().migrate();
            var tables = new ResourceDatabasePopulator();
            TABLES_OF_THE_ENGINE.forEach(part -> tables.addScript(new ClassPathResource(ENGINE.formatted(part))));
            tables.execute(new DriverManagerDataSource(template, "postgres", "postgres"));
            templateName = template.replaceAll("^.*/(eland_\\d+).*$", "$1");
        }
        return database(" template " + templateName);
    }

    private static synchronized String database(String as) {
        try {
            if (server == null) {
                server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90)).setRegisterShutdownHook(false)
                        .setDataDirectory(LeftData.folder()).setCleanDataDirectory(false)
                        .setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8")
                        .setServerConfig("max_connections", "300").setServerConfig("fsync", "off").setServerConfig("full_page_writes", "off")
                        .setServerConfig("wal_level", "minimal").setServerConfig("max_wal_senders", "0")
                        .setServerConfig("shared_buffers", "256MB").setServerConfig("autovacuum", "off")
                        .setServerConfig("jit", "off").setServerConfig("track_counts", "off").setServerConfig("track_activities", "off").start();
                SpringApplication.getShutdownHandlers().add(TestDatabase::stop);
            }
            var name = "eland_" + COUNT.incrementAndGet();
            try (var connection = server.getPostgresDatabase().getConnection(); var statement = connection.createStatement()) {
                statement.execute("create database " + name + as);
            }
            return server.getJdbcUrl("postgres", name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
