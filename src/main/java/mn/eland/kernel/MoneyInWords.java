package mn.eland.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An amount spelled out, as contracts and confirmations show it beside the figures. Amounts from a thousand trillion on
 * have no spelling here.
 */
public final class MoneyInWords {

    private static final String[] MN_ONES =
            {"", "нэг", "хоёр", "гурван", "дөрвөн", "таван", "зургаан", "долоон", "найман", "есөн"};
    private static final String[] MN_TENS =
            {"", "арван", "хорин", "гучин", "дөчин", "тавин", "жаран", "далан", "наян", "ерэн"};
    private static final String[] MN_SCALES = {"", "мянга", "сая", "тэрбум", "их наяд"};

    private static final String[] EN_ONES = {"", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    private static final String[] EN_TENS =
            {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
    private static final String[] EN_SCALES =
            {"", "thousand", "million", "billion", "trillion"};

    private static final long LIMIT = 1_000_000_000_000_000L;

    private MoneyInWords() {
    }

    /** The Mongolian number alone, in the form that stands before «төгрөг»: {@code хоёр зуун наян таван сая}. */
    public static String of(Money amount) {
        var words = spell(amount, "хасах", "тэг", MN_SCALES, MoneyInWords::mongolianGroup);
        return words.endsWith("мянга") ? words + "н" : words;
    }

    /** With the currency: {@code хоёр зуун наян таван сая төгрөг}. */
    public static String withCurrency(Money amount) {
        return of(amount) + " төгрөг";
    }

    /** English for an English locale, Mongolian for every other. */
    public static String of(Money amount, Locale locale) {
        return "en".equals(locale.getLanguage()) ? english(amount) : withCurrency(amount);
    }

    /** {@code two hundred eighty-five million tögrög} */
    public static String english(Money amount) {
        return spell(amount, "minus", "zero", EN_SCALES, MoneyInWords::englishGroup) + " tögrög";
    }

    private static String spell(Money amount, String minus, String zero, String[] scales,
                                java.util.function.IntFunction<String> group) {
        long rest = amount.tugrug() < 0 ? -amount.tugrug() : amount.tugrug();
        if (rest < 0 || rest >= LIMIT) {
            throw new IllegalArgumentException("too large to spell: " + amount.tugrug());
        }
        if (rest == 0) {
            return zero;
        }
        List<String> words = new ArrayList<>();
        for (int scale = 0; rest > 0; scale++, rest /= 1000) {
            int three = (int) (rest % 1000);
            if (three > 0) {
                words.add(0, (group.apply(three) + " " + scales[scale]).trim());
            }
        }
        return (amount.tugrug() < 0 ? minus + " " : "") + String.join(" ", words);
    }

    private static String mongolianGroup(int three) {
        List<String> words = new ArrayList<>();
        if (three >= 100) {
            words.add(MN_ONES[three / 100] + " зуун");
        }
        if (three % 100 >= 10) {
            words.add(MN_TENS[three % 100 / 10]);
        }
        if (three % 10 > 0) {
            words.add(MN_ONES[three % 10]);
        }
        return String.join(" ", words);
    }

    private static String englishGroup(int three) {
        List<String> words = new ArrayList<>();
        if (three >= 100) {
            words.add(EN_ONES[three / 100] + " hundred");
        }
        int two = three % 100;
        if (two >= 20) {
            words.add(EN_TENS[two / 10] + (two % 10 > 0 ? "-" + EN_ONES[two % 10] : ""));
        } else if (two > 0) {
            words.add(EN_ONES[two]);
        }
        return String.join(" ", words);
    }
}
