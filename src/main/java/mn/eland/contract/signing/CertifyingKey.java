package mn.eland.contract.signing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.UUID;
import mn.eland.kernel.ElandClock;
import mn.eland.store.vault.SealedFiles;
import mn.eland.store.vault.Vault;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * The key with which the platform certifies signers. The port is the key store of Java: PKCS#11 where a token is configured, else a
 * PKCS#12 file that is made at the first signature and lies in the data folder, sealed by the vault; its own password adds nothing.
 */
@Component
@EnableConfigurationProperties(SigningProperties.class)
class CertifyingKey implements SealedFiles {

    private static final String PLACE = "contract.signing:issuer";
    private static final String ALIAS = "issuer";
    private static final char[] NO_PASSWORD = {};

    private final SigningProperties properties;
    private final Path file;
    private final Vault vault;
    private final ElandClock clock;
    private SigningKey issuer;

    CertifyingKey(SigningProperties properties, @Value("${eland.data}") Path data, Vault vault, ElandClock clock) {
        this.properties = properties;
        this.file = data.resolve("signing").resolve("issuer.p12").toAbsolutePath().normalize();
        this.vault = vault;
        this.clock = clock;
    }

    /** @throws IllegalStateException when the token or the file cannot be read */
    synchronized SigningKey issuer() {
        if (issuer == null) {
            try {
                issuer = properties.pkcs11().isBlank() ? ofFile() : ofToken();
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException("the key that certifies signers cannot be read", e);
            }
        }
        return issuer;
    }

    private SigningKey ofToken() throws GeneralSecurityException, IOException {
        Provider token = Security.getProvider("SunPKCS11").configure(properties.pkcs11());
        Security.addProvider(token);
        var store = KeyStore.getInstance("PKCS11", token);
        store.load(null, properties.pin().toCharArray());
        var alias = properties.alias().isBlank() ? store.aliases().nextElement() : properties.alias();
        return entry(store, alias, properties.pin().toCharArray());
    }

    private SigningKey ofFile() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        if (!Files.exists(file)) {
            var made = Certificates.root("ELAND · гарын үсгийн гэрчилгээ олгогч", clock.instant());
            store.load(null, NO_PASSWORD);
            store.setKeyEntry(ALIAS, made.key(), NO_PASSWORD, new Certificate[] {made.certificate()});
            var content = new ByteArrayOutputStream();
            store.store(content, NO_PASSWORD);
            keep(content.toByteArray());
        }
        store.load(new ByteArrayInputStream(vault.openFile(Files.readAllBytes(file), PLACE)), NO_PASSWORD);
        return entry(store, ALIAS, NO_PASSWORD);
    }

    private static SigningKey entry(KeyStore store, String alias, char[] password) throws GeneralSecurityException {
        return new SigningKey((PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
    }

    private void keep(byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        var beside = file.resolveSibling("." + UUID.randomUUID() + ".part");
        Files.write(beside, vault.sealFile(content, PLACE));
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public synchronized int sealAgain() {
        try {
            if (!Files.exists(file) || vault.isSealedNow(Files.readAllBytes(file))) {
                return 0;
            }
            keep(vault.openFile(Files.readAllBytes(file), PLACE));
            return 1;
        } catch (IOException e) {
            throw new IllegalStateException("the key that certifies signers cannot be sealed again", e);
        }
    }
}
