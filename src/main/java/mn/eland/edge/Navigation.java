package mn.eland.edge;

import java.util.List;
import java.util.function.Predicate;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Role;
import org.springframework.stereotype.Component;

/** The pages a person can go to from anywhere, in the order of the menu. */
@Component
class Navigation {

    private static final List<Place> PLACES = List.of(
            new Place("/properties", "search", actor -> true),
            new Place("/deals", "deals", actor -> actor != null && actor.isAnyOf(Role.BUYER, Role.SELLER, Role.AGENT, Role.NOTARY)),
            new Place("/tasks", "tasks", actor -> actor != null && actor.isStaff()));

    List<Entry> of(Actor actor) {
        return PLACES.stream().filter(place -> place.visible().test(actor))
                .map(place -> new Entry(place.path(), "nav." + place.name(), place.name())).toList();
    }

    private record Place(String path, String name, Predicate<Actor> visible) {
    }

    /** @param labelKey message key, @param icon name of the icon */
    public record Entry(String path, String labelKey, String icon) {
    }
}
