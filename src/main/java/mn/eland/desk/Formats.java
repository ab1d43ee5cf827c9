package mn.eland.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.MoneyInWords;
import mn.eland.workflow.spi.TaskForm.MessageKey;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How values are written on pages, in the reader's language; templates call it as {@code @fmt}. */
@Component("fmt")
class Formats {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy.MM.dd HH:mm").withZone(ElandClock.ULAANBAATAR);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy.MM.dd").withZone(ElandClock.ULAANBAATAR);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm").withZone(ElandClock.ULAANBAATAR);
    private final MessageSource messages;
    private final ElandClock clock;

    Formats(MessageSource messages, ElandClock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code 285 000 000 ₮}; a dash for nothing. */
    public String money(Object amount) {
        if (amount instanceof Money money) {
            return money.toString();
        }
        return amount instanceof Number number ? Money.of(number.longValue()).toString() : "–";
    }

    /** The amount in words, as beside every confirmation. */
    public String words(Money amount) {
        return amount == null ? "" : MoneyInWords.of(amount, locale());
    }

    /** {@code 2026.11.22 14:05} in Ulaanbaatar. */
    public String when(Instant time) {
        return time == null ? "–" : WHEN.format(time);
    }

    /** {@code 14:05} in Ulaanbaatar. */
    public String time(Instant time) {
        return time == null ? "–" : TIME.format(time);
    }

    /** {@code 2026.11.22}. */
    public String date(Object time) {
        if (time instanceof LocalDate date) {
            return DATE.format(date);
        }
        return time instanceof Instant instant ? DATE.format(instant) : "–";
    }

    /** For the attribute {@code datetime}. */
    public String iso(Instant time) {
        return time == null ? null : time.atZone(ElandClock.ULAANBAATAR).truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString();
    }

    /** {@code in 3 days}, {@code 2 hours ago}. */
    public String relative(Instant time) {
        if (time == null) {
            return "–";
        }
        var distance = Duration.between(clock.instant(), time);
        var ahead = !distance.isNegative();
        var minutes = distance.abs().toMinutes();
        String unit;
        long count;
        if (minutes < 1) {
            return text("fmt.now");
        } else if (minutes < 60) {
            unit = "minute";
            count = minutes;
        } else if (minutes < 48 * 60) {
            unit = "hour";
            count = minutes / 60;
        } else {
            unit = "day";
            count = Math.abs(ChronoUnit.DAYS.between(clock.today(), time.atZone(ElandClock.ULAANBAATAR).toLocalDate()));
        }
        return text("fmt." + (ahead ? "in." : "ago.") + unit + (count == 1 ? ".one" : ""), Long.toString(count));
    }

    /** {@code overdue}, {@code today}, {@code soon} (three days) or {@code later}; {@code none} without a deadline. */
    public String urgency(Instant due) {
        if (due == null) {
            return "none";
        }
        if (due.isBefore(clock.instant())) {
            return "overdue";
        }
        var day = due.atZone(ElandClock.ULAANBAATAR).toLocalDate();
        if (!day.isAfter(clock.today())) {
            return "today";
        }
        return day.isBefore(clock.today().plusDays(4)) ? "soon" : "later";
    }

    /** True within three days after that time. */
    public boolean isFresh(Instant time) {
        return time != null && time.isAfter(clock.instant().minus(Duration.ofDays(3)));
    }

    /** {@code 62.0 м²}. */
    public String area(Number squareMetres) {
        return squareMetres == null ? "–" : String.format(Locale.ROOT, "%.1f\u00A0%s", squareMetres.doubleValue(),
                isMongolian() ? "м²" : "m²");
    }

    public String district(String code) {
        return messages.getMessage("district." + code, null, code, locale());
    }

    /** A whole number with thin spaces between thousands. */
    public String count(long number) {
        var text = Money.of(number).toString();
        return text.substring(0, text.length() - 2);
    }

    /** Any value a task form shows as a fact. */
    public String fact(Object value) {
        if (value instanceof Instant time) {
            return when(time);
        }
        if (value instanceof LocalDate date) {
            return date(date);
        }
        if (value instanceof Boolean yes) {
            return text(yes ? "fmt.yes" : "fmt.no");
        }
        if (value instanceof MessageKey key) {
            return text(key.key(), key.arguments());
        }
        return value == null || value.toString().isBlank() ? "–" : value.toString();
    }

    public boolean isMongolian() {
        return !"en".equals(locale().getLanguage());
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
