package mn.eland.store.vault;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** The vault with a key of its own, for slices of the application. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Vault.class, PersonVault.class})
public class VaultSlice {

    @Bean
    KeyRing keyRing() {
        return TestVault.ring("test-1:" + TestVault.key());
    }
}
