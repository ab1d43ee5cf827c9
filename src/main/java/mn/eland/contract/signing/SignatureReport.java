package mn.eland.contract.signing;

import java.time.Instant;
import java.util.List;

/**
 * What was found out about the signatures of a file.
 *
 * @param signatures in the order in which they were made
 * @param unsigned   what was added behind the last signature and is signed by nobody; null when there is nothing
 * @param bytes      length of the file
 */
public record SignatureReport(List<Signature> signatures, Bytes unsigned, long bytes) {

    /** Every signature holds and nothing stands behind the last. */
    public boolean isWhole() {
        return !signatures.isEmpty() && unsigned == null && signatures.stream().allMatch(one -> one.verdict() == Verdict.VALID);
    }

    /** VALID: holds; UNSURE: unchanged as far as can be seen, but not to be relied on; INVALID: does not hold. */
    public enum Verdict { VALID, UNSURE, INVALID }

    /** Why a signature does not hold, in the words of the page. */
    public enum Ground { NONE, CHANGED, DAMAGED, CHANGED_AFTER, UNKNOWN_ISSUER, EXPIRED, NOT_YET_VALID, REVOKED, REVOCATION_UNKNOWN, TIME_UNPROVEN, UNREADABLE, OTHER }

    /**
     * One signature.
     *
     * @param revision number of the revision that it closes, from 1
     * @param claimed  when the signer says he signed
     * @param proven   when an authority saw it; null without a time stamp that holds
     * @param level    {@code PAdES-BASELINE-T}
     * @param changed  where the file was changed, for the ground CHANGED; else null
     * @param detail   the name that the standard ETSI EN 319 102-1 has for the result
     */
    public record Signature(int revision, String signer, String issuer, Instant claimed, Instant proven, String level, Verdict verdict,
                            Ground ground, Bytes signed, Bytes changed, String detail) {
    }

    /** From the first byte to the last, counted from 0. */
    public record Bytes(long first, long last) {
    }
}
