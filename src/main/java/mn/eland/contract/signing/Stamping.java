package mn.eland.contract.signing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.model.TimestampBinary;
import eu.europa.esig.dss.spi.x509.tsp.TSPSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import mn.eland.contract.spi.TimeStamps;
import mn.eland.contract.spi.TimeStamps.Unavailable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;

/** Asks for time stamps and takes only an answer to what was asked: same digest, same nonce, signed by one whom we believe. */
final class Stamping implements TSPSource {

    private static final long serialVersionUID = 1;
    private static final int NONCE_BITS = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final transient TimeStamps stamps;
    /** Who stamped last, and the root that certified it: the same unit is not checked against the same root again. */
    private transient volatile Believed believed;

    Stamping(TimeStamps stamps) {
        this.stamps = stamps;
    }

    @Override
    public TimestampBinary getTimeStampResponse(DigestAlgorithm algorithm, byte[] digest) {
        try {
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            var request = generator.generate(new ASN1ObjectIdentifier(algorithm.getOid()), digest, new BigInteger(NONCE_BITS, RANDOM));
            return new TimestampBinary(token(request, stamps.stamp(request.getEncoded())).getEncoded());
        } catch (IOException e) {
            throw new Unavailable("the time stamp cannot be read", e);
        }
    }

    private TimeStampToken token(TimeStampRequest request, byte[] reply) throws IOException {
        try {
            var response = new TimeStampResponse(reply);
            response.validate(request);
            var token = response.getTimeStampToken();
            if (token == null) {
                throw new Unavailable("the authority gave no time stamp: " + response.getStatusString(), null);
            }
            believe(token);
            return token;
        } catch (TSPException e) {
            throw new Unavailable("the time stamp does not answer what was asked: " + e.getMessage(), e);
        }
    }

    private void believe(TimeStampToken token) throws TSPException {
        @SuppressWarnings("unchecked") Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(token.getSID());
        if (signers.isEmpty()) {
            throw new Unavailable("the time stamp carries no certificate of who made it", null);
        }
        var signer = signers.iterator().next();
        try {
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            for (var root : certificates(stamps.roots())) {
                var unit = new Believed(signer, root);
                if (unit.equals(believed) || isBy(signer, root)) {
                    believed = unit;
                    return;
                }
            }
        } catch (OperatorCreationException | CertificateException e) {
            throw new Unavailable("the certificate of the time stamp cannot be read", e);
        }
        throw new Unavailable("the time stamp is by one whom nobody believes", null);
    }

    private static boolean isBy(X509CertificateHolder signer, X509Certificate root) {
        try {
            var holder = new JcaX509CertificateHolder(root);
            return holder.equals(signer) || holder.getSubject().equals(signer.getIssuer())
                    && signer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(root));
        } catch (CertificateException | org.bouncycastle.cert.CertException | OperatorCreationException e) {
            return false;
        }
    }

    private record Believed(X509CertificateHolder unit, X509Certificate root) {
    }

    static List<X509Certificate> certificates(List<byte[]> encoded) {
        return encoded.stream().map(Stamping::certificate).toList();
    }

    static X509Certificate certificate(byte[] encoded) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
        } catch (CertificateException e) {
            throw new IllegalStateException("a certificate cannot be read", e);
        }
    }
}
