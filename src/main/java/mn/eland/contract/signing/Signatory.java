package mn.eland.contract.signing;

import eu.europa.esig.dss.alert.SilentOnStatusAlert;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.enumerations.SignerTextHorizontalAlignment;
import eu.europa.esig.dss.enumerations.SignerTextVerticalAlignment;
import eu.europa.esig.dss.enumerations.TextWrapping;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.DSSFileFont;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.SignatureFieldParameters;
import eu.europa.esig.dss.pades.SignatureImageParameters;
import eu.europa.esig.dss.pades.SignatureImageTextParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.awt.Color;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Date;
import java.util.List;
import mn.eland.contract.print.PdfFonts;
import mn.eland.contract.spi.TimeStamps;
import mn.eland.store.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * Signs for people who gave their consent: each signature is PAdES Baseline-T in a revision of its own, with a key that is made for
 * it, certified in the signer's name and forgotten.
 */
@Component
public class Signatory {

    private static final int ROOM_FOR_SIGNATURE_BYTES = 16_384;

    private final CertifyingKey keys;
    private final Stamping stamping;
    private final Vault vault;
    private byte[] font;

    Signatory(CertifyingKey keys, TimeStamps stamps, Vault vault) {
        this.keys = keys;
        this.stamping = new Stamping(stamps);
        this.vault = vault;
    }

    /**
     * The document with one more revision, in which the signature stands.
     *
     * @throws TimeStamps.Unavailable when nobody confirms the time; nothing was done then
     */
    public byte[] sign(byte[] pdf, Signing signing) {
        var issuer = keys.issuer();
        return sign(pdf, signing, Certificates.signer(issuer, signing.name(), pseudonym(signing), signing.at()), issuer.certificate());
    }

    byte[] sign(byte[] pdf, Signing signing, SigningKey key, X509Certificate issuer) {
        var parameters = parameters(signing);
        var certificate = new CertificateToken(key.certificate());
        parameters.setSigningCertificate(certificate);
        parameters.setCertificateChain(List.of(certificate, new CertificateToken(issuer)));
        var service = new PAdESService(ofOurClock());
        service.setPdfObjFactory(PdfWork.factory());
        service.setTspSource(stamping);
        DSSDocument document = new InMemoryDocument(pdf);
        var value = signature(key.key(), service.getDataToSign(document, parameters).getBytes());
        return DSSUtils.toByteArray(service.signDocument(document, parameters, new SignatureValue(SignatureAlgorithm.ECDSA_SHA256, value)));
    }

    /** The library looks at the time of the machine; whether the certificate is in force the clock of the house has said. */
    private static CommonCertificateVerifier ofOurClock() {
        var verifier = new CommonCertificateVerifier();
        verifier.setAlertOnExpiredCertificate(new SilentOnStatusAlert());
        verifier.setAlertOnNotYetValidCertificate(new SilentOnStatusAlert());
        return verifier;
    }

    private PAdESSignatureParameters parameters(Signing signing) {
        var parameters = new PAdESSignatureParameters();
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_T);
        parameters.setContentSize(ROOM_FOR_SIGNATURE_BYTES);
        parameters.bLevel().setSigningDate(Date.from(signing.at()));
        parameters.setSignerName(signing.name());
        parameters.setReason(signing.consent());
        parameters.setAppName("ELAND");
        parameters.setImageParameters(box(signing));
        return parameters;
    }

    private SignatureImageParameters box(Signing signing) {
        var field = new SignatureFieldParameters();
        field.setPage(signing.page());
        field.setOriginX(SignaturePage.LEFT);
        field.setOriginY(SignaturePage.top(signing.place()));
        field.setWidth(SignaturePage.WIDTH);
        field.setHeight(SignaturePage.HEIGHT);
        var text = new SignatureImageTextParameters();
        text.setText(signing.name() + "\n" + signing.lines());
        var letters = new DSSFileFont(new InMemoryDocument(font(), "NotoSans.ttf"), SignaturePage.LETTERS);
        letters.setEmbedFontSubset(true);
        text.setFont(letters);
        text.setTextColor(Color.BLACK);
        text.setBackgroundColor(null);
        text.setPadding(SignaturePage.PADDING);
        text.setTextWrapping(TextWrapping.FILL_BOX_AND_LINEBREAK);
        text.setSignerTextHorizontalAlignment(SignerTextHorizontalAlignment.LEFT);
        text.setSignerTextVerticalAlignment(SignerTextVerticalAlignment.MIDDLE);
        var image = new SignatureImageParameters();
        image.setFieldParameters(field);
        image.setTextParameters(text);
        return image;
    }

    private String pseudonym(Signing signing) {
        return vault.index(Vault.Kind.CODE, "signer:" + signing.person().value());
    }

    private static byte[] signature(PrivateKey key, byte[] data) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(key);
            signature.update(data);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private synchronized byte[] font() {
        if (font == null) {
            font = PdfFonts.sans();
        }
        return font;
    }
}
