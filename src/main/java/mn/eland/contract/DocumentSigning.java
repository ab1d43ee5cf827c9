package mn.eland.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Function;
import mn.eland.contract.Contracts.Acceptance;
import mn.eland.contract.DocumentRows.Row;
import mn.eland.contract.archive.ObjectStore;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.signing.AcceptanceMoments;
import mn.eland.contract.signing.Revision;
import mn.eland.contract.signing.Signatory;
import mn.eland.contract.signing.Signing;
import mn.eland.contract.spi.Signatures;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs for those who accepted a document, in the order of their acceptances; then for the notary who certified it, then the platform. */
@Service
class DocumentSigning implements Signatures {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ElandClock.ULAANBAATAR);

    private final DocumentRows rows;
    private final AcceptanceMoments moments;
    private final ObjectStore store;
    private final Signatory signatory;
    private final ElandClock clock;
    private final ObjectProvider<CaseFacts> people;

    DocumentSigning(DocumentRows rows, AcceptanceMoments moments, ObjectStore store, Signatory signatory, ElandClock clock, ObjectProvider<CaseFacts> people) {
        this.rows = rows;
        this.moments = moments;
        this.store = store;
        this.signatory = signatory;
        this.clock = clock;
        this.people = people;
    }

    @Override
    @Transactional
    public void sign(UUID id) {
        var row = rows.lock(id).orElseThrow();
        rows.acceptances(row).forEach(acceptance -> add(row, acceptance.signer(), now -> signing(row, acceptance, now)));
    }

    @Override
    @Transactional
    public void certify(UUID id, PartyId notary, String act) {
        var row = rows.lock(id).orElseThrow();
        int place = row.signers().size();
        add(row, notary, now -> official(row, notary, place, "Нотариатч / notary, " + act, "Нотариатын үйлдэл / notarial act " + act, now));
        if (row.kind().officials() > 1) {
            add(row, Actor.PLATFORM.party(), now -> official(row, Actor.PLATFORM.party(), place + 1, "Платформын тамга / seal of the platform",
                    "Талууд, нотариатчийн гарын үсгийг битүүмжлэв / seals the signatures of the parties and the notary", now));
        }
    }

    private void add(Row row, PartyId party, Function<Instant, Signing> signing) {
        if (row.signaturePage() == null || rows.signed(row.id()).contains(party)) {
            return;
        }
        var made = rows.revisions(row.id());
        var previous = made.isEmpty() ? row.sha256() : made.get(made.size() - 1).sha256();
        var now = clock.instant();
        var content = signatory.sign(read(previous), signing.apply(now));
        var sha256 = DocumentPrinter.sha256(content);
        store.keep(sha256, content);
        rows.sign(row.id(), party, previous, new Revision(made.size() + 1, now, sha256));
    }

    private Signing signing(Row row, Acceptance acceptance, Instant now) {
        var proxy = acceptance.proxy();
        var party = name(acceptance.signer());
        var lines = (proxy == null ? "" : instead(proxy, party) + "\n") + MINUTE.format(acceptance.at()) + " (UTC+8), ELAND · нэг удаагийн кодоор зөвшөөрсөн / accepted by one-time code\n"
                + moments.evidence(row.id(), acceptance.signer(), acceptance.device());
        var consent = "Нэг удаагийн кодоор зөвшөөрсөн / accepted by one-time code, " + acceptance.at() + ", SHA-256 " + row.sha256();
        return new Signing(proxy == null ? acceptance.signer() : proxy.person(), proxy == null ? party : proxy.name(), lines,
                row.signers().indexOf(acceptance.signer()), row.signaturePage(), consent, now);
    }

    private Signing official(Row row, PartyId who, int place, String office, String why, Instant now) {
        return new Signing(who, name(who), office + "\n" + MINUTE.format(now) + " (UTC+8)", place, row.signaturePage(), why + ", SHA-256 " + row.sha256(), now);
    }

    private static String instead(Actor.Proxy proxy, String party) {
        return party + " – төлөөлөгч / representative, № " + proxy.paperNo();
    }

    private String name(PartyId party) {
        return party.equals(Actor.PLATFORM.party()) ? Actor.PLATFORM.name()
                : people.stream().flatMap(module -> module.nameOf(party).stream()).findFirst().orElse("ELAND " + party.value());
    }

    private byte[] read(String sha256) {
        try (var file = store.open(sha256)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
