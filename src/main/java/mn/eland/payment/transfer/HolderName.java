package mn.eland.payment.transfer;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether two ways of writing a name mean the same holder of an account. Read without case, quotes, dots and legal forms,
 * in Latin letters that do not tell о from ө, у from ү or и from ы (banks write all of them). A person is a parent's name
 * and a given name in either order; the parent's name may be without its ending (Ганболд, Ганболдын) or one initial
 * (Г. Тэмүүлэн); the given name is always whole. The name of the clan before them may be left out.
 */
final class HolderName {

    private static final Map<String, String> LETTERS = letters();
    private static final List<String> VARIANTS = List.of("KH", "H", "YE", "E", "ZH", "J", "W", "V", "Ö", "U", "Ü", "U", "O", "U", "Y", "I");
    private static final Set<String> LEGAL_FORMS = Set.of("HHK", "HK", "LLC", "TUZ", "TBB", "GUTB");
    private static final Set<String> ENDINGS = Set.of("", "GIIN", "IIN", "IN", "N", "I", "II");

    private static final int WORDS_WITH_CLAN = 3;

    private final List<String> words;

    private HolderName(List<String> words) {
        this.words = words;
    }

    static boolean same(String one, String other) {
        return of(one).withAndWithoutClan().anyMatch(mine -> of(other).withAndWithoutClan().anyMatch(mine::isSameAs));
    }

    /** Of three words the first may be the name of the clan, which few banks know. */
    private Stream<HolderName> withAndWithoutClan() {
        return words.size() == WORDS_WITH_CLAN ? Stream.of(this, new HolderName(words.subList(1, words.size()))) : Stream.of(this);
    }

    private static HolderName of(String name) {
        var upper = Normalizer.normalize(name == null ? "" : name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT);
        var latin = upper.codePoints().mapToObj(Character::toString).map(letter -> LETTERS.getOrDefault(letter, letter))
                .collect(Collectors.joining());
        for (int n = 0; n < VARIANTS.size(); n += 2) {
            latin = latin.replace(VARIANTS.get(n), VARIANTS.get(n + 1));
        }
        var words = Arrays.stream(latin.replaceAll("[-'«»\"“”„]", "").split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !LEGAL_FORMS.contains(word)).toList();
        return new HolderName(words);
    }

    private boolean isSameAs(HolderName other) {
        if (words.isEmpty() || other.words.isEmpty()) {
            return false;
        }
        return joined(words).equals(joined(other.words)) || isPerson() && other.isPerson() && (samePerson(parentFirst(), other.parentFirst())
                || samePerson(parentFirst(), other.parentLast()) || samePerson(parentLast(), other.parentFirst()));
    }

    private boolean isPerson() {
        return words.size() > 1;
    }

    /** Parent's name, then the given name, which may be of several words. */
    private String[] parentFirst() {
        return new String[] {words.get(0), joined(words.subList(1, words.size()))};
    }

    private String[] parentLast() {
        int last = words.size() - 1;
        return new String[] {words.get(last), joined(words.subList(0, last))};
    }

    private static boolean samePerson(String[] one, String[] other) {
        return one[1].length() > 1 && one[1].equals(other[1]) && sameParent(one[0], other[0]);
    }

    private static boolean sameParent(String one, String other) {
        if (one.length() == 1 || other.length() == 1) {
            return one.charAt(0) == other.charAt(0);
        }
        return stems(one).anyMatch(stems(other).collect(Collectors.toSet())::contains);
    }

    private static Stream<String> stems(String parent) {
        return ENDINGS.stream().filter(parent::endsWith).map(ending -> parent.substring(0, parent.length() - ending.length()))
                .filter(stem -> stem.length() > 1);
    }

    private static String joined(List<String> words) {
        return String.join("", words);
    }

    /** First letters only, for people who may know that it is somebody else but not who. */
    static String masked(String name) {
        return name == null ? "" : Arrays.stream(name.strip().split("\\s+")).filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1) + "•••").collect(Collectors.joining(" "));
    }

    private static Map<String, String> letters() {
        var letters = new LinkedHashMap<String, String>();
        var pairs = ("А A Б B В V Г G Д D Е E Ё YU Ж J З Z И I Й I К K Л L М M Н N О U Ө U П P Р R С S Т T У U Ү U Ф F Х H Ц TS "
                + "Ч CH Ш SH Щ SH Ы I Э E Ю YU Я YA").split(" ");
        for (int n = 0; n < pairs.length; n += 2) {
            letters.put(pairs[n], pairs[n + 1]);
        }
        letters.put("Ъ", "");
        letters.put("Ь", "I");
        return Map.copyOf(letters);
    }
}
