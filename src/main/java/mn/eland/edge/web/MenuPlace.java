package mn.eland.edge.web;

import java.util.OptionalInt;
import mn.eland.kernel.Actor;

/** A page that a module adds to the menu of the people it is for. */
public interface MenuPlace {

    String path();

    /** Last part of the message keys {@code nav.<name>} and {@code nav.<name>.short}. */
    String name();

    /** Class of the icon. */
    String icon();

    /** How much waits there for this person; empty hides the page. Asked for every page, so it must be fast. */
    OptionalInt waiting(Actor actor);
}
