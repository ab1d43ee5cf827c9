package mn.eland.store.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.junit.jupiter.api.Test;

class MaskedMessageTests {

    private final MaskedMessage converter = new MaskedMessage();

    @Test
    void whatSomebodySentBeginsNoLineOfItsOwn() {
        assertThat(line("Two at once at {}: {}", "/deals\r\n2026-11-27 ERROR money is gone", "a\u001b[2Jb\u2028c"))
                .isEqualTo("Two at once at /deals<U+000D><U+000A>2026-11-27 ERROR money is gone: a<U+001B>[2Jb<U+2028>c");
    }

    @Test
    void whatTheHouseWritesStaysAsItIs() {
        assertThat(line("First line\nsecond line of {}", "ours")).isEqualTo("First line\nsecond line of ours");
        assertThat(line("Nobody sent {}", (Object) null)).isEqualTo("Nobody sent null");
    }

    @Test
    void numbersOfPeopleAreMaskedInBoth() {
        assertThat(line("Sent to {}", "a\n99112233")).isEqualTo("Sent to a<U+000A>••••2233");
    }

    private String line(String message, Object... sent) {
        return converter.convert(new LoggingEvent("", new LoggerContext().getLogger("x"), Level.WARN, message, null, sent));
    }
}
