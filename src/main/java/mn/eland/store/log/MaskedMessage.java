package mn.eland.store.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mn.eland.kernel.Mask;
import org.slf4j.helpers.MessageFormatter;

/** Messages of the log, whoever wrote them: personal numbers stand masked in them, and what somebody sent begins no line of its own. */
public class MaskedMessage extends MessageConverter {

    /** Line breaks of every kind, and what moves the cursor or turns the reading direction of a terminal. */
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]");

    @Override
    public String convert(ILoggingEvent event) {
        var sent = event.getArgumentArray();
        boolean strange = sent != null && Stream.of(sent).anyMatch(one -> UNPRINTED.matcher(String.valueOf(one)).find());
        return Mask.text(strange ? MessageFormatter.arrayFormat(event.getMessage(), Stream.of(sent).map(MaskedMessage::inOneLine).toArray())
                .getMessage()
                : super.convert(event));
    }

    private static String inOneLine(Object sent) {
        return UNPRINTED.matcher(String.valueOf(sent)).replaceAll(found -> "<U+%04X>".formatted((int) found.group().charAt(0)));
    }
}
