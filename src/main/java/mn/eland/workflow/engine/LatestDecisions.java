package mn.eland.workflow.engine;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionEntity;
import org.camunda.bpm.engine.impl.dmn.entity.repository.DecisionDefinitionManager;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers which version of a decision is the newest, which the engine would ask the database before each evaluation. A
 * deployment of this node is known with its commit, one of another node within a second; the transaction that deploys reads
 * what it has deployed.
 */
final class LatestDecisions implements SessionFactory {

    private static final long KNOWN_FOR = Duration.ofSeconds(1).toNanos();

    private final Map<String, Known> newest = new ConcurrentHashMap<>();
    /** Counts the deployments, so that what was read before one is not remembered after it. */
    private final AtomicLong deployments = new AtomicLong();

    @Override
    public Class<?> getSessionType() {
        return DecisionDefinitionManager.class;
    }

    @Override
    public Session openSession() {
        return new Manager();
    }

    private void forget() {
        deployments.incrementAndGet();
        newest.clear();
    }

    private record Known(String id, long at, long deployment) {
    }

    private final class Manager extends DecisionDefinitionManager {

        @Override
        public DecisionDefinitionEntity findLatestDecisionDefinitionByKey(String key) {
            var known = newest.get(key);
            if (known != null && holds(known) && !isDeploying()) {
                var deployed = Context.getProcessEngineConfiguration().getDeploymentCache().getDecisionDefinitionCache().get(known.id());
                if (deployed != null) {
                    return deployed;
                }
            }
            long at = System.nanoTime();
            long deployment = deployments.get();
            var read = super.findLatestDecisionDefinitionByKey(key);
            if (read != null && !isDeploying()) {
                newest.put(key, new Known(read.getId(), at, deployment));
            }
            return read;
        }

        @Override
        public void insertDecisionDefinition(DecisionDefinitionEntity definition) {
            super.insertDecisionDefinition(definition);
            forgetWithTheCommit();
        }

        @Override
        public void deleteDecisionDefinitionsByDeploymentId(String deploymentId) {
            super.deleteDecisionDefinitionsByDeploymentId(deploymentId);
            forgetWithTheCommit();
        }

        private boolean holds(Known known) {
            return known.deployment() == deployments.get() && System.nanoTime() - known.at() < KNOWN_FOR;
        }

        private boolean isDeploying() {
            return TransactionSynchronizationManager.hasResource(LatestDecisions.this);
        }

        private void forgetWithTheCommit() {
            if (!TransactionSynchronizationManager.isSynchronizationActive()) {
                forget();
                return;
            }
            if (isDeploying()) {
                return;
            }
            TransactionSynchronizationManager.bindResource(LatestDecisions.this, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(LatestDecisions.this);
                    forget();
                }
            });
        }
    }
}
