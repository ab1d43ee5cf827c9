package mn.eland.audit;

import java.util.Set;
import java.util.TreeSet;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;

/**
 * Who did something and from where.
 *
 * @param person    at the keyboard; null for a visitor
 * @param principal in whose stead, or null
 * @param name      as signed in; kept under a key of the person
 * @param roles     claims of the roles
 * @param address   of the network, or null; kept under a key of the person and the month
 * @param device    the browser's cookie and what it calls itself; kept as the address
 */
public record Doer(PartyId person, PartyId principal, String name, Set<String> roles, String address, String device) {

    /** What the platform does by itself: steps, timers, watches. */
    public static final Doer PLATFORM = new Doer(Actor.PLATFORM.party(), null, Actor.PLATFORM.name(), Set.of(), null, null);
    public static final Doer VISITOR = new Doer(null, null, "", Set.of(), null, null);

    public static Doer of(Actor actor) {
        var roles = new TreeSet<String>();
        actor.roles().forEach(role -> roles.add(role.claim()));
        return new Doer(actor.person(), actor.party().equals(actor.person()) ? null : actor.party(),
                actor.proxy() == null ? actor.name() : actor.proxy().name(), roles, null, null);
    }

    public Doer from(String address, String device) {
        return new Doer(person, principal, name, roles, address, device);
    }

    public Doer insteadOf(PartyId principal) {
        return new Doer(person, principal, name, roles, address, device);
    }
}
