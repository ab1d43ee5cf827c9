package mn.eland.identity.screening;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A name as words that can be compared: Latin letters, without the genitive of a parent's name (Ганболдын, Ганболд), without forms of
 * companies, sorted.
 */
final class NameWords {

    private static final Pattern GENITIVE = Pattern.compile("(?<=\\p{L}{3})(ГИЙН|ГЫН|ИЙН|ЫН|ИЙ|Ы)$");
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final List<String> FORMS = List.of("HHK", "HK", "LLC", "LTD", "INC", "CO");
    private static final Map<Character, String> LATIN = Map.ofEntries(Map.entry('А', "A"), Map.entry('Б', "B"), Map.entry('В', "V"), Map.entry('Г', "G"),
            Map.entry('Д', "D"), Map.entry('Е', "E"), Map.entry('Ё', "YO"), Map.entry('Ж', "J"), Map.entry('З', "Z"), Map.entry('И', "I"),
            Map.entry('Й', "I"), Map.entry('К', "K"), Map.entry('Л', "L"), Map.entry('М', "M"), Map.entry('Н', "N"), Map.entry('О', "O"),
            Map.entry('Ө', "U"), Map.entry('П', "P"), Map.entry('Р', "R"), Map.entry('С', "S"), Map.entry('Т', "T"), Map.entry('У', "U"),
            Map.entry('Ү', "U"), Map.entry('Ф', "F"), Map.entry('Х', "H"), Map.entry('Ц', "TS"), Map.entry('Ч', "CH"), Map.entry('Ш', "SH"),
            Map.entry('Щ', "SH"), Map.entry('Ъ', ""), Map.entry('Ы', "Y"), Map.entry('Ь', ""), Map.entry('Э', "E"), Map.entry('Ю', "YU"),
            Map.entry('Я', "YA"));

    private NameWords() {
    }

    static List<String> of(String name) {
        var capitals = Normalizer.normalize(name.toUpperCase(Locale.ROOT), Normalizer.Form.NFC);
        return Arrays.stream(capitals.split("[^\\p{L}]+")).filter(word -> !word.isEmpty()).map(NameWords::stem)
                .filter(word -> !FORMS.contains(word)).sorted().distinct().toList();
    }

    private static String stem(String word) {
        var latin = new StringBuilder();
        GENITIVE.matcher(word).replaceFirst("").chars().forEach(each -> latin.append(LATIN.getOrDefault((char) each, String.valueOf((char) each))));
        return MARKS.matcher(Normalizer.normalize(latin, Normalizer.Form.NFD)).replaceAll("").replace("KH", "H");
    }
}
