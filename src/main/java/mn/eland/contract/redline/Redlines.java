package mn.eland.contract.redline;

import java.util.List;
import java.util.UUID;
import mn.eland.contract.Contracts;
import mn.eland.contract.Contracts.DocumentView;
import mn.eland.contract.redline.Redline.Line;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Any two versions of a document beside each other, for those who may read both. */
@Component
class Redlines {

    private final Contracts contracts;

    Redlines(Contracts contracts) {
        this.contracts = contracts;
    }

    /** @param from an earlier or later version of the same document; null: the one before, or itself when it is the first */
    Outcome<Comparison> between(UUID from, UUID to, Actor reader) {
        return contracts.read(to, reader).flatMap(document -> {
            var versions = contracts.versions(to);
            var other = from == null ? before(document, versions) : versions.stream().filter(one -> one.id().equals(from)).findFirst().orElse(null);
            if (other == null) {
                return Outcome.refused(Refusal.notFound("DOCUMENT_NOT_FOUND"));
            }
            return contracts.read(other.id(), reader).map(old -> new Comparison(old, document, versions,
                    Redline.between(Wording.of(contracts.text(old.id())), Wording.of(contracts.text(to)))));
        });
    }

    private static DocumentView before(DocumentView document, List<DocumentView> versions) {
        return versions.stream().filter(one -> one.version() < document.version()).reduce((older, newer) -> newer).orElse(document);
    }

    /** @param versions all there are, oldest first */
    record Comparison(DocumentView from, DocumentView to, List<DocumentView> versions, List<Line> lines) {

        public long same() {
            return lines.stream().filter(line -> line.state() == Redline.State.SAME).count();
        }

        public List<Line> changes() {
            return lines.stream().filter(line -> line.state() != Redline.State.SAME).toList();
        }
    }
}
