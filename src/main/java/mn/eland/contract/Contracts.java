package mn.eland.contract;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import mn.eland.contract.ContractEvent.CodeIssued;
import mn.eland.contract.ContractEvent.DocumentAccepted;
import mn.eland.contract.ContractEvent.DocumentDrafted;
import mn.eland.contract.ContractEvent.DocumentWithdrawn;
import mn.eland.contract.DocumentRows.Row;
import mn.eland.contract.archive.ObjectStore;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.print.DocumentPrinter.Imprint;
import mn.eland.contract.print.VerificationCodes;
import mn.eland.contract.signing.Revision;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Texts that bind: written from facts, shown, accepted with a one-time code, kept, checkable by anyone. */
@Service
@Transactional
public class Contracts {

    private final DocumentRows rows;
    private final AcceptanceCodes codes;
    private final DocumentPrinter printer;
    private final ObjectStore store;
    private final ContractProcess process;
    private final DocumentPolicy policy;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;
    private final FactSheet sheets;
    private final VerificationCodes verificationCodes = new VerificationCodes();

    Contracts(DocumentRows rows, AcceptanceCodes codes, DocumentPrinter printer, ObjectStore store, ContractProcess process,
              DocumentPolicy policy, ApplicationEventPublisher events, ElandClock clock, ObjectMapper json) {
        this.rows = rows;
        this.codes = codes;
        this.printer = printer;
        this.store = store;
        this.process = process;
        this.policy = policy;
        this.events = events;
        this.clock = clock;
        this.sheets = new FactSheet(json);
    }

    /**
     * Writes a document of the case and its PDF. Missing facts are refused with {@code FACTS_MISSING}, facts of a wrong
     * type with {@code FACTS_MISTYPED} (argument {@code facts}). Drafting the same kind again for the case gives a new version and voids the acceptances of the old;
     * receipts with different numbers stand beside each other.
     *
     * @param facts   values of the template, by name ({@link DocumentKind#requiredFacts()} and those of the fact sheet):
     *                String, Money, LocalDate, Instant, Long, Double, Boolean, or {@link PartyFacts}
     * @param signers who has to accept; empty for documents nobody accepts
     */
    public Outcome<DocumentView> draft(DocumentKind kind, CaseRef caseRef, Map<String, Object> facts, List<PartyId> signers) {
        var flaw = FactSheet.flaw(kind, facts);
        if (flaw.isPresent()) {
            return Outcome.refused(flaw.get());
        }
        var slot = kind.slotFact() == null ? "" : facts.get(kind.slotFact()).toString();
        int version = rows.replaceVersion(caseRef, kind, slot);
        var now = clock.instant();
        var code = verificationCodes.next();
        var printed = printer.print(kind.template(), new Imprint(caseRef + "/" + kind.letter() + version, version, code, now, signers.size() + kind.officials()), facts);
        store.keep(printed.sha256(), printed.pdf());
        var row = new Row(UUID.randomUUID(), caseRef, kind, slot, version, "VALID", printed.sha256(), printed.pages(),
                sheets.write(facts), code, now, List.copyOf(signers), signers.size() + kind.officials() == 0 ? null : printed.pages(), null);
        rows.insert(row, printed.text());
        events.publishEvent(new DocumentDrafted(row.id(), caseRef, kind, now));
        return Outcome.done(rows.view(row));
    }

    /** The current version of each document of the case, oldest first. The caller has decided who may see the case. */
    @Transactional(readOnly = true)
    public List<DocumentView> documents(CaseRef caseRef) {
        return rows.views(rows.current(caseRef));
    }

    /** The current version; of several receipts the newest. */
    @Transactional(readOnly = true)
    public Optional<DocumentView> document(CaseRef caseRef, DocumentKind kind) {
        return rows.current(caseRef).stream().filter(row -> row.kind() == kind).reduce((older, newer) -> newer).map(rows::view);
    }

    @Transactional(readOnly = true)
    public Optional<DocumentView> document(UUID id) {
        return rows.find(id).map(rows::view);
    }

    /** The document for a reader: signers, and whom the case lets read it. For others it does not exist. */
    @Transactional(readOnly = true)
    public Outcome<DocumentView> read(UUID id, Actor reader) {
        return rows.find(id).filter(row -> policy.mayRead(row, reader)).map(row -> Outcome.done(rows.view(row)))
                .orElseGet(() -> Outcome.refused(Refusal.notFound("DOCUMENT_NOT_FOUND")));
    }

    /** The documents of the case that this person may read. */
    @Transactional(readOnly = true)
    public List<DocumentView> documents(CaseRef caseRef, Actor reader) {
        return rows.views(rows.current(caseRef).stream().filter(row -> policy.mayRead(row, reader)).toList());
    }

    /** What the document says, by the names of the facts; register numbers are masked. */
    @Transactional(readOnly = true)
    public Map<String, Object> facts(UUID id) {
        return rows.find(id).map(row -> sheets.read(row.facts())).orElse(Map.of());
    }

    /** Whether this kind of contract needs a notary and an entry in the state register; empty for other papers. */
    @Transactional(readOnly = true)
    public Optional<Formalities> formalities(UUID id) {
        return rows.find(id).flatMap(row -> process.formalities(row.kind(), sheets.read(row.facts())));
    }

    /** The wording as a piece of HTML, for the page that shows it. */
    @Transactional(readOnly = true)
    public String text(UUID id) {
        return rows.text(id);
    }

    /** All versions of the document, oldest first. */
    @Transactional(readOnly = true)
    public List<DocumentView> versions(UUID id) {
        return rows.views(rows.find(id).map(rows::versions).orElse(List.of()));
    }

    /** The newest document of the case that waits for this person's acceptance in the task "Accept document". */
    @Transactional(readOnly = true)
    public Optional<DocumentView> awaiting(CaseRef caseRef, Actor signer) {
        var current = rows.current(caseRef);
        var views = rows.views(current);
        return IntStream.range(0, current.size()).filter(n -> !views.get(n).kind().hasTaskOfItsOwn() && views.get(n).missing()
                .contains(policy.as(current.get(n), signer).party())).mapToObj(views::get).reduce((older, newer) -> newer);
    }

    /** Keeps a file that somebody brought to a case, under the hash of its content. @return the hash */
    public String keep(byte[] content) {
        var sha256 = DocumentPrinter.sha256(content);
        store.keep(sha256, content);
        return sha256;
    }

    /** A kept file. The caller has decided who may see it. */
    @Transactional(readOnly = true)
    public InputStream file(String sha256) {
        return store.open(sha256);
    }

    /** The newest revision: as it was drafted, or with the signatures that it has by now. */
    @Transactional(readOnly = true)
    public InputStream pdf(UUID id) {
        return store.open(rows.find(id).orElseThrow().newest());
    }

    /**
     * Sends a one-time code (6 digits, 10 minutes, 5 tries) to the signer, or to who represents the signer, by mail and in the
     * application. Refused with {@code MINOR} or {@code COMPANY_BY_DIRECTOR} when only a representative may bind the signer,
     * {@code CODE_TOO_SOON} (argument {@code seconds}) when codes are asked for too often.
     */
    public Outcome<Void> requestCode(UUID id, Actor actor) {
        var signer = as(id, actor);
        return acceptable(id, signer).flatMap(row -> {
            if (policy.hasAccepted(row, signer.party())) {
                return Outcome.refused(Refusal.conflict("ALREADY_ACCEPTED"));
            }
            return codes.issue(id, signer.party()).map(issued -> {
                events.publishEvent(new CodeIssued(id, row.caseRef(), row.kind(), signer.person(), issued.code(), issued.validUntil()));
                return null;
            });
        });
    }

    /** Whether the signer was sent a code that can still be typed. */
    @Transactional(readOnly = true)
    public boolean holdsCode(UUID id, Actor signer) {
        return codes.isOpen(id, as(id, signer).party());
    }

    /** The actor as a signer of the document: in person, or in the stead of one whom he represents today; else unchanged. */
    @Transactional(readOnly = true)
    public Actor as(UUID id, Actor actor) {
        return rows.find(id).map(row -> policy.as(row, actor)).orElse(actor);
    }

    /**
     * The signer accepts this version. Refused with {@code CODE_WRONG} (argument {@code left}), {@code CODE_EXPIRED},
     * {@code CODE_TRIES}, {@code CODE_MISSING}, {@code NOT_A_SIGNER}, {@code VERSION_OLD} (argument {@code newest}),
     * {@code DOCUMENT_VOID}, and as {@link #requestCode}; accepting twice is harmless. Keeps hash, time, device and address, and who
     * acted in the signer's stead on which paper.
     */
    public Outcome<DocumentView> accept(UUID id, Actor actor, String code, Evidence evidence) {
        var signer = as(id, actor);
        return acceptable(id, signer).flatMap(row -> {
            if (!policy.hasAccepted(row, signer.party())) {
                var used = codes.use(id, signer.party(), code);
                if (!used.isDone()) {
                    return Outcome.refused(used.refusal());
                }
                var now = clock.instant();
                rows.accept(row, signer, now, evidence);
                events.publishEvent(new DocumentAccepted(id, row.caseRef(), row.kind(), signer.party(), now));
            }
            process.documentAccepted(row.caseRef(), row.kind(), signer);
            return Outcome.done(rows.view(row));
        });
    }

    /** Takes a document back: nobody can accept it any more, the verification page says so and why. Harmless when repeated. */
    public void withdraw(UUID id, VoidReason reason) {
        rows.lock(id).filter(Row::isValid).ifPresent(row -> {
            rows.withdraw(id, reason, clock.instant());
            events.publishEvent(new DocumentWithdrawn(id, row.caseRef(), row.kind(), clock.instant()));
        });
    }

    /** For the public page behind the QR: by the 12-character code. */
    @Transactional(readOnly = true)
    public Optional<Verification> verify(String verificationCode) {
        return rows.byVerificationCode(VerificationCodes.normal(verificationCode)).map(row -> new Verification(row.kind(),
                row.caseRef(), row.version(), row.sha256(), row.draftedAt(), rows.acceptances(row).size(),
                row.signers().size(), row.state(), rows.voiding(row.id()).orElse(null), rows.revisions(row.id())));
    }

    /** The page where anyone checks a document. */
    public String verificationUrl(String verificationCode) {
        return printer.verificationUrl(verificationCode);
    }

    private Outcome<Row> acceptable(UUID id, Actor signer) {
        return policy.acceptable(rows.lock(id).orElse(null), signer);
    }

    /** A party as a contract names it. */
    public record PartyFacts(String fullName, String registerNo, String address, String phone, String iban) {
    }

    /** @param sha256 of what was accepted @param fileSha256 of the newest revision @param state VALID, OLD (a newer exists) or VOID (withdrawn) */
    public record DocumentView(UUID id, CaseRef caseRef, DocumentKind kind, int version, String sha256, String fileSha256, int pages,
                               Instant draftedAt, String verificationCode, String state, List<Acceptance> acceptances,
                               List<PartyId> missing) {

        public boolean isAcceptedByAll() {
            return missing.isEmpty();
        }

        /** The number printed on it: {@code S-2026-000001/C1}. */
        public String number() {
            return caseRef + "/" + kind.letter() + version;
        }
    }

    /** @param address network address, shown to staff only @param proxy who acted in the signer's stead, or null */
    public record Acceptance(PartyId signer, Instant at, String device, String address, Actor.Proxy proxy) {
    }

    /** What is kept about the moment of an acceptance. */
    public record Evidence(String device, String address) {
    }

    public record Formalities(boolean notary, boolean stateRegister) {
    }

    /** @param state VALID, OLD (a newer version exists) or VOID @param revisions the file after each signature, oldest first */
    public record Verification(DocumentKind kind, CaseRef caseRef, int version, String sha256, Instant draftedAt,
                               int accepted, int signers, String state, Voiding voiding, List<Revision> revisions) {
    }
}
