package mn.eland.kernel;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** An account number of Mongolia: {@code MN}, two check digits, bank of four digits, account of twelve. */
public record Iban(String value) {

    private static final Pattern FORM = Pattern.compile("MN\\d{18}");
    private static final String MN_AS_DIGITS = "2223";
    private static final BigInteger CHECK = BigInteger.valueOf(97);

    public Iban {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an IBAN of Mongolia: " + value);
        }
    }

    /** Takes spaces and small letters as people write them. */
    public static Iban of(String text) {
        return new Iban(plain(text));
    }

    /** @param bank four digits; @param account twelve digits; the check digits are worked out */
    public static Iban of(String bank, String account) {
        var rest = new BigInteger(bank + account + MN_AS_DIGITS + "00").mod(CHECK).intValue();
        return new Iban("MN%02d%s%s".formatted(CHECK.intValue() + 1 - rest, bank, account));
    }

    /** The characters as the bank counts them; null stays null. */
    public static String plain(String text) {
        return text == null ? null : text.replaceAll("\\s", "").toUpperCase(java.util.Locale.ROOT);
    }

    public static boolean isValid(String text) {
        return text != null && FORM.matcher(text).matches()
                && new BigInteger(text.substring(4) + MN_AS_DIGITS + text.substring(2, 4)).mod(CHECK).intValue() == 1;
    }

    /** In groups of four, as it is printed. */
    public String grouped() {
        return value.replaceAll("(.{4})(?!$)", "$1 ");
    }

    @Override
    public String toString() {
        return value;
    }
}
