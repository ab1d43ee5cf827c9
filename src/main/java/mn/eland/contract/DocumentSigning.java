package mn.eland.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import mn.eland.contract.Contracts.Acceptance;
import mn.eland.contract.DocumentRows.Row;
import mn.eland.contract.print.DocumentPrinter;
import mn.eland.contract.signing.Revision;
import mn.eland.contract.signing.Signatory;
import mn.eland.contract.signing.Signing;
import mn.eland.kernel.Actor;
import mn.eland.kernel.ElandClock;
import mn.eland.workflow.spi.CaseFacts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signs for those who accepted a document, one after the other in the order of their acceptances. */
@Service
class DocumentSigning {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ElandClock.ULAANBAATAR);

    private final DocumentRows rows;
    private final ObjectStore store;
    private final Signatory signatory;
    private final ElandClock clock;
    private final ObjectProvider<CaseFacts> people;

    DocumentSigning(DocumentRows rows, ObjectStore store, Signatory signatory, ElandClock clock, ObjectProvider<CaseFacts> people) {
        this.rows = rows;
        this.store = store;
        this.signatory = signatory;
        this.clock = clock;
        this.people = people;
    }

    /**
     * Adds the signatures that are missing; done again it adds nothing. A document of the time before there were pages for signatures
     * stays as it is.
     *
     * @throws mn.eland.contract.spi.TimeStamps.Unavailable when nobody confirms the time; then none of them was added
     */
    @Transactional
    public void sign(UUID id) {
        var row = rows.lock(id).orElseThrow();
        if (row.signaturePage() == null) {
            return;
        }
        var signed = rows.signed(id);
        var file = row.newest();
        int revision = signed.size();
        for (var acceptance : rows.acceptances(row)) {
            if (!signed.contains(acceptance.signer())) {
                file = add(row, file, ++revision, acceptance);
            }
        }
    }

    private String add(Row row, String previous, int number, Acceptance acceptance) {
        var now = clock.instant();
        var content = signatory.sign(read(previous), signing(row, acceptance, now));
        var sha256 = DocumentPrinter.sha256(content);
        store.keep(sha256, content);
        rows.sign(row.id(), acceptance.signer(), previous, new Revision(number, now, sha256));
        return sha256;
    }

    private Signing signing(Row row, Acceptance acceptance, Instant now) {
        var proxy = acceptance.proxy();
        var party = name(acceptance);
        var lines = (proxy == null ? "" : instead(proxy, party) + "\n") + MINUTE.format(acceptance.at()) + " (UTC+8)\n"
                + "ELAND · нэг удаагийн кодоор зөвшөөрсөн / accepted by one-time code";
        var consent = "Нэг удаагийн кодоор зөвшөөрсөн / accepted by one-time code, " + acceptance.at() + ", SHA-256 " + row.sha256();
        return new Signing(proxy == null ? acceptance.signer() : proxy.person(), proxy == null ? party : proxy.name(), lines,
                row.signers().indexOf(acceptance.signer()), row.signaturePage(), consent, now);
    }

    private static String instead(Actor.Proxy proxy, String party) {
        return party + " – төлөөлөгч / representative, № " + proxy.paperNo();
    }

    private String name(Acceptance acceptance) {
        return people.stream().flatMap(module -> module.nameOf(acceptance.signer()).stream()).findFirst().orElse("ELAND " + acceptance.signer().value());
    }

    private byte[] read(String sha256) {
        try (var file = store.open(sha256)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
