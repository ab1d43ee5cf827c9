package mn.eland.workflow.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import mn.eland.workflow.DeploymentRefused;
import mn.eland.workflow.DeploymentRefused.Finding;
import mn.eland.workflow.FormDefinition;
import mn.eland.workflow.FormDefinition.Field;
import mn.eland.workflow.FormDefinition.Kind;
import mn.eland.workflow.FormDefinition.Option;

/**
 * Reads Camunda Forms JSON and refuses all that ELAND would not render or would not check, so that a form never says
 * more than the platform does.
 */
public final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern CONDITION = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=(.+)");
    private static final Set<Kind> SILENT = Set.of(Kind.TEXT, Kind.SEPARATOR, Kind.GROUP);
    private static final Set<Kind> CHOICES = Set.of(Kind.SELECT, Kind.RADIO, Kind.CHECKLIST);
    private static final Set<String> UNKNOWN_TO_US = Set.of("conditional", "valuesKey", "valuesExpression", "defaultValue",
            "path", "expression", "searchable", "url", "source", "dataSource", "imageSource");
    private static final Set<String> CHECKS = Set.of("required", "min", "max", "minLength", "maxLength", "pattern",
            "validationType");

    private final String resource;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();

    private FormReader(String resource) {
        this.resource = resource;
    }

    /** @throws DeploymentRefused naming every component that is not supported */
    public static FormDefinition read(String resource, byte[] json) {
        var reader = new FormReader(resource);
        FormDefinition form = null;
        try {
            var root = JSON.readTree(json);
            form = new FormDefinition(root.path("id").asText(""), reader.fields(root.path("components")));
            if (form.key().isBlank()) {
                reader.refuse("(form)", "a form needs an id");
            }
        } catch (IOException e) {
            reader.refuse("(form)", "not a JSON document: " + e.getMessage());
        }
        if (!reader.findings.isEmpty()) {
            throw new DeploymentRefused(reader.findings);
        }
        return form;
    }

    private List<Field> fields(JsonNode components) {
        var fields = new ArrayList<Field>();
        components.forEach(component -> {
            var field = field(component);
            if (field != null) {
                fields.add(field);
            }
        });
        return List.copyOf(fields);
    }

    private Field field(JsonNode node) {
        var name = node.path("key").asText(node.path("id").asText("?"));
        var kind = kind(node, name);
        if (kind == null) {
            return null;
        }
        refuseUnknown(node, kind, name);
        boolean silent = SILENT.contains(kind);
        var key = silent ? null : key(name);
        var texts = node.path("properties");
        var label = text(kind == Kind.TEXT ? node.path("text") : node.path("label"));
        var english = text(texts.path("en"));
        if (!silent && (label == null || english == null)) {
            refuse(name, "needs a Mongolian label and the property \"en\"");
        }
        var showIf = text(texts.path("showIf"));
        if (showIf != null && !(CONDITION.matcher(showIf).matches() && keys.contains(showIf.substring(0, showIf.indexOf('='))))) {
            refuse(name, "showIf must be <field>=<value> with a field that stands before");
        }
        if (key != null && !keys.add(key)) {
            refuse(name, "two fields have the key " + key);
        }
        var checks = node.path("validate");
        return new Field(kind, key, label, english == null ? label : english, text(node.path("description")),
                text(texts.path("descriptionEn")), checks.path("required").asBoolean(), node.path("readonly").asBoolean()
                || node.path("disabled").asBoolean(), number(name, checks, "min"), number(name, checks, "max"),
                length(name, checks, "minLength"), length(name, checks, "maxLength"), pattern(name, checks),
                "true".equals(texts.path("money").asText()), CHOICES.contains(kind) ? options(node, name) : List.of(), showIf,
                kind == Kind.GROUP ? fields(node.path("components")) : List.of());
    }

    private Kind kind(JsonNode node, String name) {
        var type = node.path("type").asText("");
        try {
            return Kind.valueOf(type.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            refuse(name, "components of type \"" + type + "\" are not supported");
            return null;
        }
    }

    private void refuseUnknown(JsonNode node, Kind kind, String name) {
        UNKNOWN_TO_US.stream().filter(node::has).sorted()
                .forEach(unknown -> refuse(name, "\"" + unknown + "\" is not supported"));
        node.path("validate").fieldNames().forEachRemaining(check -> {
            if (!CHECKS.contains(check)) {
                refuse(name, "the check \"" + check + "\" is not supported");
            }
        });
        for (var text : List.of("label", "text", "description")) {
            if (node.path(text).asText("").startsWith("=")) {
                refuse(name, "an expression as " + text + " is not supported");
            }
        }
        if (kind == Kind.DATETIME && !"date".equals(node.path("subtype").asText("date"))) {
            refuse(name, "only dates are supported, no time of day");
        }
        if (kind == Kind.NUMBER && node.path("decimalDigits").asInt(0) > 0) {
            refuse(name, "only whole numbers are supported");
        }
    }

    private String key(String name) {
        if (!KEY.matcher(name).matches()) {
            refuse(name, "a key is made of letters and digits");
        }
        return name;
    }

    private List<Option> options(JsonNode node, String name) {
        var options = new ArrayList<Option>();
        for (var option : node.path("values")) {
            var value = option.path("value").asText("");
            var label = text(option.path("label"));
            var english = text(node.path("properties").path("en." + value));
            if (value.isEmpty() || label == null || english == null) {
                refuse(name, "the option \"" + value + "\" needs a value, a label and the property \"en." + value + "\"");
            }
            options.add(new Option(value, label, english == null ? label : english));
        }
        if (options.isEmpty()) {
            refuse(name, "a choice needs fixed options in \"values\"");
        }
        return List.copyOf(options);
    }

    private Long number(String name, JsonNode checks, String check) {
        var value = checks.path(check);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        try {
            return Long.valueOf(value.asText());
        } catch (NumberFormatException e) {
            refuse(name, check + " must be a whole number");
            return null;
        }
    }

    private Integer length(String name, JsonNode checks, String check) {
        var value = number(name, checks, check);
        return value == null ? null : Math.toIntExact(value);
    }

    private String pattern(String name, JsonNode checks) {
        var pattern = text(checks.path("pattern"));
        try {
            return pattern == null ? null : Pattern.compile(pattern).pattern();
        } catch (PatternSyntaxException e) {
            refuse(name, "the pattern cannot be read: " + e.getDescription());
            return null;
        }
    }

    private static String text(JsonNode node) {
        return node.isMissingNode() || node.isNull() || node.asText().isBlank() ? null : node.asText();
    }

    private void refuse(String element, String reason) {
        findings.add(new Finding(resource, element, reason));
    }
}
