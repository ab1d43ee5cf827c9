package mn.eland.contract.print;

import java.security.SecureRandom;
import java.util.Locale;

/** Twelve letters and digits that nobody mixes up when reading aloud (no 0, 1, I, O): 60 bits. */
public final class VerificationCodes {

    private static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 12;
    private final SecureRandom random = new SecureRandom();

    public String next() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return code.toString();
    }

    /** What a person typed or scanned, in the stored form; never null. */
    public static String normal(String typed) {
        return typed == null ? "" : typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
