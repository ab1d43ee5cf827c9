package mn.eland.integration.xyp;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Values as the registers write them: small letters, commas, dates with and without time. */
final class XypText {

    private static final int DATE_LENGTH = 10;

    private XypText() {
    }

    /** A person's or company's register number in capitals; null stays null. */
    static String register(String text) {
        return text == null ? null : text.strip().toUpperCase(Locale.ROOT);
    }

    /** A property number as ELAND writes it: capital letter, hyphen, ten digits. */
    static String registryNo(String text) {
        var plain = plainRegistryNo(text);
        return plain == null || plain.length() < 2 ? plain : plain.charAt(0) + "-" + plain.substring(1);
    }

    static String plainRegistryNo(String text) {
        return text == null ? null : text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }

    /** With comma or point; zero when there is none. */
    static BigDecimal decimal(String text) {
        try {
            return text == null ? BigDecimal.ZERO : new BigDecimal(text.strip().replace(',', '.').replace(" ", ""));
        } catch (NumberFormatException e) {
            return BigDecimal.ZERO;
        }
    }

    /** The day of {@code 2014-06-21T00:00:00+08:00}, {@code 2014-06-21 00:00:00.0} or {@code 2014-06-21}; null when unreadable. */
    static LocalDate day(String text) {
        if (text == null || text.length() < DATE_LENGTH) {
            return null;
        }
        try {
            return LocalDate.parse(text.substring(0, DATE_LENGTH));
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
