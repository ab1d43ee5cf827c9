package mn.eland.store.vault;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The keys of the environment by their names. The first of them seals. */
final class KeyRing {

    static final int KEY_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final Map<String, SecretKey> keys;
    private final String current;
    private final SecretKey indexKey;

    private KeyRing(Map<String, SecretKey> keys, SecretKey indexKey) {
        this.keys = keys;
        this.current = keys.keySet().iterator().next();
        this.indexKey = indexKey;
    }

    /** @param keys and @param indexKey as {@link VaultProperties} says; anything else is refused without showing a key */
    static KeyRing of(String keys, String indexKey) {
        var ring = new LinkedHashMap<String, SecretKey>();
        for (var entry : keys.split(",")) {
            var parts = entry.strip().split(":", 2);
            if (parts.length != 2 || !NAME.matcher(parts[0]).matches() || ring.put(parts[0], key(parts[1], "AES")) != null) {
                throw new IllegalArgumentException("eland.vault.keys is a list of name:key, each name once, of small letters, digits and hyphens");
            }
        }
        return new KeyRing(ring, key(indexKey, "HmacSHA256"));
    }

    private static SecretKey key(String base64, String use) {
        try {
            var bytes = Base64.getDecoder().decode(base64.strip());
            if (bytes.length == KEY_BYTES) {
                return new SecretKeySpec(bytes, use);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new IllegalArgumentException("a key of eland.vault is no Base64");
        }
        throw new IllegalArgumentException("the keys of eland.vault are " + KEY_BYTES + " bytes each, in Base64");
    }

    String current() {
        return current;
    }

    Set<String> names() {
        return keys.keySet();
    }

    SecretKey indexKey() {
        return indexKey;
    }

    /** @throws IllegalStateException when the ring has no such key */
    SecretKey key(String name) {
        var key = keys.get(name);
        if (key == null) {
            throw new IllegalStateException("eland.vault.keys has no key named " + name);
        }
        return key;
    }

    @Override
    public String toString() {
        return "KeyRing" + keys.keySet();
    }
}
