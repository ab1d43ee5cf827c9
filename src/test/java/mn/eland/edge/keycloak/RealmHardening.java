package mn.eland.edge.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import mn.eland.kernel.Role;

/** The settings of the realm as the running server has them, not as the file says them. */
final class RealmHardening {

    private static final Set<String> KEYCLOAKS_OWN = Set.of("default-roles-eland", "offline_access", "uma_authorization");
    private final RealmAdmin admin;

    RealmHardening(RealmAdmin admin) {
        this.admin = admin;
    }

    void guessing() throws IOException, InterruptedException {
        var realm = admin.read("");
        assertThat(realm.path("bruteForceProtected").asBoolean()).isTrue();
        assertThat(realm.path("failureFactor").asInt()).isEqualTo(5);
        assertThat(realm.path("waitIncrementSeconds").asInt()).isEqualTo(60);
        assertThat(realm.path("maxFailureWaitSeconds").asInt()).isEqualTo(3600);
        assertThat(realm.path("permanentLockout").asBoolean()).as("strangers could lock people out for ever").isFalse();
        assertThat(realm.path("passwordPolicy").asText()).contains("length(10)", "maxLength(72)", "notUsername", "notEmail", "passwordHistory(5)");
        assertThat(realm.path("otpPolicyType").asText()).isEqualTo("totp");
        assertThat(realm.path("otpPolicyCodeReusable").asBoolean(true)).isFalse();
        assertThat(realm.path("verifyEmail").asBoolean()).isTrue();
        assertThat(realm.path("rememberMe").asBoolean(true)).isFalse();
    }

    void lifespans() throws IOException, InterruptedException {
        var realm = admin.read("");
        assertThat(realm.path("accessTokenLifespan").asInt()).as("as the embedded issuer").isEqualTo(600);
        assertThat(realm.path("ssoSessionIdleTimeout").asInt()).as("as the pages").isEqualTo(8 * 3600);
        assertThat(realm.path("ssoSessionMaxLifespan").asInt()).isEqualTo(12 * 3600);
        assertThat(realm.path("accessCodeLifespan").asInt()).isEqualTo(60);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
        assertThat(realm.path("defaultSignatureAlgorithm").asText()).isEqualTo("RS256");
    }

    void records() throws IOException, InterruptedException {
        var events = admin.read("/events/config");
        assertThat(events.path("eventsEnabled").asBoolean()).isTrue();
        assertThat(events.path("eventsExpiration").asInt()).isEqualTo(90 * 24 * 3600);
        assertThat(texts(events.path("enabledEventTypes"))).contains("LOGIN", "LOGIN_ERROR", "LOGOUT", "REGISTER", "UPDATE_CREDENTIAL");
        assertThat(events.path("adminEventsEnabled").asBoolean()).isTrue();
        assertThat(events.path("adminEventsDetailsEnabled").asBoolean()).isTrue();
    }

    /** Exactly the roles of ELAND; whoever works here has the mark that asks for a second factor. */
    void roles() throws IOException, InterruptedException {
        assertThat(names(admin.read("/roles"), "name").filter(name -> !KEYCLOAKS_OWN.contains(name)))
                .containsExactlyInAnyOrderElementsOf(Stream.of(Role.values()).map(Role::claim).toList());
        for (var role : Role.values()) {
            assertThat(names(admin.read("/roles/" + role.claim() + "/composites"), "name").toList()).as(role.claim())
                    .isEqualTo(role.isStaff() ? List.of("second-factor") : List.of());
        }
        assertThat(names(admin.read("/roles/default-roles-eland/composites"), "name")).contains("buyer", "seller")
                .doesNotContainAnyElementsOf(Stream.of(Role.values()).filter(Role::isStaff).map(Role::claim).toList());
    }

    void clients(String baseUrl) throws IOException, InterruptedException {
        assertThat(admin.read("/clients")).allSatisfy(client -> {
            assertThat(client.path("directAccessGrantsEnabled").asBoolean()).as("passwords to %s", client.path("clientId")).isFalse();
            assertThat(client.path("implicitFlowEnabled").asBoolean()).as("implicit flow of %s", client.path("clientId")).isFalse();
            assertThat(client.path("serviceAccountsEnabled").asBoolean()).isFalse();
        });
        var web = admin.client("eland-web");
        assertThat(web.path("publicClient").asBoolean(true)).isFalse();
        assertThat(texts(web.path("redirectUris"))).containsExactly(baseUrl + "/login/oauth2/code/eland");
        assertThat(web.path("attributes").path("post.logout.redirect.uris").asText()).isEqualTo(baseUrl + "/?signed-out");
        assertThat(web.path("attributes").path("backchannel.logout.url").asText()).startsWith(baseUrl);
        var mobile = admin.client("eland-mobile");
        assertThat(mobile.path("publicClient").asBoolean()).isTrue();
        assertThat(texts(mobile.path("redirectUris"))).containsExactly("mn.eland.mobile:/signed-in");
        for (var ours : List.of(web, mobile)) {
            assertThat(ours.path("attributes").path("pkce.code.challenge.method").asText()).isEqualTo("S256");
            assertThat(ours.path("fullScopeAllowed").asBoolean(true)).isFalse();
            assertThat(ours.path("webOrigins")).isEmpty();
            assertThat(ours.path("optionalClientScopes")).as("no offline tokens").isEmpty();
        }
        assertThat(admin.client("admin-cli").path("enabled").asBoolean(true)).isFalse();
    }

    void providersAndLanguages() throws IOException, InterruptedException {
        var realm = admin.read("");
        assertThat(admin.read("/identity-provider/instances")).hasSize(2).allSatisfy(provider -> {
            assertThat(provider.path("enabled").asBoolean(true)).as("off while no id is given").isFalse();
            assertThat(provider.path("trustEmail").asBoolean(true)).isFalse();
            assertThat(provider.path("postBrokerLoginFlowAlias").asText()).isEqualTo("eland after another provider");
        });
        assertThat(texts(realm.path("supportedLocales"))).containsExactlyInAnyOrder("mn", "en");
        assertThat(realm.path("defaultLocale").asText()).isEqualTo("mn");
        assertThat(realm.path("attributes").path("acr.loa.map").asText()).isEqualTo("{\"aal1\":1,\"aal2\":2}");
        assertThat(realm.path("browserSecurityHeaders").path("contentSecurityPolicy").asText()).contains("frame-ancestors 'none'");
    }

    /** Which person of ELAND an account is, only administrators say. */
    void profile() throws IOException, InterruptedException {
        var profile = admin.read("/users/profile");
        assertThat(profile.path("unmanagedAttributePolicy").isMissingNode()).as("nobody adds attributes of his own").isTrue();
        assertThat(profile.path("attributes")).filteredOn(attribute -> attribute.path("name").asText().equals("party")).singleElement()
                .satisfies(party -> assertThat(texts(party.path("permissions").path("edit"))).containsExactly("admin"));
    }

    private static Set<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).collect(Collectors.toSet());
    }

    private static Stream<String> names(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false).map(one -> one.path(field).asText());
    }
}
