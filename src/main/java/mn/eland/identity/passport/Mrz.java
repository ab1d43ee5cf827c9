package mn.eland.identity.passport;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The machine-readable zone of a passport: two lines of 44 letters (ICAO 9303, part 4). What its check digits do not fit is none.
 *
 * @param issuer      of the passport, @param nationality of the holder: codes of up to three letters, as they stand there
 * @param surname     letters and blanks, as @param givenNames
 * @param documentNo  without the filler
 */
public record Mrz(String issuer, String surname, String givenNames, String documentNo, String nationality, LocalDate born, LocalDate expiresOn) {

    private static final int LENGTH = 44;
    private static final Pattern FORM = Pattern.compile("P[A-Z<][A-Z<]{3}[A-Z<]{39}\n[A-Z0-9<]{9}\\d[A-Z<]{3}\\d{6}\\d[MFX<]\\d{6}\\d[A-Z0-9<]{14}[\\d<]\\d");
    private static final int[] WEIGHTS = {7, 3, 1};
    private static final int CENTURY = 100;

    /**
     * Reads what somebody typed or a camera read: two lines, spaces and small letters do no harm.
     *
     * @param today to tell the century of a birth, which the zone leaves out: nobody is born in the future
     */
    public static Optional<Mrz> read(String typed, LocalDate today) {
        var lines = typed == null ? List.<String>of() : Arrays.stream(typed.toUpperCase(Locale.ROOT).split("\\R")).map(line -> line.replaceAll("\\s", ""))
                .filter(line -> !line.isEmpty()).toList();
        if (lines.size() != 2 || lines.stream().anyMatch(line -> line.length() != LENGTH) || !FORM.matcher(String.join("\n", lines)).matches()) {
            return Optional.empty();
        }
        var second = lines.get(1);
        boolean right = fits(second.substring(0, 9), second.charAt(9)) && fits(second.substring(13, 19), second.charAt(19))
                && fits(second.substring(21, 27), second.charAt(27)) && fitsOrEmpty(second.substring(28, 42), second.charAt(42))
                && fits(second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43), second.charAt(43));
        return right ? of(lines.get(0), second, today) : Optional.empty();
    }

    private static Optional<Mrz> of(String first, String second, LocalDate today) {
        var names = first.substring(5).split("<<", 2);
        try {
            var born = day(second.substring(13, 19), today.getYear());
            return Optional.of(new Mrz(plain(first.substring(2, 5)), plain(names[0]), names.length < 2 ? "" : plain(names[1]), plain(second.substring(0, 9)),
                    plain(second.substring(10, 13)), born.isAfter(today) ? born.minusYears(CENTURY) : born, day(second.substring(21, 27), today.getYear())));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    /** In the century of the year. */
    private static LocalDate day(String digits, int year) {
        return LocalDate.of(year / CENTURY * CENTURY + Integer.parseInt(digits.substring(0, 2)), Integer.parseInt(digits.substring(2, 4)),
                Integer.parseInt(digits.substring(4, 6)));
    }

    private static String plain(String field) {
        return field.replace('<', ' ').strip().replaceAll(" +", " ");
    }

    private static boolean fitsOrEmpty(String field, char check) {
        return check == '<' ? field.chars().allMatch(letter -> letter == '<') : fits(field, check);
    }

    static boolean fits(String field, char check) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char letter = field.charAt(i);
            int value = letter == '<' ? 0 : Character.digit(letter, Character.MAX_RADIX);
            sum += value * WEIGHTS[i % WEIGHTS.length];
        }
        return sum % 10 == check - '0';
    }

    public boolean isOver(LocalDate on) {
        return expiresOn.isBefore(on);
    }

    /** Whether all Latin words of a name stand among the names here, in any order. */
    public boolean isNamed(String name) {
        var here = List.of((surname + " " + givenNames).split(" "));
        var words = Arrays.stream(name.toUpperCase(Locale.ROOT).split("[^A-Z]+")).filter(word -> !word.isEmpty()).toList();
        return !words.isEmpty() && here.containsAll(words);
    }

    @Override
    public String toString() {
        return "Mrz[" + nationality + "]";
    }
}
