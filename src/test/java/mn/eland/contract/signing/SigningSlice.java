package mn.eland.contract.signing;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import mn.eland.kernel.ElandClock;
import mn.eland.store.vault.Vault;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Signing and checking with an authority in memory, for slices of the application; the key lies where no other vault looks for it. */
@TestConfiguration(proxyBeanMethods = false)
@Import({Signatory.class, Trust.class, SignatureCheck.class})
public class SigningSlice {

    @Bean
    SigningProperties signingProperties() {
        return new SigningProperties("", "", "", List.of());
    }

    @Bean
    CertifyingKey certifyingKey(SigningProperties properties, Vault vault, ElandClock clock) throws IOException {
        return new CertifyingKey(properties, Files.createTempDirectory("signing"), vault, clock);
    }

    @Bean
    SandboxStamps sandboxStamps(ElandClock clock) {
        return new SandboxStamps(clock);
    }
}
