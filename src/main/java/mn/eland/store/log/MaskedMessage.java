package mn.eland.store.log;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import mn.eland.kernel.Mask;

/** Messages of the log, whoever wrote them: personal numbers stand masked in them. */
public class MaskedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return Mask.text(super.convert(event));
    }
}
