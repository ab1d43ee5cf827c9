package mn.eland.integration.simulator;

import java.time.Duration;
import mn.eland.TestDatabase;
import mn.eland.kernel.ElandClock;
import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The simulators without the application, on a database of their own: what they know outlives any kill of it. */
public final class OutsideWorld implements AutoCloseable {

    private static final String USER = "postgres";
    private static final Duration HANG = Duration.ofSeconds(90);
    private static final int XYP_KEY_BITS = 1024;

    private final SimulatorServer server;
    private final JdbcClient sql;

    private OutsideWorld(SimulatorServer server, JdbcClient sql) {
        this.server = server;
        this.sql = sql;
    }

    public static OutsideWorld start(int port, int smtpPort) {
        var address = TestDatabase.freshDatabase();
        Flyway.configure().dataSource(address, USER, USER).locations("classpath:db/migration/simulators").load().migrate();
        var registry = new SimulatorProperties.Registry("");
        var server = new SimulatorServer(new Address(address), new ElandClock(), new SimulatorProperties(true, port, smtpPort, HANG, registry, new SimulatorProperties.Xyp(XYP_KEY_BITS)));
        server.start();
        return new OutsideWorld(server, JdbcClient.create(new DriverManagerDataSource(address, USER, USER)));
    }

    /** What the simulators have written down. */
    public JdbcClient sql() {
        return sql;
    }

    @Override
    public void close() {
        server.stop();
    }

    private record Address(String getJdbcUrl) implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return USER;
        }

        @Override
        public String getPassword() {
            return USER;
        }
    }
}
