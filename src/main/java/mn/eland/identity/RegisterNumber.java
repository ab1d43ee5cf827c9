package mn.eland.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mn.eland.kernel.Mask;

/**
 * The register number of a citizen: two Cyrillic capitals and eight digits {@code YYMMDDSC}. A month of 21 to 32 is a
 * birth since 2000. The last digit has no public rule and is not checked.
 */
public record RegisterNumber(String text) {

    private static final Pattern FORM = Pattern.compile("[А-ЯЁӨҮ]{2}\\d{8}");
    private static final int MONTHS_OF_THE_NEW_CENTURY = 20;

    public RegisterNumber {
        if (text == null || !FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("not a register number");
        }
        birthDate(text);
    }

    /** Reads what a person typed: small letters and blanks are forgiven, an impossible date is not. */
    public static Optional<RegisterNumber> read(String typed) {
        if (typed == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RegisterNumber(typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public LocalDate birthDate() {
        return birthDate(text);
    }

    public boolean isMale() {
        return digit(8) % 2 == 1;
    }

    /** For screens: the letters and the last two digits. */
    public String masked() {
        return Mask.registerNumber(text);
    }

    private int digit(int index) {
        return text.charAt(index) - '0';
    }

    private static LocalDate birthDate(String text) {
        var year = Integer.parseInt(text.substring(2, 4));
        var month = Integer.parseInt(text.substring(4, 6));
        var day = Integer.parseInt(text.substring(6, 8));
        var newCentury = month > MONTHS_OF_THE_NEW_CENTURY;
        try {
            return LocalDate.of((newCentury ? 2000 : 1900) + year, newCentury ? month - MONTHS_OF_THE_NEW_CENTURY : month, day);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a register number: no such day of birth", e);
        }
    }

    @Override
    public String toString() {
        return masked();
    }
}
