package mn.eland.edge.web;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mn.eland.kernel.Actor;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Role;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;

/** Reads the acting person from the claims of a token, whoever issued it. */
public final class Actors {

    private Actors() {
    }

    /** Empty for a visitor who has not signed in. */
    public static Optional<Actor> current() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<Actor> of(Authentication authentication) {
        if (authentication == null || !authentication.isAuthenticated()) {
            return Optional.empty();
        }
        if (authentication.getPrincipal() instanceof OidcUser user) {
            return of(user::getClaim);
        }
        if (authentication.getPrincipal() instanceof Jwt jwt) {
            return of(jwt::getClaim);
        }
        return Optional.empty();
    }

    /** The roles of a token as authorities; words that are no role of ours are skipped. */
    public static List<GrantedAuthority> authorities(Function<String, Object> claims) {
        return roles(claims).stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name())).toList();
    }

    /** By the claims of a token; empty when they name no person of ours. */
    public static Optional<Actor> of(Function<String, Object> claims) {
        if (!(claims.apply("party") instanceof String party)) {
            return Optional.empty();
        }
        var name = claims.apply("name") instanceof String text ? text : String.valueOf(claims.apply("preferred_username"));
        return Optional.of(new Actor(PartyId.of(party), name, roles(claims)));
    }

    private static Set<Role> roles(Function<String, Object> claims) {
        if (claims.apply("realm_access") instanceof Map<?, ?> access && access.get("roles") instanceof Collection<?> roles) {
            return roles.stream().map(Object::toString).flatMap(word -> role(word).stream()).collect(Collectors.toSet());
        }
        return Set.of();
    }

    private static Optional<Role> role(String word) {
        try {
            return Optional.of(Role.valueOf(word.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
