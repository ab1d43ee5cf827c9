package mn.eland.contract.print;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.expression.ParseException;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** Reads a template without filling it: every field it names must be known, every clause must apply to some facts. */
public final class TemplateCheck {

    private static final Pattern LOCAL = Pattern.compile("(\\w+)\\s*=\\s*\\$\\{");
    private static final Pattern FRAGMENT = Pattern.compile("~\\{documents/frame :: (\\w+)(?:\\((.*)\\))?}", Pattern.DOTALL);
    /** What the printer adds to the facts. */
    private static final Set<String> PRINTED = Set.of("words", "n", "number", "boxes", "version", "code", "url", "qr");
    private final DocumentFields fields;
    private final Collection<String> required;
    private final Element frame;
    private final Set<Finding> findings = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();

    private TemplateCheck(DocumentFields fields, Collection<String> required) {
        this.fields = fields;
        this.required = required;
        try (var file = TemplateCheck.class.getResourceAsStream("/templates/documents/frame.html")) {
            this.frame = Markup.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param required the facts that the document is never written without */
    public static Result check(String template, Collection<String> required) {
        var check = new TemplateCheck(DocumentFields.all(), required);
        check.element(Markup.parse(template), PRINTED, List.of());
        return new Result(List.copyOf(check.findings), List.copyOf(check.named));
    }

    private void element(Element element, Set<String> outer, List<ClauseCondition> above) {
        var locals = new HashSet<>(outer);
        var each = element.getAttribute("th:each");
        if (!each.isEmpty()) {
            locals.add(each.substring(0, each.indexOf(':')).trim());
        }
        var conditions = conditions(element, locals, above);
        LOCAL.matcher(element.getAttribute("th:with")).results().forEach(found -> locals.add(found.group(1)));
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            expressions(((Attr) element.getAttributes().item(i)).getValue()).forEach(text -> names(text, locals));
        }
        var fragment = FRAGMENT.matcher(element.getAttribute("th:replace"));
        if (fragment.matches()) {
            follow(frame, fragment.group(1), locals, conditions);
            return;
        }
        for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                element(inner, locals, conditions);
            } else if (child instanceof Text text) {
                expressions(text.getData()).forEach(expression -> names(expression, locals));
            }
        }
    }

    private void follow(Element within, String name, Set<String> locals, List<ClauseCondition> conditions) {
        var signature = within.getAttribute("th:fragment");
        if (signature.equals(name) || signature.startsWith(name + "(")) {
            var inner = new HashSet<>(locals);
            if (signature.endsWith(")")) {
                inner.addAll(List.of(signature.substring(name.length() + 1, signature.length() - 1).split(" *, *")));
            }
            element(within, inner, conditions);
            return;
        }
        for (Node child = within.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                follow(element, name, locals, conditions);
            }
        }
    }

    private List<ClauseCondition> conditions(Element element, Set<String> locals, List<ClauseCondition> above) {
        var all = new ArrayList<>(above);
        add(element.getAttribute("th:if"), false, locals, all);
        add(element.getAttribute("th:unless"), true, locals, all);
        var chosen = element.getAttribute("th:case");
        if (!chosen.isEmpty() && !chosen.equals("*") && element.getParentNode() instanceof Element parent) {
            expressions(parent.getAttribute("th:switch")).forEach(value -> add("${" + value + " == " + chosen + "}", false, locals, all));
        }
        return all;
    }

    private void add(String attribute, boolean negated, Set<String> locals, List<ClauseCondition> all) {
        for (var text : expressions(attribute)) {
            names(text, locals);
            var condition = condition(text, negated);
            if (condition == null || condition.names().stream().anyMatch(name -> locals.contains(name) || fields.field(name).isEmpty())) {
                continue;
            }
            boolean could = ClauseCondition.canHold(all, fields, required);
            all.add(condition);
            if (could && !ClauseCondition.canHold(all, fields, required)) {
                findings.add(new Finding("NEVER_APPLIES", (negated ? "not " : "") + text));
            }
        }
    }

    private void names(String text, Set<String> locals) {
        var expression = condition(text, false);
        if (expression != null) {
            expression.names().stream().filter(name -> !locals.contains(name)).forEach(name -> {
                named.add(name);
                if (fields.field(name).isEmpty()) {
                    findings.add(new Finding("UNKNOWN_FIELD", name));
                }
            });
        }
    }

    private ClauseCondition condition(String text, boolean negated) {
        try {
            return new ClauseCondition(text, negated);
        } catch (ParseException | IllegalStateException e) {
            findings.add(new Finding("NOT_AN_EXPRESSION", text));
            return null;
        }
    }

    /** The insides of all {@code ${...}}; braces within are counted. */
    private static List<String> expressions(String text) {
        var found = new ArrayList<String>();
        for (int start = text.indexOf("${"); start >= 0; start = text.indexOf("${", start + 2)) {
            int depth = 1;
            int end = start + 2;
            while (end < text.length() && depth > 0) {
                depth += text.charAt(end) == '{' ? 1 : text.charAt(end) == '}' ? -1 : 0;
                end++;
            }
            found.add(text.substring(start + 2, depth == 0 ? end - 1 : end));
        }
        return found;
    }

    /** @param code UNKNOWN_FIELD, NEVER_APPLIES or NOT_AN_EXPRESSION @param what the field or the condition */
    public record Finding(String code, String what) {
    }

    /** @param fields the facts that the template names, in its order */
    public record Result(List<Finding> findings, List<String> fields) {
    }
}
