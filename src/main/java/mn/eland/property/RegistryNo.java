package mn.eland.property;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The state register's number of a property: a Cyrillic letter and ten digits, shown as {@code Ү-2299000001}. */
public record RegistryNo(String value) {

    private static final Pattern FORM = Pattern.compile("([ҮГЭ])(\\d{10})");
    private static final Pattern NOISE = Pattern.compile("[\\s\\-‐‑‒–—−_№#]+");

    /** Reads what people type: Latin Y, V, G or E, Cyrillic У for Ү, any hyphen or none, any case. */
    public static Optional<RegistryNo> read(String typed) {
        if (typed == null || typed.length() > 40) {
            return Optional.empty();
        }
        var plain = NOISE.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        var match = FORM.matcher(cyrillic(plain.charAt(0)) + plain.substring(1));
        return match.matches() ? Optional.of(new RegistryNo(match.group(1) + "-" + match.group(2))) : Optional.empty();
    }

    private static char cyrillic(char letter) {
        return switch (letter) {
            case 'Y', 'V', 'У' -> 'Ү';
            case 'G' -> 'Г';
            case 'E' -> 'Э';
            default -> letter;
        };
    }

    /** Land is entered under Г, everything that stands on it under Ү. */
    public boolean suits(PropertyView.Kind kind) {
        boolean land = kind == PropertyView.Kind.LAND || kind == PropertyView.Kind.POSSESSION_RIGHT;
        return land ? value.charAt(0) == 'Г' : value.charAt(0) != 'Г';
    }

    @Override
    public String toString() {
        return value;
    }
}
