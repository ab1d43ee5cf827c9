package mn.eland.identity.passport;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.kernel.Refusal;

/**
 * What a passport says of somebody who is in no register of ours.
 *
 * @param country of the nationality, two letters (ISO 3166-1); {@code XX} for who has none
 * @param fault   why the passport is none to open an account with, or null
 */
public record Foreigner(LocalDate born, String country, Refusal fault) {

    private static final String UNKNOWN = "XX";
    private static final String HOME = "MN";
    private static final String GERMANY = "D";
    private static final Map<String, String> COUNTRIES = Arrays.stream(Locale.getISOCountries())
            .collect(Collectors.toMap(code -> new Locale("", code).getISO3Country(), Function.identity()));

    /** Of a passport that can be read. Its fault is {@code PASSPORT_OF_A_CITIZEN} or {@code PASSPORT_OVER} (argument {@code on}). */
    public static Foreigner of(Mrz mrz, LocalDate today) {
        var country = country(mrz.nationality());
        var fault = country.equals(HOME) ? Refusal.invalid("PASSPORT_OF_A_CITIZEN", "mrz")
                : mrz.isOver(today) ? Refusal.invalid("PASSPORT_OVER", "mrz").with("on", mrz.expiresOn()) : null;
        return new Foreigner(mrz.born(), country, fault);
    }

    /** Of two lines that are none: the fault is {@code MRZ_INVALID}. */
    public static Foreigner unreadable() {
        return new Foreigner(null, UNKNOWN, Refusal.invalid("MRZ_INVALID", "mrz"));
    }

    /** A name as people write it: passports write in capitals. */
    public static String name(String capitals) {
        return Arrays.stream(capitals.split(" ")).filter(word -> !word.isEmpty())
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)).collect(Collectors.joining(" "));
    }

    public List<Refusal> faults() {
        return fault == null ? List.of() : List.of(fault);
    }

    /** Germany alone stands in passports with one letter (ICAO 9303, part 3). */
    private static String country(String threeLetters) {
        return threeLetters.equals(GERMANY) ? "DE" : COUNTRIES.getOrDefault(threeLetters, UNKNOWN);
    }
}
