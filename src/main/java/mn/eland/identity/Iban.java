package mn.eland.identity;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** A Mongolian account number: {@code MN}, two check digits, four of the bank, twelve of the account. */
record Iban(String text) {

    private static final Pattern FORM = Pattern.compile("MN\\d{18}");
    private static final BigInteger MODULUS = BigInteger.valueOf(97);
    private static final String COUNTRY_AS_DIGITS = "2223";

    Iban {
        if (text == null || !FORM.matcher(text).matches() || !remainder(text.substring(4), text.substring(2, 4)).equals(BigInteger.ONE)) {
            throw new IllegalArgumentException("not an IBAN of Mongolia");
        }
    }

    /** Adds the check digits. */
    static Iban of(String bank, String account) {
        var check = 98 - remainder(bank + account, "00").intValue();
        return new Iban("MN%02d%s%s".formatted(check, bank, account));
    }

    private static BigInteger remainder(String bankAndAccount, String check) {
        return new BigInteger(bankAndAccount + COUNTRY_AS_DIGITS + check).mod(MODULUS);
    }
}
