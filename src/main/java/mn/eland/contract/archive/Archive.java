package mn.eland.contract.archive;

import java.time.Instant;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Service;

/** What operators are told of the archive. */
@Service
public class Archive {

    private final KeptFiles files;

    Archive(KeptFiles files) {
        this.files = files;
    }

    /** Refused with {@code TROUBLES_NOT_YOURS} for others than operators and admins. */
    public Outcome<Figures> figures(Actor actor) {
        return actor.isAnyOf(Role.OPERATOR, Role.ADMIN) ? Outcome.done(files.figures()) : Outcome.refused(Refusal.forbidden("TROUBLES_NOT_YOURS"));
    }

    /**
     * How the archive stands.
     *
     * @param kept      files that must be there
     * @param whole     of these, found to be what they were when last looked at
     * @param damaged   of these, changed or missing
     * @param removed   files taken away after their term
     * @param lookedAt  when a file was last looked at, or null
     */
    public record Figures(int kept, int whole, int damaged, int removed, Instant lookedAt) {

        /** Files that nobody has looked at yet. */
        public int unseen() {
            return kept - whole - damaged;
        }
    }
}
