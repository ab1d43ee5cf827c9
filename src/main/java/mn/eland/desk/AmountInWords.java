package mn.eland.desk;

import mn.eland.kernel.Money;

/** An amount as people say it: «хоёр зуун наян таван сая төгрөг», "two hundred eighty-five million tögrög". */
final class AmountInWords {

    private static final String[] ONES_MN = {"", "нэг", "хоёр", "гурван", "дөрвөн", "таван", "зургаан", "долоон", "найман", "есөн"};
    private static final String[] TENS_MN = {"", "арван", "хорин", "гучин", "дөчин", "тавин", "жаран", "далан", "наян", "ерэн"};
    private static final String[] BELOW_TWENTY = {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
        "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    private static final String[] TENS_EN = {"", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

    private AmountInWords() {
    }

    static String of(Money amount, boolean mongolian) {
        return mongolian ? mongolian(amount.tugrug()) + " төгрөг" : english(amount.tugrug()) + " tögrög";
    }

    private static String mongolian(long amount) {
        if (amount == 0) {
            return "тэг";
        }
        if (amount < 0) {
            return "хасах " + mongolian(-amount);
        }
        if (amount >= 1_000_000_000_000L) {
            return joined(mongolian(amount / 1_000_000_000_000L), "их наяд", rest(amount % 1_000_000_000_000L));
        }
        if (amount >= 1_000_000_000) {
            return joined(mongolian(amount / 1_000_000_000), "тэрбум", rest(amount % 1_000_000_000));
        }
        if (amount >= 1_000_000) {
            return joined(mongolian(amount / 1_000_000), "сая", rest(amount % 1_000_000));
        }
        if (amount >= 1000) {
            return joined(mongolian(amount / 1000), amount % 1000 == 0 ? "мянган" : "мянга", rest(amount % 1000));
        }
        var hundreds = (int) amount / 100;
        return joined(hundreds == 0 ? "" : ONES_MN[hundreds] + " зуун", TENS_MN[(int) amount % 100 / 10], ONES_MN[(int) amount % 10]);
    }

    private static String rest(long amount) {
        return amount == 0 ? "" : mongolian(amount);
    }

    private static String english(long amount) {
        if (amount < 0) {
            return "minus " + english(-amount);
        }
        long[] sizes = {1_000_000_000_000L, 1_000_000_000, 1_000_000, 1000, 100};
        String[] names = {"trillion", "billion", "million", "thousand", "hundred"};
        for (int i = 0; i < sizes.length; i++) {
            if (amount >= sizes[i]) {
                return joined(english(amount / sizes[i]), names[i], amount % sizes[i] == 0 ? "" : english(amount % sizes[i]));
            }
        }
        if (amount < 20) {
            return BELOW_TWENTY[(int) amount];
        }
        return TENS_EN[(int) amount / 10] + (amount % 10 == 0 ? "" : "-" + BELOW_TWENTY[(int) amount % 10]);
    }

    private static String joined(String... words) {
        return String.join(" ", java.util.Arrays.stream(words).filter(word -> !word.isEmpty()).toList());
    }
}
