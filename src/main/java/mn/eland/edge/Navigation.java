package mn.eland.edge;

import java.util.List;
import mn.eland.edge.web.MenuPlace;
import mn.eland.kernel.Actor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The pages of modules that this person can go to from anywhere, beside those that everybody has. */
@Component
class Navigation {

    private final ObjectProvider<MenuPlace> places;

    Navigation(ObjectProvider<MenuPlace> places) {
        this.places = places;
    }

    List<Entry> of(Actor actor) {
        return actor == null ? List.of() : places.orderedStream().filter(place -> place.waiting(actor).isPresent())
                .map(place -> new Entry(place.path(), place.name(), place.icon(), place.waiting(actor).getAsInt())).toList();
    }

    /** @param name see {@link MenuPlace#name}; @param waiting shown beside the link when there is some */
    public record Entry(String path, String name, String icon, int waiting) {
    }
}
