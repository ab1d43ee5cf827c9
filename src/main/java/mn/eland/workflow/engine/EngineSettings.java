package mn.eland.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.calendar.TermCalendar;
import mn.eland.workflow.calendar.WorkingCalendar;
import mn.eland.workflow.feel.CachedFeelFactory;
import mn.eland.workflow.guard.ModelGuard;
import mn.eland.workflow.inbox.WorkItems;
import mn.eland.workflow.rulings.RulingRecorder;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.cmd.UnlockJobCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the engine is set up beyond {@code application.yml}. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
@DependsOnDatabaseInitialization
class EngineSettings extends AbstractProcessEnginePlugin {

    private final StepBeans steps;
    private final WorkItems workItems;
    private final WorkingCalendar calendar;
    private final ElandClock clock;
    private final RuleWatch rules;
    private final RulingRecorder rulings;
    private final String retry;

    EngineSettings(StepBeans steps, WorkItems workItems, WorkingCalendar calendar, ElandClock clock, RuleWatch rules,
                   RulingRecorder rulings, @Value("${eland.workflow.retry}") String retry) {
        this.steps = steps;
        this.workItems = workItems;
        this.calendar = calendar;
        this.clock = clock;
        this.rules = rules;
        this.rulings = rulings;
        this.retry = retry;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        engine.setFailedJobRetryTimeCycle(retry);
        engine.setFailedJobCommandFactory(EngineSettings::afterFailure);
        engine.setJobExecutorActivate(false);
        engine.setTaskMetricsEnabled(false);
        engine.setBusinessCalendarManager(calendars());
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(new ModelHooks(workItems))));
        var decisions = (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new CachedFeelFactory(clock));
        decisions.getCustomPostDecisionTableEvaluationListeners().add(rules);
        decisions.getCustomPostDecisionTableEvaluationListeners().add(rulings);
        engine.setDmnEngineConfiguration(decisions);
        engine.setCustomSessionFactories(new ArrayList<>(List.of(new LatestDecisions())));
        forbidCode(engine);
    }

    /** Two branches of a case that write at the same moment are no failure: the later one is simply done again. */
    private static Command<Object> afterFailure(String jobId, Throwable failure) {
        return Collision.isOne(failure) ? unlocked(jobId) : new DefaultJobRetryCmd(jobId, failure);
    }

    private static Command<Object> unlocked(String jobId) {
        return context -> new UnlockJobCmd(jobId).execute(context);
    }

    private void forbidCode(ProcessEngineConfigurationImpl engine) {
        engine.setCustomPreDeployers(new ArrayList<>(List.of(new ModelGuard(steps::isStep))));
        engine.setExpressionManager(new AllowedExpressions(steps));
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptCompilation(false);
        engine.setEnableScriptEngineCaching(false);
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setEnableFetchScriptEngineFromProcessApplication(false);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setCmmnEnabled(false);
    }

    private MapBusinessCalendarManager calendars() {
        var calendars = new MapBusinessCalendarManager();
        calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new TermCalendar(calendar));
        calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new DueDateBusinessCalendar());
        calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new CycleBusinessCalendar());
        return calendars;
    }
}
