package mn.eland;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import mn.eland.house.MessageRules;
import org.junit.jupiter.api.Test;

/** Both languages say the same, and nothing visible is written anywhere else. */
class MessagesTests {

    @Test
    void bothLanguagesHaveTheSameKeys() {
        var faults = new ArrayList<String>();
        for (var mongolian : MessageRules.bundles()) {
            var english = Path.of(mongolian.toString().replace("_mn.", "_en."));
            faults.addAll(MessageRules.unequal(mongolian.getFileName().toString(), load(mongolian), load(english)));
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void aKeyStandsInOneBundleOnly() {
        var home = new HashMap<String, String>();
        var faults = new ArrayList<String>();
        for (var bundle : MessageRules.bundles()) {
            for (var key : load(bundle).stringPropertyNames()) {
                var before = home.put(key, bundle.getFileName().toString());
                if (before != null) {
                    faults.add(key + " stands in " + before + " and " + bundle.getFileName());
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() {
        var faults = MessageRules.templates().stream()
                .flatMap(file -> MessageRules.textsInTemplate(file.toString(), MessageRules.read(file)).stream()).toList();

        assertThat(faults).isEmpty();
    }

    @Test
    void everyKeyThatATemplateNamesExists() {
        var known = allKeys();
        var missing = new TreeSet<String>();
        for (var file : MessageRules.templates()) {
            for (var key : MessageRules.keysOf(MessageRules.read(file))) {
                if (!known.containsKey(key)) {
                    missing.add(file + ": " + key);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyRefusalHasAText() {
        var known = allKeys();

        assertThat(MessageRules.refusalCodes().stream().filter(code -> !known.containsKey("refusal." + code)).toList()).isEmpty();
    }

    @Test
    void aMissingTranslationIsCaught() {
        var mongolian = MessageRules.properties("greeting=Сайн байна уу, {name}\nfarewell=Баяртай");
        var english = MessageRules.properties("greeting=Hello");

        assertThat(MessageRules.unequal("planted", mongolian, english)).containsExactly(
                "planted: farewell has no English", "planted: greeting has other placeholders in English");
    }

    @Test
    void aWordInATemplateIsCaught() {
        var html = "<h1 th:text=\"#{greeting}\">Prototype</h1><p>Сайн байна уу</p><img alt=\"Зураг\" src=\"x\">";

        assertThat(MessageRules.textsInTemplate("planted", html)).containsExactly("planted: alt=\"Зураг\"", "planted: Сайн байна уу");
        assertThat(MessageRules.keysOf(html)).containsExactly("greeting");
    }

    private static Map<String, String> allKeys() {
        var keys = new HashMap<String, String>();
        for (var bundle : MessageRules.bundles()) {
            load(bundle).forEach((key, value) -> keys.put((String) key, (String) value));
        }
        return keys;
    }

    private static Properties load(Path file) {
        return MessageRules.properties(MessageRules.read(file));
    }
}
