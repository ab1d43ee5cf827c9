package mn.eland.contract;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Service;

/** Texts that bind: written from facts, shown, accepted with a one-time code, kept, checkable by anyone. */
@Service
public class Contracts {

    /**
     * Writes a document of the case and its PDF. Missing facts are refused with {@code FACTS_MISSING} (argument
     * {@code facts}). Drafting the same kind again for the case gives a new version and voids the acceptances of the old.
     *
     * @param facts   values of the template, by name: String, Money, LocalDate, Instant, Long, Double, Boolean, or
     *                {@link PartyFacts}
     * @param signers who has to accept; empty for documents nobody accepts
     */
    public Outcome<DocumentView> draft(DocumentKind kind, CaseRef caseRef, Map<String, Object> facts, List<PartyId> signers) {
        throw new UnsupportedOperationException();
    }

    /** The current version of each document of the case, oldest first. The caller has decided who may see the case. */
    public List<DocumentView> documents(CaseRef caseRef) {
        throw new UnsupportedOperationException();
    }

    public Optional<DocumentView> document(CaseRef caseRef, DocumentKind kind) {
        throw new UnsupportedOperationException();
    }

    public Optional<DocumentView> document(UUID id) {
        throw new UnsupportedOperationException();
    }

    public InputStream pdf(UUID id) {
        throw new UnsupportedOperationException();
    }

    /** Sends a one-time code (6 digits, 10 minutes, 5 tries) to the signer by mail and in the application. */
    public Outcome<Void> requestCode(UUID id, Actor signer) {
        throw new UnsupportedOperationException();
    }

    /**
     * The signer accepts this version. Refused with {@code CODE_WRONG}, {@code CODE_EXPIRED}, {@code CODE_TRIES},
     * {@code NOT_A_SIGNER}, {@code VERSION_OLD}; accepting twice is harmless. Keeps hash, time, device and address.
     */
    public Outcome<DocumentView> accept(UUID id, Actor signer, String code, Evidence evidence) {
        throw new UnsupportedOperationException();
    }

    /** For the public page behind the QR: by the 12-character code. */
    public Optional<Verification> verify(String verificationCode) {
        throw new UnsupportedOperationException();
    }

    /** The page where anyone checks a document. */
    public String verificationUrl(String verificationCode) {
        throw new UnsupportedOperationException();
    }

    /** A party as a contract names it. */
    public record PartyFacts(String fullName, String registerNo, String address, String phone, String iban) {
    }

    public record DocumentView(UUID id, CaseRef caseRef, DocumentKind kind, int version, String sha256, int pages,
                               Instant draftedAt, String verificationCode, List<Acceptance> acceptances,
                               List<PartyId> missing) {

        public boolean isAcceptedByAll() {
            return missing.isEmpty();
        }
    }

    /** @param address network address, shown to staff only */
    public record Acceptance(PartyId signer, Instant at, String device, String address) {
    }

    /** What is kept about the moment of an acceptance. */
    public record Evidence(String device, String address) {
    }

    /** @param state VALID, OLD (a newer version exists) or VOID */
    public record Verification(DocumentKind kind, CaseRef caseRef, int version, String sha256, Instant draftedAt,
                               int accepted, int signers, String state) {
    }
}
