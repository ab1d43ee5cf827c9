package mn.eland.audit;

import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of the trail; the defaults are for the sandbox only and refused by the profile {@code production}.
 *
 * @param signingKey  seed of the Ed25519 key that signs checkpoints, 32 bytes in Base64
 * @param wrappingKey AES key that wraps the keys of people, 32 bytes in Base64
 */
@ConfigurationProperties("eland.audit")
public record AuditProperties(@DefaultValue(SANDBOX_SIGNING_KEY) String signingKey, @DefaultValue(SANDBOX_WRAPPING_KEY) String wrappingKey) {

    static final String SANDBOX_SIGNING_KEY = "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtc2lnbmluZy0=";
    static final String SANDBOX_WRAPPING_KEY = "c2FuZGJveC1zYW5kYm94LXNhbmRib3gtd3JhcHBpbmc=";
    private static final int KEY_BYTES = 32;

    public AuditProperties {
        if (bytes(signingKey).length != KEY_BYTES || bytes(wrappingKey).length != KEY_BYTES) {
            throw new IllegalArgumentException("the keys of eland.audit are " + KEY_BYTES + " bytes each, in Base64");
        }
    }

    boolean isOfTheSandbox() {
        return signingKey.equals(SANDBOX_SIGNING_KEY) || wrappingKey.equals(SANDBOX_WRAPPING_KEY);
    }

    public byte[] signingSeed() {
        return bytes(signingKey);
    }

    public byte[] wrapping() {
        return bytes(wrappingKey);
    }

    private static byte[] bytes(String base64) {
        return Base64.getDecoder().decode(base64);
    }
}
