package mn.eland.identity.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import mn.eland.identity.spi.BreachedPasswords;
import mn.eland.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Which passwords are good (OWASP ASVS 5.0, 6.2): long enough, nothing about the person, not among those that were stolen
 * elsewhere. No rule asks for kinds of characters. Of the password only five digits of its hash leave the house.
 */
@Component
class PasswordRules {

    private static final Logger LOG = LoggerFactory.getLogger(PasswordRules.class);
    private static final int SHORTEST = 10;
    /** The hash reads no more. */
    private static final int MOST_BYTES = 72;
    private static final int FEWEST_CHARACTERS = 5;
    private static final int TELLING = 4;
    private static final int PREFIX = 5;

    private final BreachedPasswords breached;

    PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** @param about what others know of the person, such as names and addresses; null and short ones say nothing */
    Optional<Refusal> fault(String password, String field, Collection<String> about) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of(Refusal.invalid("PASSWORD_TOO_SHORT", field).with("least", SHORTEST));
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
            return Optional.of(Refusal.invalid("PASSWORD_TOO_LONG", field).with("most", MOST_BYTES));
        }
        if (password.codePoints().distinct().count() < FEWEST_CHARACTERS || isAbout(password, about)) {
            return Optional.of(Refusal.invalid("PASSWORD_GUESSABLE", field));
        }
        return isBreached(password) ? Optional.of(Refusal.invalid("PASSWORD_BREACHED", field)) : Optional.empty();
    }

    private static boolean isAbout(String password, Collection<String> about) {
        var plain = password.toLowerCase(Locale.ROOT);
        return plain.contains("eland") || about.stream().filter(word -> word != null && word.length() >= TELLING)
                .map(word -> word.toLowerCase(Locale.ROOT)).anyMatch(plain::contains);
    }

    /** A list that cannot be asked keeps nobody from having an account: length and the other rules hold. */
    private boolean isBreached(String password) {
        var hash = sha1(password);
        try {
            return breached.times(hash.substring(0, PREFIX)).getOrDefault(hash.substring(PREFIX), 0) > 0;
        } catch (BreachedPasswords.Unavailable e) {
            LOG.warn("A password was taken without asking for breaches: {}", e.getMessage());
            return false;
        }
    }

    /** The list is ordered by this hash; nothing is kept or proven by it. */
    private static String sha1(String text) {
        try {
            return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
