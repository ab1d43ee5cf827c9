package mn.eland.edge.web;

import mn.eland.kernel.Actor;

/** How many messages a person has not seen; asked for every page, so it must be fast. */
public interface UnreadCount {

    int of(Actor actor);
}
