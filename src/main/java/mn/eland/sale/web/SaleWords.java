package mn.eland.sale.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Texts of the sale with named placeholders, in the reader's language; templates call it as {@code @saleWords}. */
@Component
public class SaleWords {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private final MessageSource messages;

    SaleWords(MessageSource messages) {
        this.messages = messages;
    }

    public String text(String key, Map<String, Object> arguments) {
        return fill(messages.getMessage(key, null, key, locale()), worded(arguments));
    }

    /** A value that is itself a text of the sale is said in the reader's language too. */
    private Map<String, Object> worded(Map<String, Object> arguments) {
        var worded = new HashMap<>(arguments);
        worded.replaceAll((name, value) -> value instanceof String text && (text.startsWith("sale.") || text.startsWith("notarization.") || text.startsWith("register.")) ? in(locale(), text) : value);
        return worded;
    }

    /** The sentence of what is to be done now; a task without a sentence of its own gets the common one. */
    public String now(String key, Map<String, Object> arguments) {
        var common = key.startsWith("ended") ? "sale.now.ended" : "sale.now.task.other";
        var text = messages.getMessage("sale.now." + key, null, null, locale());
        return fill(text != null ? text : messages.getMessage(common, null, common, locale()), arguments);
    }

    String in(Locale locale, String key) {
        return messages.getMessage(key, null, key, locale);
    }

    private static String fill(String text, Map<String, Object> arguments) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(String.valueOf(arguments.getOrDefault(found.group(1), "–"))));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
