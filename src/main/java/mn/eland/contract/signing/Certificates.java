package mn.eland.contract.signing;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Makes keys and certificates for them: RSA for the issuer, whose signature is checked often, the curve P-256 for signers. */
final class Certificates {

    /** ETSI EN 319 412-1, 5.2: so short-lived that it is never taken back. */
    private static final ASN1ObjectIdentifier ASSURED_SHORT_TERM = new ASN1ObjectIdentifier("0.4.0.194121.2.1");
    private static final Duration ROOT_LIVES = Duration.ofDays(30 * 365);
    private static final Duration SIGNER_LIVES = Duration.ofHours(1);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final int SERIAL_BITS = 120;
    private static final int ISSUER_BITS = 3072;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Certificates() {
    }

    /** A new issuer, believed for itself. */
    static SigningKey root(String name, Instant now) {
        var pair = pair("RSA", new RSAKeyGenParameterSpec(ISSUER_BITS, RSAKeyGenParameterSpec.F4));
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "MN").addRDN(BCStyle.O, "ELAND").addRDN(BCStyle.CN, name).build();
        try {
            var builder = builder(subject, subject, now, ROOT_LIVES, pair.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            return signed(builder, pair, new SigningKey(pair.getPrivate(), null));
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A new key for one signature, certified in the signer's name.
     *
     * @param pseudonym tells people of one name apart and says nothing else
     */
    static SigningKey signer(SigningKey issuer, String name, String pseudonym, Instant now) {
        var pair = pair("EC", new ECGenParameterSpec("secp256r1"));
        var subject = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "MN").addRDN(BCStyle.SERIALNUMBER, pseudonym).addRDN(BCStyle.CN, name).build();
        try {
            var tools = new JcaX509ExtensionUtils();
            var by = X500Name.getInstance(issuer.certificate().getSubjectX500Principal().getEncoded());
            var builder = builder(by, subject, now, SIGNER_LIVES, pair.getPublic())
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                    .addExtension(Extension.authorityKeyIdentifier, false, tools.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()))
                    .addExtension(ASSURED_SHORT_TERM, false, DERNull.INSTANCE);
            return signed(builder, pair, issuer);
        } catch (GeneralSecurityException | IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, Instant now, Duration lives, PublicKey key) {
        return new JcaX509v3CertificateBuilder(issuer, new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS),
                Date.from(now.minus(CLOCKS_DIFFER)), Date.from(now.plus(lives)), subject, key);
    }

    private static SigningKey signed(X509v3CertificateBuilder builder, KeyPair pair, SigningKey issuer)
            throws GeneralSecurityException, OperatorCreationException {
        var algorithm = "RSA".equals(issuer.key().getAlgorithm()) ? "SHA256withRSA" : "SHA256withECDSA";
        var signed = builder.build(new JcaContentSignerBuilder(algorithm).build(issuer.key()));
        return new SigningKey(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(signed));
    }

    private static KeyPair pair(String algorithm, AlgorithmParameterSpec kind) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(kind, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
