package mn.eland.contract.signing;

import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mn.eland.contract.spi.TimeStamps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Whom we believe: the platform's issuer, the roots of time stamps, issuers named in the settings. Nothing is fetched from an address
 * that stands in a file: whoever brings a file must not choose whom we call.
 */
@Component
class Trust {

    private static final Logger LOG = LoggerFactory.getLogger(Trust.class);

    private final CertifyingKey keys;
    private final TimeStamps stamps;
    private final List<Path> others;

    Trust(CertifyingKey keys, TimeStamps stamps, SigningProperties properties) {
        this.keys = keys;
        this.stamps = stamps;
        this.others = properties.trusted();
    }

    /** While the time-stamping authority does not answer its stamps are not believed; that is said, not guessed. */
    CertificateVerifier verifier() {
        var trusted = new CommonTrustedCertificateSource();
        trusted.addCertificate(new CertificateToken(keys.issuer().certificate()));
        others.forEach(file -> trusted.addCertificate(new CertificateToken(Stamping.certificate(read(file)))));
        var lists = new ArrayList<InputStream>();
        try {
            Stamping.certificates(stamps.roots()).forEach(root -> trusted.addCertificate(new CertificateToken(root)));
            stamps.revocationLists().forEach(list -> lists.add(new ByteArrayInputStream(list)));
        } catch (TimeStamps.Unavailable e) {
            LOG.warn("Signatures are checked without the roots of time stamps: {}", e.getMessage());
        }
        var verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        verifier.setCrlSource(new ExternalResourcesCRLSource(lists.toArray(InputStream[]::new)));
        return verifier;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate " + file.getFileName() + " of eland.signing.trusted cannot be read", e);
        }
    }
}
