package mn.eland.contract.signing;

import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.enumerations.Indication;
import eu.europa.esig.dss.enumerations.SubIndication;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import mn.eland.contract.signing.SignatureReport.Bytes;
import mn.eland.contract.signing.SignatureReport.Ground;
import mn.eland.contract.signing.SignatureReport.Signature;
import mn.eland.contract.signing.SignatureReport.Verdict;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks into a PDF that anybody brings and says of each signature whose it is, since when, and whether it holds. Keeps nothing. */
@Component
public class SignatureCheck {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);

    private final Trust trust;
    private final ElandClock clock;

    SignatureCheck(Trust trust, ElandClock clock) {
        this.trust = trust;
        this.clock = clock;
    }

    /** Refused as {@link PdfGate} says; a file without signatures gives a report without signatures. */
    public Outcome<SignatureReport> check(byte[] file) {
        var refusal = PdfGate.refusal(file);
        if (refusal.isPresent()) {
            return Outcome.refused(refusal.get());
        }
        try {
            var validator = new PDFDocumentValidator(new InMemoryDocument(file));
            validator.setPdfObjFactory(PdfWork.factory());
            validator.setCertificateVerifier(trust.verifier());
            validator.setValidationTime(Date.from(clock.instant()));
            validator.setEnableEtsiValidationReport(false);
            return Outcome.done(report(validator.validateDocument(), file.length));
        } catch (RuntimeException e) {
            LOG.info("A file brought to be checked cannot be read: {}", e.toString(), e);
            return Outcome.refused(Refusal.invalid("PDF_BROKEN", "file"));
        }
    }

    private static SignatureReport report(Reports reports, long length) {
        var found = reports.getDiagnosticData().getSignatures().stream().sorted(Comparator.comparing(SignatureCheck::end)).toList();
        var signatures = new ArrayList<Signature>();
        long whole = -1;
        for (var one : found) {
            var signature = signature(reports, one, signatures.size() + 1, whole);
            signatures.add(signature);
            whole = signature.ground() == Ground.CHANGED ? whole : end(one);
        }
        long last = found.stream().mapToLong(SignatureCheck::end).max().orElse(length - 1);
        return new SignatureReport(List.copyOf(signatures), last < length - 1 ? new Bytes(last + 1, length - 1) : null, length);
    }

    /** @param whole last byte of which an earlier signature proves that it is unchanged; -1 for none */
    private static Signature signature(Reports reports, SignatureWrapper one, int revision, long whole) {
        var simple = reports.getSimpleReport();
        var indication = simple.getIndication(one.getId());
        var detail = simple.getSubIndication(one.getId());
        boolean passed = indication == Indication.TOTAL_PASSED;
        boolean touched = passed && !one.getPdfUndefinedChanges().isEmpty();
        var ground = touched ? Ground.CHANGED_AFTER : passed ? Ground.NONE : ground(detail, one);
        var verdict = passed && !touched ? Verdict.VALID : indication == Indication.TOTAL_FAILED ? Verdict.INVALID : Verdict.UNSURE;
        var signer = one.getSigningCertificate();
        var level = simple.getSignatureFormat(one.getId());
        return new Signature(revision, signer == null ? one.getSignerName() : signer.getCommonName(),
                signer == null ? null : signer.getCertificateIssuerDN(), instant(one.getClaimedSigningTime()), proven(one),
                level == null ? null : level.toString(), verdict, ground, new Bytes(0, end(one)),
                ground == Ground.CHANGED ? new Bytes(whole + 1, end(one)) : null, detail == null ? indication.name() : detail.name());
    }

    private static Ground ground(SubIndication detail, SignatureWrapper one) {
        if (detail == null) {
            return Ground.OTHER;
        }
        return switch (detail) {
            case HASH_FAILURE -> Ground.CHANGED;
            case SIG_CRYPTO_FAILURE -> Ground.DAMAGED;
            case FORMAT_FAILURE -> one.arePdfModificationsDetected() ? Ground.CHANGED_AFTER : Ground.UNREADABLE;
            case NO_CERTIFICATE_CHAIN_FOUND, NO_CERTIFICATE_CHAIN_FOUND_NO_POE, NO_SIGNING_CERTIFICATE_FOUND -> Ground.UNKNOWN_ISSUER;
            case CERTIFICATE_CHAIN_GENERAL_FAILURE ->
                    one.getSigningCertificate() != null && one.getSigningCertificate().isTrustedChain() ? Ground.REVOCATION_UNKNOWN : Ground.UNKNOWN_ISSUER;
            case EXPIRED, OUT_OF_BOUNDS_NO_POE, OUT_OF_BOUNDS_NOT_REVOKED -> Ground.EXPIRED;
            case NOT_YET_VALID -> Ground.NOT_YET_VALID;
            case REVOKED, REVOKED_NO_POE, REVOKED_CA_NO_POE -> Ground.REVOKED;
            case TRY_LATER, REVOCATION_OUT_OF_BOUNDS_NO_POE -> Ground.REVOCATION_UNKNOWN;
            case NO_POE, TIMESTAMP_ORDER_FAILURE -> Ground.TIME_UNPROVEN;
            default -> Ground.OTHER;
        };
    }

    private static Instant proven(SignatureWrapper one) {
        return one.getSignatureTimestamps().stream().filter(stamp -> stamp.isSignatureValid() && stamp.isMessageImprintDataIntact())
                .map(stamp -> instant(stamp.getProductionTime())).min(Comparator.naturalOrder()).orElse(null);
    }

    /** The last byte that the signature covers. */
    private static long end(SignatureWrapper one) {
        var range = one.getPDFRevision() == null ? List.<BigInteger>of() : one.getPDFRevision().getSignatureByteRange();
        return range.size() < 4 ? -1 : range.get(2).longValue() + range.get(3).longValue() - 1;
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
