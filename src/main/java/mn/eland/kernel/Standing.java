package mn.eland.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who may act for whom now (CC 54, 62-64): the director for a company, the guardian for a minor, the holder of a power of attorney
 * for whoever gave it, until the paper is over or revoked. Asked anew in each request, so that a closed door is closed at once.
 */
public interface Standing {

    /** The actor as one of these people: in person, else in the stead of the first whom he represents today, else unchanged. */
    Actor among(Actor actor, Collection<PartyId> people);

    /** For whom the actor may act today, himself first. */
    List<PartyId> principals(Actor actor);

    /**
     * Why nobody may bind himself from this account: {@code MINOR} for a person under age, {@code COMPANY_BY_DIRECTOR} for a
     * company's own (both forbidden; not for representatives); then, for the party and for who acts for it, that it is not proven
     * who they are ({@code NOT_VERIFIED}, {@code VERIFICATION_OPEN}, {@code VERIFICATION_OVER}, {@code PARTY_DECLINED}, all forbidden).
     */
    Optional<Refusal> hindrance(Actor actor);
}
