package mn.eland.workflow.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import mn.eland.workflow.DeploymentRefused.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGuardTests {

    private static final String SERVICE_TASK = "<bpmn:serviceTask id=\"pay\" camunda:delegateExpression=\"${pay}\"/>";
    private final ModelGuard guard = new ModelGuard(Set.of("pay")::contains);

    @Test
    void modelsOfTheHousePass() throws IOException {
        var findings = new ArrayList<Finding>();
        for (var folder : List.of("processes", "decisions", "forms", "src/test/resources/workflow/models")) {
            if (Files.exists(Path.of(folder))) {
                try (var files = Files.walk(Path.of(folder))) {
                    for (var file : files.filter(Files::isRegularFile).toList()) {
                        var model = Files.readString(file).replaceAll("historyTimeToLive=\"P\\d+Y\"", "historyTimeToLive=\"P1D\"");
                        findings.addAll(new ModelGuard(step -> true)
                                .check(file.toString(), model.getBytes(StandardCharsets.UTF_8), true));
                    }
                }
            }
        }

        assertThat(findings).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:serviceTask id='pay' camunda:class='java.lang.Runtime'/>",
        "<bpmn:serviceTask id='pay' camunda:expression='${pay}'/>",
        "<bpmn:serviceTask id='pay' camunda:delegateExpression='${other}'/>",
        "<bpmn:serviceTask id='other' camunda:delegateExpression='${other}'/>",
        "<bpmn:serviceTask id='pay' camunda:delegateExpression='${pay.execute(execution)}'/>",
        "<bpmn:serviceTask id='pay' camunda:type='external' camunda:topic='t'/>",
        "<bpmn:serviceTask id='pay' camunda:delegateExpression='${pay}' camunda:resultVariable='x'/>",
        "<bpmn:serviceTask id='pay' camunda:delegateExpression='${pay}' camunda:jobPriority='${x.y()}'/>",
        "<bpmn:serviceTask id='pay'/>",
        "<bpmn:sendTask id='pay' camunda:class='x.Y'/>",
        "<bpmn:scriptTask id='pay' scriptFormat='javascript'><bpmn:script>1</bpmn:script></bpmn:scriptTask>",
        "<bpmn:scriptTask id='pay' camunda:resource='deployment://x.js' scriptFormat='javascript'/>",
        "<bpmn:businessRuleTask id='pay' camunda:class='x.Y'/>",
        "<bpmn:businessRuleTask id='pay' camunda:decisionRef='${x}'/>",
        "<bpmn:businessRuleTask id='pay' camunda:decisionRef='x' camunda:mapDecisionResult='singleEntry'/>",
        "<bpmn:businessRuleTask id='pay'/>",
        "<bpmn:callActivity id='pay' calledElement='${x}'/>",
        "<bpmn:callActivity id='pay' calledElement='x' camunda:variableMappingClass='x.Y'/>",
        "<bpmn:callActivity id='pay' calledElement='x' camunda:variableMappingDelegateExpression='${x}'/>",
        "<bpmn:callActivity id='pay' calledElement='x' camunda:calledElementVersion='${x.y()}'/>",
        "<bpmn:callActivity id='pay' calledElement='x' camunda:calledElementTenantId='${x.y()}'/>",
        "<bpmn:userTask id='pay' camunda:formKey='${x}'/>",
        "<bpmn:userTask id='pay' camunda:formRef='${x}'/>",
        "<bpmn:userTask id='pay' camunda:formRef='x' camunda:formRefVersion='${x}' camunda:formRefBinding='version'/>",
        "<bpmn:userTask id='pay' camunda:formHandlerClass='x.Y'/>",
        "<bpmn:userTask id='pay' camunda:assignee=\"${''.getClass().forName('java.lang.Runtime')}\"/>",
        "<bpmn:userTask id='pay' camunda:assignee='demo'/>",
        "<bpmn:userTask id='pay' camunda:assignee='${dataSource.connection}'/>",
        "<bpmn:userTask id='pay' camunda:assignee='#{x.y}'/>",
        "<bpmn:userTask id='pay' camunda:candidateUsers='${x}'/>",
        "<bpmn:userTask id='pay' camunda:candidateGroups='${x.y()}'/>",
        "<bpmn:userTask id='pay' camunda:candidateGroups='agents,${x.y()}'/>",
        "<bpmn:userTask id='pay' camunda:dueDate='${dateTime().plusDays(1)}'/>",
        "<bpmn:userTask id='pay' camunda:dueDate='${workCalendar.plus(x.y)}'/>",
        "<bpmn:userTask id='pay' camunda:dueDate='${workCalendar.getClass()}'/>",
        "<bpmn:userTask id='pay' camunda:followUpDate='${x}'/>",
        "<bpmn:userTask id='pay' camunda:priority='${x.y()}'/>",
        "<bpmn:userTask id='pay' name='${x.y()}'/>",
        "<bpmn:userTask id='pay'><bpmn:documentation>${x.y()}</bpmn:documentation></bpmn:userTask>",
        "<bpmn:userTask id='pay'><bpmn:humanPerformer><bpmn:resourceAssignmentExpression><bpmn:formalExpression>${x.y()}</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:humanPerformer></bpmn:userTask>",
        "<bpmn:userTask id='pay'><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>user(${x.y()})</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>",
        "<bpmn:receiveTask id='pay' instantiate='true'/>",
        "<bpmn:subProcess id='pay' camunda:asyncBefore='${x}'/>",
        "<bpmn:adHocSubProcess id='pay'/>",
        "<bpmn:transaction id='pay'/>",
        "<bpmn:inclusiveGateway id='pay'/>",
        "<bpmn:complexGateway id='pay'/>",
        "<evil:scriptTask id='pay' xmlns:evil='urn:evil'/>",
        "<bpmn:userTask id='pay' xmlns:act='http://activiti.org/bpmn' act:assignee='${x.y()}'/>",
        "<bpmn:serviceTask id='pay' xmlns:act='http://activiti.org/bpmn' act:class='x.Y'/>",
        "<bpmn:startEvent id='pay' camunda:initiator='x'/>",
        "<bpmn:startEvent id='pay' camunda:formKey='embedded:x'/>"
    })
    void stepThatRunsCodeIsRefused(String step) {
        var findings = check(step);

        assertThat(findings).isNotEmpty().allSatisfy(finding -> assertThat(finding.reason()).isNotBlank());
        assertThat(findings).anySatisfy(finding -> assertThat(finding.element()).isIn("pay", "other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<camunda:executionListener event='start' class='x.Y'/>",
        "<camunda:executionListener event='start' expression='${x}'/>",
        "<camunda:executionListener event='start' delegateExpression='${pay}'/>",
        "<camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener>",
        "<camunda:taskListener event='create' class='x.Y'/>",
        "<camunda:taskListener event='create' expression='${x.y()}'/>",
        "<camunda:taskListener event='create' delegateExpression='${pay}'/>",
        "<camunda:taskListener event='timeout' id='t' delegateExpression='${pay}'/>",
        "<camunda:inputOutput><camunda:inputParameter name='x'>${y.z()}</camunda:inputParameter></camunda:inputOutput>",
        "<camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:inputParameter></camunda:inputOutput>",
        "<camunda:inputOutput><camunda:outputParameter name='x'><camunda:list><camunda:value>${y.z()}</camunda:value></camunda:list></camunda:outputParameter></camunda:inputOutput>",
        "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>",
        "<camunda:field name='command' stringValue='rm'/>",
        "<camunda:field name='command' expression='${x.y()}'/>",
        "<camunda:failedJobRetryTimeCycle>${x.y()}</camunda:failedJobRetryTimeCycle>",
        "<camunda:failedJobRetryTimeCycle>R9/PT1S</camunda:failedJobRetryTimeCycle>",
        "<camunda:errorEventDefinition id='e' errorRef='x' expression='${x.y()}'/>",
        "<camunda:formData><camunda:formField id='f' type='string' defaultValue='${x.y()}'/></camunda:formData>",
        "<camunda:formProperty id='f' expression='${x.y()}'/>",
        "<camunda:in sourceExpression='${x.y()}' target='z'/>",
        "<camunda:in variables='all'/>",
        "<camunda:in businessKey='${x.y()}'/>",
        "<camunda:out sourceExpression='${x.y()}' target='z'/>",
        "<camunda:in source='${x}' target='z'/>",
        "<camunda:properties><camunda:property name='en' value='${x.y()}'/></camunda:properties>",
        "<activiti:executionListener xmlns:activiti='http://activiti.org/bpmn' event='start' class='x.Y'/>"
    })
    void extensionThatRunsCodeIsRefused(String extension) {
        var inUserTask = check("<bpmn:userTask id='pay'><bpmn:extensionElements>" + extension + "</bpmn:extensionElements></bpmn:userTask>");
        var inCall = check("<bpmn:callActivity id='pay' calledElement='x'><bpmn:extensionElements>" + extension
                + "</bpmn:extensionElements></bpmn:callActivity>");

        assertThat(inUserTask).isNotEmpty();
        assertThat(inCall).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:multiInstanceLoopCharacteristics camunda:collection='${x.y()}' camunda:elementVariable='v'/>",
        "<bpmn:multiInstanceLoopCharacteristics camunda:collection='${x}'/>",
        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality>${x.y()}</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>",
        "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopDataInputRef>${x.y()}</bpmn:loopDataInputRef></bpmn:multiInstanceLoopCharacteristics>",
        "<bpmn:multiInstanceLoopCharacteristics><bpmn:completionCondition>${x.y()}</bpmn:completionCondition></bpmn:multiInstanceLoopCharacteristics>",
        "<bpmn:standardLoopCharacteristics><bpmn:loopCondition>${x.y()}</bpmn:loopCondition></bpmn:standardLoopCharacteristics>",
        "<bpmn:ioSpecification><bpmn:dataInput id='d'/></bpmn:ioSpecification>",
        "<bpmn:dataInputAssociation><bpmn:assignment><bpmn:from>${x.y()}</bpmn:from></bpmn:assignment></bpmn:dataInputAssociation>"
    })
    void loopThatRunsCodeIsRefused(String loop) {
        assertThat(check("<bpmn:userTask id='pay'>" + loop + "</bpmn:userTask>")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<bpmn:timerEventDefinition><bpmn:timeDuration>${x.y()}</bpmn:timeDuration></bpmn:timerEventDefinition>",
        "<bpmn:timerEventDefinition><bpmn:timeDate>${x['y']}</bpmn:timeDate></bpmn:timerEventDefinition>",
        "<bpmn:timerEventDefinition><bpmn:timeCycle>#{x.y()}</bpmn:timeCycle></bpmn:timerEventDefinition>",
        "<bpmn:conditionalEventDefinition><bpmn:condition language='javascript'>1</bpmn:condition></bpmn:conditionalEventDefinition>",
        "<bpmn:conditionalEventDefinition><bpmn:condition>${x.y()}</bpmn:condition></bpmn:conditionalEventDefinition>",
        "<bpmn:signalEventDefinition signalRef='s'/>",
        "<bpmn:messageEventDefinition messageRef='m' camunda:class='x.Y'/>",
        "<bpmn:messageEventDefinition messageRef='m' camunda:delegateExpression='${pay}'/>",
        "<bpmn:messageEventDefinition messageRef='m' camunda:type='external' camunda:topic='x'/>",
        "<bpmn:errorEventDefinition errorRef='e' camunda:errorCodeVariable='${x.y()}'/>",
        "<bpmn:escalationEventDefinition escalationRef='e' camunda:escalationCodeVariable='${x}'/>",
        "<bpmn:cancelEventDefinition/>"
    })
    void eventThatRunsCodeIsRefused(String event) {
        assertThat(check("<bpmn:intermediateCatchEvent id='pay'>" + event + "</bpmn:intermediateCatchEvent>")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "${pay.execute(execution)}", "${''.getClass()}", "${x.y}", "${x['y']}", "${x == y}", "${x > 3}", "${x}${y}", "a${x}", "#{x}",
        "${x == 'a' || y}", "${empty x}", "${!x.y}", "${x == \"a\"}", "${x ? y : z}", "${fn:now()}", "${x = 3}", "${true == x.y()}", "1"
    })
    void conditionThatIsMoreThanOneVariableIsRefused(String condition) {
        var escaped = condition.replace("&", "&amp;").replace("<", "&lt;");
        var flow = "<bpmn:sequenceFlow id='flow' sourceRef='pay' targetRef='pay'><bpmn:conditionExpression xsi:type='bpmn:tFormalExpression'>"
                + escaped + "</bpmn:conditionExpression></bpmn:sequenceFlow>";

        assertThat(check(SERVICE_TASK + flow)).singleElement().satisfies(finding -> {
            assertThat(finding.element()).isEqualTo("flow");
            assertThat(finding.reason()).contains("${variable}");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"${x}", "${!x}", "${x == 'OK'}", "${x != 'OK'}", "${x == true}", "${x==false}"})
    void conditionOnOneVariablePasses(String condition) {
        assertThat(check(SERVICE_TASK + "<bpmn:sequenceFlow id='flow' sourceRef='pay' targetRef='pay'><bpmn:conditionExpression>"
                + condition + "</bpmn:conditionExpression></bpmn:sequenceFlow>")).isEmpty();
    }

    @Test
    void conditionInAScriptLanguageIsRefused() {
        var flow = "<bpmn:sequenceFlow id='flow' sourceRef='pay' targetRef='pay'><bpmn:conditionExpression language='%s'>${x}"
                + "</bpmn:conditionExpression></bpmn:sequenceFlow>";

        assertThat(check(SERVICE_TASK + flow.formatted("javascript"))).hasSize(1);
        assertThat(check(SERVICE_TASK + flow.formatted("feel"))).hasSize(1);
    }

    @Test
    void rootElementsWithExpressionsAreRefused() {
        assertThat(checkRoot("<bpmn:message id='m' name='${x.y()}'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:signal id='s' name='x'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:error id='e' errorCode='${x.y()}'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:error id='e' errorCode='X' camunda:errorMessage='${x.y()}'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:escalation id='e' escalationCode='#{x.y()}'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:import importType='x' location='y' namespace='z'/>")).hasSize(1);
        assertThat(checkRoot("<bpmn:message id='m' name='OfferMade'/>")).isEmpty();
    }

    @Test
    void documentTypesEntitiesAndSchemaLocationsAreRefused() {
        var model = "<!DOCTYPE d [<!ENTITY e '${x.y()}'>]>" + model("", "");
        var located = model("", "").replace("targetNamespace", "xsi:schemaLocation='http://evil http://evil/x.xsd' targetNamespace");

        assertThat(guard.check("x.bpmn", model.getBytes(StandardCharsets.UTF_8), true)).hasSize(1);
        assertThat(guard.check("x.bpmn", located.getBytes(StandardCharsets.UTF_8), true)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"a.cmmn", "a.js", "a.groovy", "bpmn20.xml", "a.BPMN", "a.dmn11.xml", "bpmn", "a.html"})
    void filesOfOtherKindsAreRefused(String name) {
        assertThat(guard.check(name, model("", "").getBytes(StandardCharsets.UTF_8), true)).hasSize(1);
    }

    @Test
    void stepThatHasGoneDoesNotLockCasesThatRun() {
        var model = model("<bpmn:serviceTask id='gone' camunda:delegateExpression='${gone}'/>", "").getBytes(StandardCharsets.UTF_8);

        assertThat(guard.check("x.bpmn", model, true)).hasSize(1);
        assertThat(guard.check("x.bpmn", model, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "javascript", "groovy", "python", "FEEL2"})
    void decisionInAScriptLanguageIsRefused(String language) {
        for (var place : List.of("inputExpression", "inputEntry", "outputEntry")) {
            var table = TABLE.replace("<" + place, "<" + place + " expressionLanguage='" + language + "'");

            assertThat(guard.check("x.dmn", table.getBytes(StandardCharsets.UTF_8), true)).hasSize(1);
        }
    }

    @Test
    void decisionThatIsNotFeelOrReachesJavaIsRefused() {
        assertThat(guard.check("x.dmn", TABLE.getBytes(StandardCharsets.UTF_8), true)).isEmpty();
        assertThat(dmn("&gt; 3", "&gt;&gt; 3")).singleElement().satisfies(finding -> assertThat(finding.element()).isEqualTo("entry"));
        assertThat(dmn("\"x\"", "function(a) external { java: { class: \"java.lang.Math\", method signature: \"abs(int)\" } }"))
                .isNotEmpty();
        assertThat(dmn("<decisionTable", "<businessKnowledgeModel id='b'/><decisionTable")).isNotEmpty();
        assertThat(dmn("<decisionTable", "<invocation id='b'/><decisionTable")).isNotEmpty();
    }

    @Test
    void formWithUnsupportedPartsIsRefusedNamingEach() {
        var form = """
                {"id": "f", "components": [
                  {"type": "html", "id": "h", "content": "<script>"},
                  {"type": "iframe", "id": "i", "url": "http://x"},
                  {"type": "textfield", "key": "a", "label": "А", "properties": {"en": "A"}, "conditional": {"hide": "=x"}},
                  {"type": "select", "key": "b", "label": "Б", "properties": {"en": "B"}, "valuesExpression": "=x"},
                  {"type": "textfield", "key": "c", "label": "=secret", "properties": {"en": "C"}},
                  {"type": "textfield", "key": "d", "label": "Г"},
                  {"type": "textfield", "key": "a", "label": "Д", "properties": {"en": "D"}}]}""";

        var findings = guard.check("x.form", form.getBytes(StandardCharsets.UTF_8), true);

        assertThat(findings).extracting(Finding::element).contains("h", "i", "a", "b", "c", "d");
    }

    private List<Finding> dmn(String from, String to) {
        return guard.check("x.dmn", TABLE.replace(from, to).getBytes(StandardCharsets.UTF_8), true);
    }

    private List<Finding> check(String inProcess) {
        return guard.check("x.bpmn", model(inProcess, "").getBytes(StandardCharsets.UTF_8), true);
    }

    private List<Finding> checkRoot(String root) {
        return guard.check("x.bpmn", model("", root).getBytes(StandardCharsets.UTF_8), true);
    }

    private static String model(String inProcess, String root) {
        return "<bpmn:definitions xmlns:bpmn='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn'"
                + " xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' targetNamespace='x'><bpmn:process id='p' isExecutable='true'>"
                + inProcess + "</bpmn:process>" + root + "</bpmn:definitions>";
    }

    private static final String TABLE = "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='d' namespace='x'>"
            + "<decision id='t' name='t'><decisionTable id='dt'><input id='in'><inputExpression id='ie'><text>a</text></inputExpression></input>"
            + "<output id='o' name='b'/><rule id='r'><inputEntry id='entry'><text>&gt; 3</text></inputEntry><outputEntry id='oe'>"
            + "<text>\"x\"</text></outputEntry></rule></decisionTable></decision></definitions>";
}
