package mn.eland.identity.account;

import java.time.Instant;

/** The application on a person's telephone. */
public final class Authenticator {

    private Authenticator() {
    }

    /** @param secret as the page shows it */
    public static String code(String secret, Instant at) {
        return Totp.code(Totp.bytes(secret.replaceAll("\\s", "")), at);
    }
}
