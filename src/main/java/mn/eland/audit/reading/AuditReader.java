package mn.eland.audit.reading;

import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import mn.eland.audit.catching.Acts;
import mn.eland.audit.sealing.Checkpoint;
import mn.eland.audit.sealing.Tree;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Service;

/**
 * What auditors may ask. The head of compliance is the auditor: records tell of compliance matters that nobody else may know of.
 * Each look is itself on the record, with the person looked for.
 */
@Service
public class AuditReader {

    private final Records records;
    private final Exports exports;
    private final Tree tree;
    private final Parties parties;
    private final Acts acts;

    AuditReader(Records records, Exports exports, Tree tree, Parties parties, Acts acts) {
        this.records = records;
        this.exports = exports;
        this.tree = tree;
        this.parties = parties;
        this.acts = acts;
    }

    public static boolean isAuditor(Actor actor) {
        return actor.is(Role.COMPLIANCE_HEAD);
    }

    /** Newest first, at most so many. */
    public Outcome<List<AuditRecord>> find(Actor auditor, Wanted wanted, int most) {
        return ifAuditor(auditor, () -> {
            acts.concern(wanted.caseRef(), wanted.party());
            return Outcome.done(records.find(wanted, most));
        });
    }

    public Outcome<AuditRecord> record(Actor auditor, long position) {
        return ifAuditor(auditor, () -> records.at(position).map(record -> {
            acts.concern(CaseRef.isCaseNumber(record.caseNumber()) ? CaseRef.of(record.caseNumber()) : null,
                    record.person().isEmpty() ? null : PartyId.of(record.person()));
            return Outcome.done(record);
        }).orElseGet(() -> Outcome.refused(Refusal.notFound("AUDIT_RECORD_UNKNOWN"))));
    }

    /** The party with this id, name of an account, or register number. */
    public Outcome<PartyId> party(Actor auditor, String named) {
        return ifAuditor(auditor, () -> id(named).or(() -> parties.actor(named).map(Actor::party)).or(() -> parties.registered(named))
                .map(Outcome::done).orElseGet(() -> Outcome.refused(Refusal.invalid("AUDIT_PERSON_UNKNOWN", "person"))));
    }

    /** The first checkpoint that holds the record. */
    public Outcome<Checkpoint> holding(Actor auditor, long position) {
        return ifAuditor(auditor, () -> tree.holding(position).map(Outcome::done)
                .orElseGet(() -> Outcome.refused(Refusal.notFound("AUDIT_RECORD_UNKNOWN"))));
    }

    /** Newest first. */
    public Outcome<List<Checkpoint>> checkpoints(Actor auditor, int most) {
        return ifAuditor(auditor, () -> Outcome.done(tree.newest(most)));
    }

    /** A file that proves that the record is in the tree of the newest checkpoint. */
    public Outcome<File> inclusion(Actor auditor, long position) {
        return record(auditor, position).map(record -> out -> exports.inclusion(position, tree.last().orElseThrow(), out));
    }

    /** A file that proves that the tree of the newer checkpoint only added to that of the older. */
    public Outcome<File> consistency(Actor auditor, long older, long newer) {
        return ifAuditor(auditor, () -> {
            var first = tree.checkpoint(older);
            var second = tree.checkpoint(newer);
            if (first.isEmpty() || second.isEmpty() || older > newer) {
                return Outcome.refused(Refusal.invalid("AUDIT_CHECKPOINTS_UNKNOWN", "older"));
            }
            return Outcome.done(out -> exports.consistency(first.get(), second.get(), out));
        });
    }

    /** A file with all that was sealed from one time to another, whole checkpoints only. */
    public Outcome<File> range(Actor auditor, Instant from, Instant to) {
        return ifAuditor(auditor, () -> {
            var first = tree.before(from).orElse(null);
            var last = tree.before(to);
            if (last.isEmpty() || first != null && first.number() == last.get().number()) {
                return Outcome.refused(Refusal.invalid("AUDIT_NOTHING_SEALED", "from"));
            }
            return Outcome.done(out -> exports.range(first, last.get(), out));
        });
    }

    private static Optional<PartyId> id(String text) {
        try {
            return Optional.of(PartyId.of(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static <T> Outcome<T> ifAuditor(Actor actor, java.util.function.Supplier<Outcome<T>> then) {
        return isAuditor(actor) ? then.get() : Outcome.refused(Refusal.forbidden("AUDITORS_ONLY"));
    }

    /** Something to be written out. */
    public interface File {
        void write(OutputStream out);
    }
}
