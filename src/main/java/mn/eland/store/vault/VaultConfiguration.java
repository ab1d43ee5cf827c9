package mn.eland.store.vault;

import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Where the keys come from. */
@Configuration(proxyBeanMethods = false)
class VaultConfiguration {

    static final SealedColumn PERSON_KEYS = new SealedColumn("store.person_keys", "wrapped", "person");

    @Bean
    static KeyRing keyRing(VaultProperties properties, @Value("${eland.data}") Path data, Environment environment) {
        if (!properties.isEmpty()) {
            return KeyRing.of(properties.keys(), properties.indexKey());
        }
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            throw new IllegalStateException("Profile production does not start without keys of its own for what is sealed in the database:"
                    + " set eland.vault.keys and eland.vault.index-key.");
        }
        return KeyFile.readOrMake(data.resolve("vault.keys"));
    }

    @Bean
    SealedColumns keysOfPeople() {
        return () -> List.of(PERSON_KEYS);
    }
}
