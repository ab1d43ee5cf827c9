package mn.eland.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import mn.eland.workflow.feel.CachedFeelFactory;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;

/**
 * A plain engine that runs the same diagrams and tables with the same executor and history, and nothing else: a step
 * leaves the values the real step left, a task is completed and a message told as soon as somebody waits.
 */
final class BareEngine implements AutoCloseable {

    static final String PROCESS = "sellProperty";
    private static final Pattern STEP = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final Date LATER = Date.from(Instant.now().plus(Duration.ofDays(10)));

    private final LeftBehind leftBehind;
    private final HikariDataSource connections = new HikariDataSource();
    private final ProcessEngine engine;
    private final Map<String, BareSale> running = new ConcurrentHashMap<>();

    BareEngine(LeftBehind leftBehind) throws IOException {
        this.leftBehind = leftBehind;
        connections.setJdbcUrl(BenchServer.url(BenchServer.BARE));
        connections.setUsername("postgres");
        connections.setPassword("postgres");
        connections.setMaximumPoolSize(30);
        engine = configuration().buildProcessEngine();
        deploy(engine);
    }

    private ProcessEngineConfigurationImpl configuration() throws IOException {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(connections);
        configuration.setProcessEngineName("bare");
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("audit");
        configuration.setMetricsEnabled(false);
        configuration.setTaskMetricsEnabled(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setJobExecutor(executor());
        configuration.setJobExecutorActivate(true);
        configuration.setBeans(beans());
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new BareHooks(this::running))));
        var calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new DurationBusinessCalendar() {
            @Override
            public Date resolveDuedate(String term, Date start) {
                return LATER;
            }
        });
        configuration.setBusinessCalendarManager(calendars);
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new CachedFeelFactory(Clock.systemUTC()));
        configuration.setDmnEngineConfiguration(decisions);
        return configuration;
    }

    /** As in {@code application.yml}. */
    private static JobExecutor executor() {
        var executor = new DefaultJobExecutor();
        executor.setCorePoolSize(4);
        executor.setMaxPoolSize(4);
        executor.setQueueSize(64);
        executor.setMaxJobsPerAcquisition(16);
        executor.setWaitTimeInMillis(100);
        executor.setMaxWait(1000);
        executor.setBackoffTimeInMillis(25);
        executor.setMaxBackoff(200);
        return executor;
    }

    private Map<Object, Object> beans() throws IOException {
        JavaDelegate step = execution -> execution.setVariables(
                running(execution.getProcessBusinessKey()).leftBy(execution.getCurrentActivityId()));
        var beans = new HashMap<Object, Object>(Map.of("workCalendar", new Days(), "lines", new Lines()));
        for (var diagram : files("processes")) {
            STEP.matcher(Files.readString(diagram)).results().forEach(found -> beans.put(found.group(1), step));
        }
        return beans;
    }

    /** The diagrams and tables of the application, in a new deployment when they differ from the last one. */
    static void deploy(ProcessEngine engine) throws IOException {
        var deployment = engine.getRepositoryService().createDeployment().name("models").enableDuplicateFiltering(true);
        for (var folder : List.of("processes", "decisions")) {
            for (var model : files(folder)) {
                deployment.addString(model.toString(), Files.readString(model).replaceAll("historyTimeToLive=\"P\\d+Y\"", "historyTimeToLive=\"P3653D\""));
            }
        }
        deployment.deploy();
    }

    private static List<Path> files(String folder) throws IOException {
        try (var all = Files.walk(Path.of(folder))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private BareSale running(String key) {
        return running.get(key);
    }

    LeftBehind leftBehind() {
        return leftBehind;
    }

    /** Runs one sale to its end. */
    void sell(String key) {
        var sale = new BareSale(engine, leftBehind);
        running.put(key, sale);
        engine.getRuntimeService().startProcessInstanceByKey(PROCESS, key, leftBehind.atStart());
        sale.untilEnded();
        running.remove(key);
    }

    /** Ids of all activities that one sale visited. */
    Set<String> path(String key) {
        var path = new TreeSet<String>();
        for (var instance : engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).list()) {
            engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).list()
                    .forEach(visit -> path.add(visit.getActivityId()));
        }
        return path;
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }

    /** Every term is far away. */
    public static final class Days {

        public Date plus(String term) {
            return LATER;
        }
    }

    /** The lines of a text. */
    public static final class Lines {

        public List<String> of(Object text) {
            return text == null || text.toString().isBlank() ? List.of() : text.toString().lines().toList();
        }
    }
}
