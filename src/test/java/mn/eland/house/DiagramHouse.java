package mn.eland.house;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.Eland;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ErrorEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.modulith.core.ApplicationModules;

/** All diagrams of the project and everything they may name. */
public final class DiagramHouse {

    private static final Pattern ERROR_THROWN = Pattern.compile("new BpmnError\\(\"(\\w+)\"");
    /** Tables of parameters; that each of their keys is read, or says that it is not, is tested beside them. */
    private static final Predicate<String> ASKED_BY_KEY = Pattern.compile("parameters|\\w+Parameters").asMatchPredicate();
    private static final Pattern DECISION_ASKED = Pattern.compile("decide\\(\\s*\"(\\w+)\"");

    private DiagramHouse() {
    }

    public static List<Diagram> diagrams() {
        return Code.files(Path.of("processes"), ".bpmn").stream().map(Diagram::read).toList();
    }

    public static NamingRules.House ofThisProject() {
        return new NamingRules.House(Code.steps(), Code.taskForms(), words(Path.of("forms"), ".form"),
                words(Path.of("decisions"), ".dmn"),
                diagrams().stream().map(diagram -> diagram.process().getId()).collect(Collectors.toSet()), Code.events(), errorsThrown());
    }

    private static Set<String> words(Path folder, String ending) {
        return Code.files(folder, ending).stream().map(file -> camel(file.getFileName().toString().replace(ending, "")))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String camel(String kebab) {
        return Pattern.compile("-(.)").matcher(kebab).replaceAll(match -> match.group(1).toUpperCase(java.util.Locale.ROOT));
    }

    /** By a step in Java, or by an error end event of a called process. */
    private static Set<String> errorsThrown() {
        var codes = new TreeSet<>(Code.mentioned(ERROR_THROWN));
        for (var diagram : diagrams()) {
            diagram.all(EndEvent.class).stream().flatMap(end -> end.getEventDefinitions().stream())
                    .filter(ErrorEventDefinition.class::isInstance).map(ErrorEventDefinition.class::cast)
                    .filter(definition -> definition.getError() != null)
                    .forEach(definition -> codes.add(definition.getError().getErrorCode()));
        }
        return codes;
    }

    /** Steps, task forms, forms and decisions that nothing uses. */
    public static List<String> orphans() {
        var used = new TreeSet<String>();
        for (var diagram : diagrams()) {
            diagram.all(ServiceTask.class).forEach(task -> used.add("step " + task.getId()));
            diagram.all(UserTask.class).forEach(task -> used.add("task form " + task.getId()));
            diagram.all(UserTask.class).forEach(task -> used.add("form " + task.getId()));
            diagram.all(BusinessRuleTask.class).forEach(task -> used.add("decision " + task.getCamundaDecisionRef()));
        }
        Code.mentioned(DECISION_ASKED).forEach(key -> used.add("decision " + key));
        words(Path.of("decisions"), ".dmn").stream().filter(ASKED_BY_KEY).forEach(table -> used.add("decision " + table));
        var all = new TreeSet<String>();
        Code.steps().forEach(step -> all.add("step " + step));
        Code.taskForms().forEach(form -> all.add("task form " + form));
        words(Path.of("forms"), ".form").forEach(form -> all.add("form " + form));
        words(Path.of("decisions"), ".dmn").forEach(decision -> all.add("decision " + decision));
        all.removeAll(used);
        return List.copyOf(all);
    }

    /** Call activities that point from one module to another which it may not know. */
    public static List<String> forbiddenCalls() {
        var home = new HashMap<String, String>();
        diagrams().forEach(diagram -> home.put(diagram.process().getId(), diagram.module()));
        var faults = new ArrayList<String>();
        for (var diagram : diagrams()) {
            for (var call : diagram.all(CallActivity.class)) {
                var target = home.get(call.getCalledElement());
                if (target != null && !target.equals(diagram.module()) && !mayKnow(diagram.module(), target)) {
                    faults.add(diagram.module() + " calls " + call.getCalledElement() + " of " + target);
                }
            }
        }
        return faults;
    }

    /** Reading all classes for what is not declared takes seconds, so it comes last. */
    private static boolean mayKnow(String from, String to) {
        return declared(from).contains(to) || isKnownInCode(ApplicationModules.of(Eland.class), from, to);
    }

    private static boolean isKnownInCode(ApplicationModules modules, String from, String to) {
        return modules.getModuleByName(from).orElseThrow().getDirectDependencies(modules).stream()
                .anyMatch(dependency -> dependency.getTargetModule().getIdentifier().toString().equals(to));
    }

    private static List<String> declared(String module) {
        try {
            var annotation = Class.forName("mn.eland." + module + ".package-info")
                    .getAnnotation(org.springframework.modulith.ApplicationModule.class);
            return List.of(annotation.allowedDependencies());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
