package mn.eland.workflow.engine;

import mn.eland.kernel.ElandClock;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the engine take up timers and steps last of all at the start, and stops it first; keeps its clock with ours. */
@Component
class EngineRun implements SmartLifecycle {

    private final JobExecutor jobs;
    private final LeftBehind leftBehind;
    private final boolean automatic;

    EngineRun(JobExecutor jobs, LeftBehind leftBehind, ElandClock clock, @Value("${eland.workflow.job-executor}") boolean automatic) {
        this.jobs = jobs;
        this.leftBehind = leftBehind;
        this.automatic = automatic;
        clock.onShift(shift -> {
            if (shift.isZero()) {
                ClockUtil.reset();
            } else {
                ClockUtil.offset(shift.toMillis());
            }
        });
    }

    @Override
    public void start() {
        if (automatic) {
            leftBehind.free();
            jobs.start();
        }
    }

    @Override
    public void stop() {
        jobs.shutdown();
    }

    @Override
    public boolean isRunning() {
        return jobs.isActive();
    }

    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
