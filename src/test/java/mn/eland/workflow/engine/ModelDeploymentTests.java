package mn.eland.workflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import mn.eland.workflow.DeploymentRefused;
import mn.eland.workflow.EngineScenario;
import mn.eland.workflow.WorkflowTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.el.ElProviderCompatible;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@WorkflowTest(models = "workflow/models/*")
@Import(ModelDeploymentTests.Bicycle.class)
class ModelDeploymentTests {

    @Autowired ModelDeployment deployment;
    @Autowired ProcessEngine engine;
    @Autowired ProcessEngineConfigurationImpl configuration;
    @Autowired EngineScenario scenario;

    @Test
    void modelHasTheSameNameInAFolderAndInAJar(@TempDir Path folder) throws IOException {
        var trap = Files.createDirectories(folder.resolve("processes/with space+plus/classes/processes/sale"));
        Files.writeString(trap.resolve("sell.bpmn"), "x");
        var jar = folder.resolve("processes.jar");
        try (var out = new JarOutputStream(Files.newOutputStream(jar))) {
            write(out, "processes/sale/sell.bpmn");
        }

        assertThat(nameIn(folder.resolve("processes/with space+plus/classes").toUri().toURL())).isEqualTo("processes/sale/sell.bpmn");
        assertThat(nameIn(jar.toUri().toURL())).isEqualTo("processes/sale/sell.bpmn");
    }

    @Test
    void secondStartMakesNoNewVersion() {
        deployment.start();

        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
                .isNotEmpty().allSatisfy(definition -> {
                    assertThat(definition.getVersion()).isOne();
                    assertThat(definition.getResourceName()).startsWith("workflow/models/");
                });
        assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list())
                .isNotEmpty().allSatisfy(definition -> assertThat(definition.getVersion()).isOne());
        assertThat(engine.getRepositoryService().createDeploymentQuery().deploymentName("eland").count()).isOne();
    }

    @Test
    void yearsOfKeepingAreSaidToTheEngineInDays() {
        assertThat(ModelDeployment.inDays("historyTimeToLive=\"P10Y\"")).isEqualTo("historyTimeToLive=\"P4019D\"");
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("rentBicycle").singleResult()
                .getHistoryTimeToLive()).isEqualTo(4019);
    }

    @Test
    void modelThatRunsCodeIsRefusedAtTheEnginesOwnDoorAndNothingIsKept() {
        var good = scriptModel("good").replace("scriptTask", "task").replaceAll("(?s) scriptFormat.*?</bpmn:script>", ">");
        var refused = engine.getRepositoryService().createDeployment().name("studio").addString("good.bpmn", good)
                .addString("bad.bpmn", scriptModel("bad"));

        assertThatThrownBy(refused::deploy).isInstanceOfSatisfying(DeploymentRefused.class, refusal -> {
            assertThat(refusal.findings()).anySatisfy(finding -> {
                assertThat(finding.resource()).isEqualTo("bad.bpmn");
                assertThat(finding.element()).isEqualTo("run");
                assertThat(finding.reason()).contains("scriptTask");
            });
            assertThat(refusal).hasMessageContaining("deployment refused");
        });
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKeyIn("good", "bad").count()).isZero();
    }

    @Test
    void expressionThatGotPastTheGuardStillReachesNothing() {
        var expressions = ((ElProviderCompatible) configuration.getExpressionManager()).toElProvider();
        var scope = org.camunda.bpm.engine.variable.Variables.createVariables().putValue("text", "x").asVariableContext();

        Function<String, Object> evaluate = text -> configuration.getCommandExecutorTxRequired()
                .execute(command -> expressions.createExpression(text).getValue(scope));

        assertThat(evaluate.apply("${text}")).isEqualTo("x");
        assertThat(evaluate.apply("${lines.of(text)}")).isEqualTo(java.util.List.of("x"));
        for (var attack : new String[] {"${text.getClass()}", "${text.length()}", "${workCalendar.getClass()}", "${lines.getClass()}",
            "${dataSource}", "${applicationContext}", "${unlockBicycle.execute(null)}", "${text.bytes}", "${clock}", "${processEngine}"}) {
            assertThatThrownBy(() -> evaluate.apply(attack)).as(attack).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void scriptLanguagesAreUnknownToTheEngine() {
        for (var language : new String[] {"javascript", "groovy", "feel", "feel-scala", "juel", "python"}) {
            assertThatThrownBy(() -> configuration.getCommandExecutorTxRequired().execute(command ->
                    configuration.getScriptingEngines().getScriptEngineForLanguage(language)))
                    .isInstanceOfAny(ProcessEngineException.class, NullPointerException.class);
        }
    }

    private static String scriptModel(String id) {
        return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                + " targetNamespace='x'><bpmn:process id='" + id + "' isExecutable='true' camunda:historyTimeToLive='P1D'>"
                + "<bpmn:startEvent id='s'/><bpmn:sequenceFlow id='f' sourceRef='s' targetRef='run'/>"
                + "<bpmn:scriptTask id='run' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask></bpmn:process></bpmn:definitions>";
    }

    private static String nameIn(URL root) throws IOException {
        try (var classPath = new URLClassLoader(new URL[] {root}, null)) {
            return ModelDeployment.stableName(classPath.getResource("processes/sale/sell.bpmn"), classPath);
        }
    }

    private static void write(OutputStream out, String name) throws IOException {
        ((JarOutputStream) out).putNextEntry(new JarEntry(name));
        out.write(1);
        ((JarOutputStream) out).closeEntry();
    }

    @org.springframework.boot.test.context.TestConfiguration
    static class Bicycle {

        @org.springframework.context.annotation.Bean
        org.camunda.bpm.engine.delegate.JavaDelegate unlockBicycle() {
            return step -> { };
        }
    }
}
