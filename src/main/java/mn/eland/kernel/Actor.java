package mn.eland.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is acting: the signed-in person with the roles of the token. Controllers receive it as an argument; every door
 * method that a person can cause takes it first, so that role and relation are checked where the act happens.
 *
 * @param party for whom: the person, or the principal in whose stead the person acts
 * @param name  as a record of the act shows it: for a representative both names and the paper
 * @param proxy who acts in the party's stead and on which paper; null when the party acts in person
 */
public record Actor(PartyId party, String name, Set<Role> roles, Proxy proxy) {

    /** The platform itself: a timer, a step of a process, the nightly job. */
    public static final Actor PLATFORM =
            new Actor(new PartyId(new java.util.UUID(0, 0)), "ELAND", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
    }

    /** Somebody who acts in person. */
    public Actor(PartyId party, String name, Set<Role> roles) {
        this(party, name, roles, null);
    }

    /** The same person, now in the stead of another. */
    public Actor insteadOf(PartyId principal, String principalName, String basis, String paperNo) {
        return new Actor(principal, name + " (" + principalName + ", № " + paperNo + ")", roles, new Proxy(party, name, basis, paperNo));
    }

    /** The human being at the keyboard, whoever's the act is. */
    public PartyId person() {
        return proxy == null ? party : proxy.person();
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean isAnyOf(Role... some) {
        for (var role : some) {
            if (roles.contains(role)) {
                return true;
            }
        }
        return false;
    }

    public boolean isStaff() {
        return roles.stream().anyMatch(Role::isStaff);
    }

    /** The candidate groups this person may take tasks from. */
    public Set<String> groups() {
        return roles.stream().map(Role::group).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Who acts in another's stead.
     *
     * @param basis   DIRECTOR, GUARDIAN or POA
     * @param paperNo of the registration, the guardianship or the power of attorney
     */
    public record Proxy(PartyId person, String name, String basis, String paperNo) {
    }
}
