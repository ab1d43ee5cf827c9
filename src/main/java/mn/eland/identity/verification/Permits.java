package mn.eland.identity.verification;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mn.eland.identity.screening.Matches;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a party may do by how well we know who it is. Reads one row and one table; nobody is asked outside. */
@Component
@Transactional(readOnly = true)
public class Permits {

    private final VerificationRows rows;
    private final Matches matches;
    private final Workflow workflow;

    Permits(VerificationRows rows, Matches matches, Workflow workflow) {
        this.rows = rows;
        this.matches = matches;
        this.workflow = workflow;
    }

    /**
     * Why the party may not do this now, by the table {@code permittedActs} (all forbidden): {@code NOT_VERIFIED},
     * {@code VERIFICATION_OPEN}, {@code VERIFICATION_OVER}, {@code PARTY_DECLINED}. Empty when it may. The platform may do anything.
     */
    public Optional<Refusal> hindrance(PartyId party, Act act) {
        return party.equals(Actor.PLATFORM.party()) ? Optional.empty() : hindrance(rows.standing(party).state(), act);
    }

    /** As {@link #hindrance(PartyId, Act)} of the party for whom somebody acts, then of the person who acts. */
    public Optional<Refusal> hindrance(Actor actor, Act act) {
        var own = hindrance(actor.party(), act);
        return own.isPresent() || actor.proxy() == null ? own : hindrance(actor.person(), act);
    }

    /** Whether the party stands on a list of sanctions and nobody has said that it is somebody else. For what compliance decides only (AML 13). */
    public boolean isListed(PartyId party) {
        return matches.isListed(party);
    }

    Set<Act> permitted(Standing.State state) {
        var all = EnumSet.noneOf(Act.class);
        for (var act : Act.values()) {
            if (hindrance(state, act).isEmpty()) {
                all.add(act);
            }
        }
        return all;
    }

    private Optional<Refusal> hindrance(Standing.State state, Act act) {
        var answer = workflow.decide("permittedActs", Map.of("standing", state.name(), "act", act.name())).get(0);
        return Boolean.TRUE.equals(answer.get("permitted")) ? Optional.empty() : Optional.of(Refusal.forbidden(String.valueOf(answer.get("permitCode"))));
    }
}
