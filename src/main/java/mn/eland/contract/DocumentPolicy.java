package mn.eland.contract;

import mn.eland.contract.DocumentRows.Row;
import mn.eland.contract.spi.DocumentAccess;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Who may read a document, and who may accept it now. */
@Component
class DocumentPolicy {

    private final DocumentRows rows;
    private final ObjectProvider<DocumentAccess> access;
    private final Standing standing;

    DocumentPolicy(DocumentRows rows, ObjectProvider<DocumentAccess> access, Standing standing) {
        this.rows = rows;
        this.access = access;
        this.standing = standing;
    }

    /** The reader as a signer of the document, in person or by a paper. */
    Actor as(Row row, Actor actor) {
        return standing.among(actor, row.signers());
    }

    boolean mayRead(Row row, Actor actor) {
        return row.signers().contains(as(row, actor).party())
                || access.stream().anyMatch(module -> module.mayRead(actor, row.caseRef()));
    }

    /** For those who may not read it, the document does not exist. */
    Outcome<Row> acceptable(Row row, Actor signer) {
        if (row == null || !mayRead(row, signer)) {
            return Outcome.refused(Refusal.notFound("DOCUMENT_NOT_FOUND"));
        }
        if (!row.signers().contains(signer.party())) {
            return Outcome.refused(Refusal.forbidden("NOT_A_SIGNER"));
        }
        var hindrance = standing.hindrance(signer);
        if (hindrance.isPresent()) {
            return Outcome.refused(hindrance.get());
        }
        return switch (row.state()) {
            case "OLD" -> Outcome.refused(Refusal.conflict("VERSION_OLD").with("newest", newest(row)));
            case "VOID" -> Outcome.refused(Refusal.expired("DOCUMENT_VOID"));
            default -> Outcome.done(row);
        };
    }

    boolean hasAccepted(Row row, PartyId signer) {
        return rows.acceptances(row).stream().anyMatch(acceptance -> acceptance.signer().equals(signer));
    }

    private Object newest(Row row) {
        var versions = rows.versions(row);
        return versions.get(versions.size() - 1).id();
    }
}
