package mn.eland.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import mn.eland.workflow.WorkflowTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;

@WorkflowTest(models = "workflow/models/*")
@Import(ModelDeploymentTests.Bicycle.class)
class LatestDecisionsTests {

    private static final String NAME = "tyres";
    private static final String TABLE = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="tyresTable" name="Дугуй" namespace="http://eland.mn/test">
              <decision id="tyres" name="Дугуй" camunda:historyTimeToLive="P1D">
                <decisionTable id="tyresRules" hitPolicy="FIRST">
                  <input id="inHours"><inputExpression id="inHoursText" typeRef="long"><text>hours</text></inputExpression></input>
                  <output id="outPrice" name="price" typeRef="long"/>
                  <rule id="r1"><description>test [H]</description><inputEntry id="i1"><text>-</text></inputEntry><outputEntry id="o1"><text>%d</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>""";

    @Autowired ProcessEngine engine;
    @Autowired TransactionTemplate transaction;

    @BeforeEach
    void first() {
        deploy(1);
    }

    @AfterEach
    void away() {
        engine.getRepositoryService().createDeploymentQuery().deploymentName(NAME).list()
                .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
    }

    @Test
    void whoDeploysDecidesByItAtOnceAndOthersWithTheCommit() {
        assertThat(price()).isEqualTo(1);

        transaction.executeWithoutResult(deploying -> {
            deploy(2);
            assertThat(price()).isEqualTo(2);
            assertThat(CompletableFuture.supplyAsync(this::price).join()).isEqualTo(1);
        });

        assertThat(price()).isEqualTo(2);
        assertThat(CompletableFuture.supplyAsync(this::price).join()).isEqualTo(2);
    }

    @Test
    void whatWasNotCommittedIsNotRemembered() {
        transaction.executeWithoutResult(deploying -> {
            deploy(3);
            assertThat(price()).isEqualTo(3);
            deploying.setRollbackOnly();
        });

        assertThat(price()).isEqualTo(1);
    }

    private void deploy(long price) {
        engine.getRepositoryService().createDeployment().name(NAME).addString(NAME + ".dmn", TABLE.formatted(price)).deploy();
    }

    private long price() {
        return engine.getDecisionService().evaluateDecisionTableByKey("tyres").variables(Map.of("hours", 1L)).evaluate().<Long>getSingleEntry();
    }
}
