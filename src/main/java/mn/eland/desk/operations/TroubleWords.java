package mn.eland.desk.operations;

import java.util.Locale;
import mn.eland.workflow.trouble.Trouble;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What an operator reads about a failed step: which system, what happened and what to do. */
@Component
class TroubleWords {

    private static final String OTHER = "other";
    private final MessageSource messages;

    TroubleWords(MessageSource messages) {
        this.messages = messages;
    }

    /** By the step where one error comes from several systems, else by the error. */
    String system(Trouble trouble, Locale locale) {
        return first(locale, "trouble.system.at." + trouble.activityId(), "trouble.system." + trouble.kind(), "trouble.system." + OTHER);
    }

    String what(Trouble trouble, Locale locale) {
        var common = first(locale, "trouble.what." + trouble.kind(), "trouble.what." + OTHER);
        return trouble.unanswered() ? first(locale, "trouble.what." + trouble.kind() + ".unanswered", "trouble.what.unanswered") : common;
    }

    String advice(Trouble trouble, Locale locale) {
        return first(locale, trouble.nextTry() == null ? "trouble.do." + trouble.kind() + ".over" : "trouble.do." + trouble.kind(),
                "trouble.do." + trouble.kind(), trouble.nextTry() == null ? "trouble.do.other.over" : "trouble.do." + OTHER);
    }

    String step(Trouble trouble, Locale locale) {
        return locale.getLanguage().equals("en") ? trouble.labelEn() : trouble.labelMn();
    }

    private String first(Locale locale, String... keys) {
        for (var key : keys) {
            var text = messages.getMessage(key, null, null, locale);
            if (text != null) {
                return text;
            }
        }
        return keys[keys.length - 1];
    }
}
