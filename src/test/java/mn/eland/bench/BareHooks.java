package mn.eland.bench;

import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Tells a {@link BareSale}, after the commit, that somebody has to act; lets tables leave what they left in the real sale. */
final class BareHooks extends AbstractBpmnParseListener {

    /** Where a sale waits for a message, the activity that hears it, the message. */
    private static final Map<String, String[]> MESSAGES = Map.of(
            "moneyOrDeadline", new String[] {"escrowFunded", "EscrowFunded"},
            "hearRegistrar", new String[] {"hearRegistrar", "TransferRegistered"});

    private final Function<String, BareSale> running;

    BareHooks(Function<String, BareSale> running) {
        this.running = running;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition().addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, task -> {
            var sale = running.apply(task.getExecution().getProcessBusinessKey());
            var id = task.getId();
            afterCommit(() -> sale.taskWaits(id, activity.getId()));
        });
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(activity);
    }

    @Override
    public void parseReceiveTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(activity);
    }

    private void listen(ActivityImpl activity) {
        var message = MESSAGES.get(activity.getId());
        if (message != null) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                var sale = sale(execution);
                var id = execution.getId();
                afterCommit(() -> sale.messageAwaited(id, message[1], message[0]));
            });
        }
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution ->
                execution.setVariables(sale(execution).leftBy(activity.getId())));
    }

    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        if (process.getKey().equals(BareEngine.PROCESS)) {
            process.addBuiltInListener(ExecutionListener.EVENTNAME_END, (ExecutionListener) execution -> {
                var sale = sale(execution);
                afterCommit(sale::ended);
            });
        }
    }

    private BareSale sale(DelegateExecution execution) {
        return running.apply(execution.getProcessBusinessKey());
    }

    private static void afterCommit(Runnable tell) {
        Context.getCommandContext().getTransactionContext().addTransactionListener(TransactionState.COMMITTED, context -> tell.run());
    }
}
