package mn.eland.integration.tsa.simulator;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * A national root as it could be, and the unit under it that stamps times.
 *
 * @param rootKey of the root, which signs the list of what it took back
 * @param unitKey of the unit
 */
public record StampAuthority(PrivateKey rootKey, X509Certificate root, PrivateKey unitKey, X509Certificate unit) {

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.3161.1");
    private static final Instant FOUNDED = Instant.parse("2015-01-01T00:00:00Z");
    private static final Duration STANDS = Duration.ofDays(60 * 365);
    private static final Duration LIST_IS_GOOD = Duration.ofDays(1);
    /** Said by the certificate, as certificates do; nobody goes there. */
    private static final CRLDistPoint LIST_IS_AT = new CRLDistPoint(new DistributionPoint[] {new DistributionPoint(new DistributionPointName(
            new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, "http://localhost:8090/tsa/revocations"))), null, null)});
    private static final int SERIAL_BITS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** With new keys. */
    public static StampAuthority fresh() {
        try {
            var rootPair = pair();
            var unitPair = pair();
            var rootName = new X500Name("C=MN,O=Sandbox,CN=Sandbox National Root");
            var tools = new JcaX509ExtensionUtils();
            var root = certificate(rootName, rootName, rootPair, rootPair.getPrivate(), List.of(
                    new Extension(Extension.basicConstraints, true, new BasicConstraints(1).getEncoded()),
                    new Extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign).getEncoded()),
                    new Extension(Extension.subjectKeyIdentifier, false, tools.createSubjectKeyIdentifier(rootPair.getPublic()).getEncoded())));
            var unit = certificate(rootName, new X500Name("C=MN,O=Sandbox,CN=Sandbox Time Stamping Unit"), unitPair, rootPair.getPrivate(), List.of(
                    new Extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature).getEncoded()),
                    new Extension(Extension.cRLDistributionPoints, false, LIST_IS_AT.getEncoded()),
                    new Extension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping).getEncoded()),
                    new Extension(Extension.authorityKeyIdentifier, false, tools.createAuthorityKeyIdentifier(rootPair.getPublic()).getEncoded())));
            return new StampAuthority(rootPair.getPrivate(), root, unitPair.getPrivate(), unit);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A granted reply (DER) to a request (DER). @throws IllegalArgumentException when it is no request */
    public byte[] answer(byte[] request, Instant at) {
        try {
            return answer(new TimeStampRequest(request), at);
        } catch (IOException e) {
            throw new IllegalArgumentException("not a time-stamp request", e);
        }
    }

    byte[] answer(TimeStampRequest request, Instant at) {
        try {
            var signer = new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, unitKey, unit);
            var digest = new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            var tokens = new TimeStampTokenGenerator(signer, digest, POLICY);
            tokens.setAccuracySeconds(1);
            tokens.addCertificates(new JcaCertStore(List.of(unit, root)));
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED).generate(request, serial(), Date.from(at)).getEncoded();
        } catch (GeneralSecurityException | OperatorCreationException | TSPException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The list (DER) of certificates that the root took back. @param revoked their numbers */
    public byte[] revocationList(Instant at, Collection<BigInteger> revoked) {
        try {
            var list = new JcaX509v2CRLBuilder(root.getSubjectX500Principal(), Date.from(at));
            list.setNextUpdate(Date.from(at.plus(LIST_IS_GOOD)));
            Set.copyOf(revoked).forEach(number -> list.addCRLEntry(number, Date.from(at), CRLReason.keyCompromise));
            return list.build(new JcaContentSignerBuilder(ALGORITHM).build(rootKey)).getEncoded();
        } catch (OperatorCreationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(X500Name issuer, X500Name subject, KeyPair pair, PrivateKey by, List<Extension> extensions)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        var builder = new JcaX509v3CertificateBuilder(issuer, serial(), Date.from(FOUNDED), Date.from(FOUNDED.plus(STANDS)), subject, pair.getPublic());
        for (var extension : extensions) {
            builder.addExtension(extension);
        }
        return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(by)));
    }

    private static BigInteger serial() {
        return new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS);
    }

    private static KeyPair pair() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
        return generator.generateKeyPair();
    }
}
