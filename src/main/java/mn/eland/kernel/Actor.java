package mn.eland.kernel;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is acting: the signed-in person with the roles of the token. Controllers receive it as an argument; every door
 * method that a person can cause takes it first, so that role and relation are checked where the act happens.
 */
public record Actor(PartyId party, String name, Set<Role> roles) {

    /** The platform itself: a timer, a step of a process, the nightly job. */
    public static final Actor PLATFORM =
            new Actor(new PartyId(new java.util.UUID(0, 0)), "ELAND", Set.of());

    public Actor {
        roles = Set.copyOf(roles);
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
}
