package mn.eland.desk.operations;

import java.util.Locale;
import mn.eland.workflow.outage.Outage;
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
        return what(trouble.kind(), trouble.unanswered(), locale);
    }

    String what(Outage outage, Locale locale) {
        return what(outage.kind(), outage.unanswered(), locale);
    }

    private String what(String kind, boolean unanswered, Locale locale) {
        var common = first(locale, "trouble.what." + kind, "trouble.what." + OTHER);
        return unanswered ? first(locale, "trouble.what." + kind + ".unanswered", "trouble.what.unanswered") : common;
    }

    /** The system and what is asked of it. */
    String name(String poller, Locale locale) {
        return messages.getMessage("outage.name." + poller, null, locale);
    }

    String waits(Outage outage, Locale locale) {
        return messages.getMessage("outage.waits." + outage.poller(), new Object[] {outage.waiting()}, locale);
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
