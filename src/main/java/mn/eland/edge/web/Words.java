package mn.eland.edge.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.kernel.ElandClock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Fills the named placeholders {@code {name}} of a message; amounts, days and times are written as on every page. */
@Component
public class Words {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu.MM.dd");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu.MM.dd HH:mm").withZone(ElandClock.ULAANBAATAR);

    private final MessageSource messages;

    Words(MessageSource messages) {
        this.messages = messages;
    }

    /** The message with its placeholders filled; throws when there is no such message. */
    public String text(String key, Map<String, Object> arguments, Locale locale) {
        return fill(messages.getMessage(key, null, locale), arguments, locale);
    }

    String fill(String pattern, Map<String, Object> arguments, Locale locale) {
        return PLACEHOLDER.matcher(pattern)
                .replaceAll(found -> Matcher.quoteReplacement(show(arguments.get(found.group(1)), locale)));
    }

    private String show(Object value, Locale locale) {
        if (value == null) {
            return "–";
        }
        if (value instanceof Instant instant) {
            return MINUTE.format(instant);
        }
        if (value instanceof LocalDate date) {
            return DAY.format(date);
        }
        if (value instanceof MessageKey word) {
            return messages.getMessage(word.key(), null, word.key(), locale);
        }
        if (value instanceof Enum<?> word) {
            var key = word.getDeclaringClass().getSimpleName().toLowerCase(Locale.ROOT) + "." + word.name();
            return messages.getMessage(key, null, word.name(), locale);
        }
        if (value instanceof Collection<?> all) {
            return all.stream().map(one -> show(one, locale)).collect(Collectors.joining(", "));
        }
        return value.toString();
    }

    /** An argument that is a message itself. */
    public record MessageKey(String key) {
    }
}
