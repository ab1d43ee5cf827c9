package mn.eland.store.vault;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Keys of the vault. Both empty: a file of the data folder holds keys made at the first start, which the profile
 * {@code production} refuses.
 *
 * @param keys     {@code name:Base64 of 32 bytes}, several separated by commas; the first seals, all of them open
 * @param indexKey key of the blind index, 32 bytes in Base64
 */
@ConfigurationProperties("eland.vault")
record VaultProperties(@DefaultValue("") String keys, @DefaultValue("") String indexKey) {

    boolean isEmpty() {
        return keys.isBlank() && indexKey.isBlank();
    }

    @Override
    public String toString() {
        return "VaultProperties[]";
    }
}
