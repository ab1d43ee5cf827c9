package mn.eland.kernel;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** How personal numbers are shown where the right to the whole is not: enough to recognise one has it in hand, too little to use it. */
public final class Mask {

    private static final int SHORTEST = 5;
    private static final int ENDS = 2;
    private static final int LAST = 4;
    private static final String DOTS = "••••";
    /** Register numbers, accounts, mobile numbers of eight digits with or without the country, addresses of mail. */
    private static final Pattern PERSONAL = Pattern.compile("(?<number>(?<!\\p{L})[А-ЯЁӨҮа-яёөү]{2}\\d{8}(?!\\d))|(?<account>\\bMN\\d{18}\\b)"
            + "|(?<phone>(?<![\\w.:-])(?:\\+?976[ -]?)?[5-9]\\d{7}(?![\\w.:-]))|(?<email>[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)");

    private Mask() {
    }

    /** {@code УБ••••••12}; the same for numbers of passports. Null stays null. */
    public static String registerNumber(String number) {
        return number == null ? null : number.length() < SHORTEST ? DOTS
                : number.substring(0, ENDS) + "•".repeat(number.length() - 2 * ENDS) + number.substring(number.length() - ENDS);
    }

    /** {@code ••••1122}. Null stays null. */
    public static String phone(String phone) {
        return phone == null ? null : DOTS + phone.substring(Math.max(0, phone.length() - LAST));
    }

    /** {@code ••••0010}. Null stays null. */
    public static String account(String iban) {
        return phone(iban);
    }

    /** {@code b•••@example.mn}. Null stays null. */
    public static String email(String email) {
        if (email == null || email.isEmpty()) {
            return email;
        }
        int at = email.indexOf('@');
        return email.charAt(0) + "•••" + (at < 0 ? "" : email.substring(at));
    }

    /** A text for the log: whatever looks like one of these numbers or an address of mail is masked in it. */
    public static String text(String text) {
        return text == null ? null : PERSONAL.matcher(text).replaceAll(found -> masked(found));
    }

    private static String masked(MatchResult found) {
        var all = found.group();
        return found.group(1) != null ? registerNumber(all) : found.group(2) != null ? account(all) : found.group(3) != null ? phone(all) : email(all);
    }
}
