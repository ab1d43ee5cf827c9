package mn.eland.edge.keycloak;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mn.eland.edge.web.Actors;
import mn.eland.identity.Parties;
import mn.eland.identity.account.Applicant;
import mn.eland.identity.account.Arrivals;
import mn.eland.identity.account.Openings;
import mn.eland.identity.capacity.Capacities;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * The person behind a token of Keycloak. Whom an administrator there has bound to a person of ours by the attribute
 * {@code party} is that person; everybody else has an account named like the subject of the token, which is opened at the first
 * sign-in. What a new person typed is asked for with the token, over the back channel: it stands in no token.
 */
@Component
@OnKeycloak
class KeycloakPeople {

    private static final String PARTY = "party";

    private final Realm realm;
    private final RestClient http;
    private final Parties parties;
    private final Openings openings;
    private final Arrivals arrivals;
    private final Capacities capacities;

    KeycloakPeople(Realm realm, KeycloakCalls calls, Parties parties, Openings openings, Arrivals arrivals, Capacities capacities) {
        this.realm = realm;
        this.http = calls.client();
        this.parties = parties;
        this.openings = openings;
        this.arrivals = arrivals;
        this.capacities = capacities;
    }

    /**
     * The claims of a token as the embedded issuer would have written them. Opens the account of who comes for the first time;
     * refused as {@link Arrivals#admit}, or with {@code ACCOUNT_CLOSED} (forbidden) for a person without an open account.
     *
     * @param bearer the access token
     */
    Outcome<Map<String, Object>> known(Map<String, Object> claims, String bearer) {
        return account(claims, bearer).map(username -> {
            var actor = parties.actor(username).orElseThrow();
            var all = new HashMap<>(claims);
            all.put(PARTY, actor.party().toString());
            all.put("name", actor.name());
            all.put("preferred_username", username);
            all.put("realm_access", Map.of("roles", roles(actor, claims).stream().map(Role::claim).sorted().toList()));
            return all;
        });
    }

    /** Puts a sign-in on record, and keeps its roles, so that the groups of the staff follow them. */
    void cameIn(Actor signedIn) {
        arrivals.cameIn(signedIn.party(), signedIn.roles());
    }

    private Outcome<String> account(Map<String, Object> claims, String bearer) {
        if (claims.get(PARTY) instanceof String bound) {
            return openings.holderOf(PartyId.of(bound)).map(holder -> Outcome.done(holder.username()))
                    .orElseGet(() -> Outcome.refused(Refusal.forbidden("ACCOUNT_CLOSED")));
        }
        var subject = String.valueOf(claims.get("sub")).toLowerCase(Locale.ROOT);
        return parties.actor(subject).isPresent() ? Outcome.done(subject) : admit(subject, bearer);
    }

    private Outcome<String> admit(String subject, String bearer) {
        Map<String, Object> told = http.get().uri(realm.userInfo()).headers(headers -> headers.setBearerAuth(bearer)).retrieve()
                .body(new ParameterizedTypeReference<>() { });
        if (told == null || !subject.equalsIgnoreCase(text(told, "sub")) || !Boolean.TRUE.equals(told.get("email_verified"))) {
            return Outcome.refused(Refusal.invalid("PERSON_UNFIT"));
        }
        var applicant = Applicant.typed(text(told, "register_number"), text(told, "clan_name"), text(told, "family_name"), text(told, "given_name"),
                text(told, "phone_number"), text(told, "email"));
        return arrivals.admit(subject, applicant, "en".equals(text(told, "locale")) ? "en" : "mn").map(opened -> subject);
    }

    /** Those of the token; who is an agent by a licence that ELAND has seen is one whatever the issuer knows. */
    private Set<Role> roles(Actor actor, Map<String, Object> claims) {
        var given = Actors.authorities(claims::get).stream().map(GrantedAuthority::getAuthority)
                .map(name -> Role.valueOf(name.substring("ROLE_".length())));
        var licensed = capacities.licence(actor.party()).map(licence -> Role.AGENT).stream();
        return Stream.concat(given, licensed).collect(Collectors.toSet());
    }

    private static String text(Map<String, Object> told, String claim) {
        return told.get(claim) instanceof String text ? text : "";
    }
}
