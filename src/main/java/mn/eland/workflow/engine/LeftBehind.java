package mn.eland.workflow.engine;

import java.util.ArrayList;
import java.util.Date;
import mn.eland.kernel.ElandClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Steps that a killed run was at work on. They stay locked for minutes; on a database of our own, which one application
 * holds at a time, nobody else can be at work on them, so they go on at once.
 */
@Component
class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);

    private final ProcessEngine engine;
    private final ElandClock clock;
    private final boolean ownDatabase;

    LeftBehind(ProcessEngine engine, ElandClock clock, @Value("${spring.datasource.url:}") String database) {
        this.engine = engine;
        this.clock = clock;
        this.ownDatabase = database.isBlank();
    }

    /** To be called before the engine takes up work. */
    void free() {
        if (!ownDatabase) {
            return;
        }
        var management = engine.getManagementService();
        var jobs = new ArrayList<Job>(management.createJobQuery().messages().list());
        jobs.addAll(management.createJobQuery().timers().duedateLowerThan(Date.from(clock.instant())).list());
        var commands = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        var held = jobs.stream().filter(job -> job instanceof JobEntity entity && entity.getLockOwner() != null).toList();
        held.forEach(job -> commands.execute(new UnlockJobCmd(job.getId())));
        if (!held.isEmpty()) {
            LOG.info("{} steps that an earlier run was at work on go on", held.size());
        }
    }
}
