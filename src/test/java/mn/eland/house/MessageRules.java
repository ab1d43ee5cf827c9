package mn.eland.house;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Visible words stand in bundles, in both languages, under keys that exist. */
public final class MessageRules {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final Pattern KEYBOARD = Pattern.compile("<kbd>[^<]*</kbd>");
    private static final Pattern QUOTED_GREATER = Pattern.compile("(=\"[^\"]*)>(?=[^\"]*\")");
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern TAG = Pattern.compile("<[^>]+>", Pattern.DOTALL);
    private static final Pattern INLINE = Pattern.compile("\\[[\\[(].*?[)\\]]]", Pattern.DOTALL);
    private static final Pattern SILENT = Pattern.compile("<(style|script|title)\\b.*?</\\1>", Pattern.DOTALL);
    private static final Pattern REPLACED = Pattern.compile("<(\\w+)\\b[^>]*\\bth:(text|utext|replace)=[^>]*>([^<]*)</\\1>");
    private static final Pattern SPOKEN_ATTRIBUTE = Pattern.compile("\\s(alt|title|placeholder|aria-label)=\"[^\"]*\\p{L}{2,}[^\"]*\"");
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][\\w.-]*[\\w])[}(]");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private MessageRules() {
    }

    public static Properties properties(String text) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    /** What stands in one language only, or with other placeholders. */
    public static List<String> unequal(String bundle, Properties mongolian, Properties english) {
        var faults = new ArrayList<String>();
        var keys = new TreeSet<>(mongolian.stringPropertyNames());
        keys.addAll(english.stringPropertyNames());
        for (var key : keys) {
            var mn = mongolian.getProperty(key);
            var en = english.getProperty(key);
            if (mn == null || en == null) {
                faults.add(bundle + ": " + key + " has no " + (mn == null ? "Mongolian" : "English"));
            } else if (mn.isBlank() != en.isBlank()) {
                faults.add(bundle + ": " + key + " is empty in one language");
            } else if (!placeholders(mn).equals(placeholders(en))) {
                faults.add(bundle + ": " + key + " has other placeholders in English");
            }
        }
        return faults;
    }

    private static Set<String> placeholders(String text) {
        var names = new TreeSet<String>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    /** Words written straight into a template. */
    public static List<String> textsInTemplate(String name, String html) {
        var faults = new ArrayList<String>();
        var attributes = SPOKEN_ATTRIBUTE.matcher(COMMENT.matcher(html).replaceAll(""));
        while (attributes.find()) {
            faults.add(name + ": " + attributes.group().trim());
        }
        var text = KEYBOARD.matcher(COMMENT.matcher(html).replaceAll("")).replaceAll("");
        text = QUOTED_GREATER.matcher(text).replaceAll("$1");
        text = SILENT.matcher(text).replaceAll("");
        text = REPLACED.matcher(text).replaceAll("");
        text = TAG.matcher(text).replaceAll("\n");
        text = INLINE.matcher(text).replaceAll("");
        text = text.replaceAll("&\\w+;", "");
        for (var line : text.split("\n")) {
            if (WORD.matcher(line).find() && !line.strip().equals("ELAND")) {
                faults.add(name + ": " + line.strip());
            }
        }
        return faults;
    }

    /** Keys a template names literally. */
    public static Set<String> keysOf(String html) {
        var keys = new TreeSet<String>();
        var matcher = KEY_IN_TEMPLATE.matcher(html);
        while (matcher.find()) {
            keys.add(matcher.group(1));
        }
        return keys;
    }

    public static List<Path> templates() {
        return Code.files(Path.of("templates"), ".html").stream()
                .filter(file -> !file.startsWith("templates/documents")).toList();
    }

    public static List<Path> bundles() {
        return Code.files(Path.of("src/main/resources/messages"), "_mn.properties");
    }

    public static String read(Path file) {
        return Code.read(file);
    }

    /** Codes of refusals that the sources make. */
    public static Set<String> refusalCodes() {
        return Code.mentioned(Pattern.compile("Refusal\\s*\\.\\s*(?:invalid|conflict|forbidden|notFound|expired)\\(\\s*\"([A-Z0-9_]+)\""));
    }
}
