package mn.eland.integration.simulator;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import mn.eland.kernel.ElandClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.jdbc.JdbcConnectionDetails;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.context.AnnotationConfigServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Runs the simulators in a web server and a Spring context of their own, on a port of their own: in the same process,
 * but with nothing of the application's except the clock and the address of the database. Their connections are their
 * own too, so that an application that waits for an answer cannot starve the one who has to give it.
 */
@Component
@ConditionalOnProperty(name = "eland.simulators.enabled", matchIfMissing = true)
@DependsOnDatabaseInitialization
class SimulatorServer implements SmartLifecycle {

    /** Before everything that may call outside, and gone after it. */
    private static final int FIRST = Integer.MIN_VALUE + 1000;
    private static final int CONNECTIONS = 6;
    private static final Logger LOG = LoggerFactory.getLogger(SimulatorServer.class);

    private final JdbcConnectionDetails database;
    private final ElandClock clock;
    private final SimulatorProperties properties;
    private AnnotationConfigServletWebServerApplicationContext context;
    private HikariDataSource connections;

    SimulatorServer(JdbcConnectionDetails database, ElandClock clock, SimulatorProperties properties) {
        this.database = database;
        this.clock = clock;
        this.properties = properties;
    }

    @Override
    public void start() {
        connections = new HikariDataSource();
        connections.setJdbcUrl(database.getJdbcUrl());
        connections.setUsername(database.getUsername());
        connections.setPassword(database.getPassword());
        connections.setMaximumPoolSize(CONNECTIONS);
        connections.setMinimumIdle(1);
        connections.setPoolName("simulators");
        context = new AnnotationConfigServletWebServerApplicationContext();
        context.setDisplayName("simulators");
        context.registerBean("dataSource", DataSource.class, () -> connections);
        context.registerBean("clock", Clock.class, () -> clock);
        context.registerBean(SimulatorProperties.class, () -> properties);
        context.register(SimulatorContext.class, SimulatorWeb.class);
        context.refresh();
        LOG.info("Simulators of the outside systems: http://localhost:{}/simulators", properties.port());
    }

    @Override
    public void stop() {
        context.close();
        connections.close();
        context = null;
    }

    @Override
    public boolean isRunning() {
        return context != null;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
