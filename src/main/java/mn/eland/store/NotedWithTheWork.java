package mn.eland.store;

import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.core.EventPublicationRegistry;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Notes in the transaction of a listener's work that it has been told: both hold or neither, and one commit does for two. By itself
 * the registry of events would note it afterwards, in a transaction of its own.
 */
@Component
class NotedWithTheWork implements TransactionExecutionListener {

    private final ObjectProvider<EventPublicationRegistry> registry;

    NotedWithTheWork(ObjectProvider<EventPublicationRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        var telling = Telling.now();
        if (telling != null && telling.isWorkOf(transaction.getTransactionName())) {
            withoutItsOwnTransaction().markCompleted(telling.event(), telling.target());
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, Throwable failure) {
        var telling = Telling.now();
        if (telling != null && failure == null && telling.isWorkOf(transaction.getTransactionName())) {
            telling.noted();
        }
    }

    private EventPublicationRegistry withoutItsOwnTransaction() {
        var proxy = registry.getObject();
        var bare = AopProxyUtils.getSingletonTarget(proxy);
        return bare == null ? proxy : (EventPublicationRegistry) bare;
    }
}
