package mn.eland.sale.risk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.regex.Pattern;
import mn.eland.kernel.ElandClock;
import mn.eland.sale.risk.finding.Signal;
import mn.eland.sale.web.SaleWords;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Signals and their evidence in the reader's language; the page of compliance calls it as {@code @riskWords}. */
@Component
class RiskWords {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm").withZone(ElandClock.ULAANBAATAR);
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z");

    private final SaleWords words;
    private final MessageSource messages;

    RiskWords(SaleWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    public String evidence(Signal.Evidence evidence) {
        var arguments = new HashMap<String, Object>();
        evidence.arguments().forEach((name, value) -> arguments.put(name, shown(value)));
        return words.text("risk.evidence." + evidence.what(), arguments);
    }

    public String value(Signal signal) {
        return signal.value() == null ? text("risk.unknown") : shown(signal.value());
    }

    private String shown(Object value) {
        if (value instanceof Boolean flag) {
            return text(flag ? "risk.yes" : "risk.no");
        }
        if (value instanceof Double ratio) {
            return String.format(Locale.ROOT, "%.2f", ratio);
        }
        var text = String.valueOf(value);
        return INSTANT.matcher(text).matches() ? WHEN.format(Instant.parse(text)) : text;
    }

    private String text(String key) {
        return messages.getMessage(key, null, key, LocaleContextHolder.getLocale());
    }
}
