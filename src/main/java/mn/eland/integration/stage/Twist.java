package mn.eland.integration.stage;

import java.util.Map;
import java.util.Optional;

/** The misbehaviours that one call shall suffer. */
public record Twist(Map<Behaviour, String> behaviours) {

    public boolean has(Behaviour behaviour) {
        return behaviours.containsKey(behaviour);
    }

    /** The wrong amount, owner or name to answer with. */
    public Optional<String> lie() {
        return Optional.ofNullable(behaviours.get(Behaviour.LIE));
    }

    public long number(Behaviour behaviour, long otherwise) {
        var value = behaviours.getOrDefault(behaviour, "");
        return value.isBlank() ? otherwise : Long.parseLong(value.trim());
    }
}
