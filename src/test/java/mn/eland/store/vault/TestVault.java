package mn.eland.store.vault;

import java.util.Base64;

/** Vaults of their own for tests that need no application. */
public final class TestVault {

    private TestVault() {
    }

    public static Vault fresh() {
        return new Vault(ring("test-1:" + key()));
    }

    /** Of another house: its look-ups find nothing here. */
    public static Vault elsewhere() {
        return new Vault(KeyRing.of("test-1:" + key(), key()));
    }

    static KeyRing ring(String keys) {
        return KeyRing.of(keys, "aW5kZXgtaW5kZXgtaW5kZXgtaW5kZXgtaW5kZXgtaW4=");
    }

    public static Vault of(String keys) {
        return new Vault(ring(keys));
    }

    /** A key in Base64, another each time. */
    public static String key() {
        return Base64.getEncoder().encodeToString(Sealing.random(KeyRing.KEY_BYTES));
    }
}
