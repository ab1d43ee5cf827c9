package mn.eland.kernel;

import java.util.ArrayList;

/** An amount as contracts spell it, in the form that stands before «төгрөг»: {@code хоёр зуун наян таван сая}. */
public final class MoneyInWords {

    private static final String[] UNITS =
            {"", "нэг", "хоёр", "гурван", "дөрвөн", "таван", "зургаан", "долоон", "найман", "есөн"};
    private static final String[] TENS =
            {"", "арван", "хорин", "гучин", "дөчин", "тавин", "жаран", "далан", "наян", "ерэн"};
    private static final String[] GROUPS = {"", "мянга", "сая", "тэрбум", "их наяд"};

    private static final long LIMIT = 1_000_000_000_000_000L;

    private MoneyInWords() {
    }

    /** The number alone, without «төгрөг». Amounts from a thousand trillion on have no spelling here. */
    public static String of(Money money) {
        long rest = money.tugrug();
        if (rest >= LIMIT || rest <= -LIMIT) {
            throw new IllegalArgumentException("too large to spell: " + rest);
        }
        if (rest == 0) {
            return "тэг";
        }
        if (rest < 0) {
            return "хасах " + of(Money.of(Math.negateExact(rest)));
        }
        var words = new ArrayList<String>();
        for (int group = 0; rest > 0; group++, rest /= 1000) {
            int part = (int) (rest % 1000);
            if (part > 0) {
                words.add(0, (below1000(part) + " " + group(group, words.isEmpty())).trim());
            }
        }
        return String.join(" ", words);
    }

    /** With the currency: {@code хоёр зуун наян таван сая төгрөг}. */
    public static String withCurrency(Money money) {
        return of(money) + " төгрөг";
    }

    /** «мянга» takes the attributive ending when the noun follows at once. */
    private static String group(int group, boolean last) {
        return group == 1 && last ? "мянган" : GROUPS[group];
    }

    private static String below1000(int number) {
        var words = new ArrayList<String>();
        if (number >= 100) {
            words.add(UNITS[number / 100] + " зуун");
        }
        if (number / 10 % 10 > 0) {
            words.add(TENS[number / 10 % 10]);
        }
        if (number % 10 > 0) {
            words.add(UNITS[number % 10]);
        }
        return String.join(" ", words);
    }
}
