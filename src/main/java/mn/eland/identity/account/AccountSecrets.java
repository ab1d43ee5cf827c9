package mn.eland.identity.account;

import java.security.SecureRandom;
import java.util.Base64;
import mn.eland.store.vault.Vault;
import org.springframework.stereotype.Component;

/** Random codes, blind indexes of what must be found but not read, and seals on what must be read again. */
@Component
class AccountSecrets {

    private static final int CODE_BOUND = 1_000_000;
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Vault vault;

    AccountSecrets(Vault vault) {
        this.vault = vault;
    }

    /** Six digits. */
    String code() {
        return "%06d".formatted(random.nextInt(CODE_BOUND));
    }

    /** 256 bits for an address bar. */
    String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(TOKEN_BYTES));
    }

    byte[] bytes(int count) {
        var bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Equal for equal texts of one purpose, whatever their case; without the key of the house nobody can tell what it is made of. */
    String key(String purpose, String text) {
        return vault.index(Vault.Kind.ACCOUNT, purpose + "\u001f" + text.strip());
    }

    String seal(String text, String place) {
        return vault.seal(text, place);
    }

    String open(String sealed, String place) {
        return vault.open(sealed, place);
    }
}
