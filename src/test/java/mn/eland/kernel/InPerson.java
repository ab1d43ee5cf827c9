package mn.eland.kernel;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Everybody acts for himself: for tests of a module without the papers that let people act for others. */
public class InPerson implements Standing {

    @Override
    public Actor among(Actor actor, Collection<PartyId> people) {
        return actor;
    }

    @Override
    public List<PartyId> principals(Actor actor) {
        return List.of(actor.party());
    }

    @Override
    public Optional<Refusal> hindrance(Actor actor) {
        return Optional.empty();
    }
}
