package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mn.eland.edge.web.Actors;
import mn.eland.identity.Parties;
import mn.eland.kernel.Actor;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.JwsHeader;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoderParameters;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Signs seeded people in for tests. {@code mvc.perform(get("/deals").with(SignIn.as("enkhjin")))} for pages and calls under
 * MockMvc; {@code SignIn.token(context, "enkhjin")} for calls over HTTP; {@code SignIn.browser(baseUrl, "enkhjin")} for pages
 * over HTTP by the real way through the sign-in page.
 */
public final class SignIn {

    private static final String LONG_AGO = "signedInLongAgo";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private SignIn() {
    }

    /** MockMvc over the whole application with its security. */
    public static MockMvc mvc(WebApplicationContext context) {
        return MockMvcBuilders.webAppContextSetup(context).apply(springSecurity()).build();
    }

    /** Pages see a session, calls under {@code /api} a bearer token. */
    public static RequestPostProcessor as(String username) {
        return request -> {
            var context = WebApplicationContextUtils.getRequiredWebApplicationContext(request.getServletContext());
            if (request.getRequestURI().startsWith("/api/")) {
                request.addHeader("Authorization", "Bearer " + token(context, username, provedAt(request)));
                return request;
            }
            return page(context, username, request);
        };
    }

    /** The same for who asks often: signed in once, so that signing is not the most of the work. Good for ten minutes. */
    public static RequestPostProcessor staying(WebApplicationContext context, String username, Actor actor) {
        var claims = claims(username, actor);
        var token = token(context, username, claims, Instant.now());
        var login = login(username, claims, Instant.now());
        return request -> {
            if (request.getRequestURI().startsWith("/api/")) {
                request.addHeader("Authorization", "Bearer " + token);
                return request;
            }
            return login.postProcessRequest(request);
        };
    }

    /** Somebody who signed in hours ago. */
    public static RequestPostProcessor longAgo(String username) {
        return request -> {
            request.setAttribute(LONG_AGO, true);
            return as(username).postProcessRequest(request);
        };
    }

    /** The acting person, for calling doors. */
    public static Actor actor(ApplicationContext context, String username) {
        return context.getBean(Parties.class).actor(username).orElseThrow();
    }

    /** An access token as the issuer makes them, signed with its key. */
    public static String token(ApplicationContext context, String username) {
        return token(context, username, Instant.now());
    }

    private static String token(ApplicationContext context, String username, Instant provedAt) {
        return token(context, username, claims(username, actor(context, username)), provedAt);
    }

    private static String token(ApplicationContext context, String username, Map<String, Object> known, Instant provedAt) {
        var now = Instant.now();
        var claims = JwtClaimsSet.builder().issuer(context.getEnvironment().getRequiredProperty("eland.base-url"))
                .subject(username).audience(List.of("eland-api")).issuedAt(now).expiresAt(now.plus(Duration.ofMinutes(10)));
        known.forEach(claims::claim);
        claims.claim("auth_time", provedAt.getEpochSecond());
        return context.getBean(JwtEncoder.class)
                .encode(JwtEncoderParameters.from(JwsHeader.with(SignatureAlgorithm.RS256).build(), claims.build())).getTokenValue();
    }

    /** A client with the cookies of a person who came in through the sign-in page; it follows redirects. */
    public static HttpClient browser(String baseUrl, String username) throws IOException, InterruptedException {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
        var page = browser.send(HttpRequest.newBuilder(URI.create(baseUrl + "/oauth2/authorization/eland")).header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(page.uri().getPath()).isEqualTo("/sign-in");
        var form = "username=" + username + "&password=eland-sandbox&_csrf=" + URLEncoder.encode(csrf(page.body()), StandardCharsets.UTF_8);
        browser.send(HttpRequest.newBuilder(URI.create(baseUrl + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)).build(), HttpResponse.BodyHandlers.ofString());
        return browser;
    }

    /** The token that the first form of a page carries. */
    public static String csrf(String page) {
        var found = CSRF.matcher(page);
        assertThat(found.find()).as("a form with a token").isTrue();
        return found.group(1);
    }

    private static MockHttpServletRequest page(ApplicationContext context, String username, MockHttpServletRequest request) {
        return login(username, claims(username, actor(context, username)), provedAt(request)).postProcessRequest(request);
    }

    private static RequestPostProcessor login(String username, Map<String, Object> claims, Instant provedAt) {
        var authorities = Actors.authorities(claims::get);
        return SecurityMockMvcRequestPostProcessors.oidcLogin()
                .idToken(token -> {
                    claims.forEach(token::claim);
                    token.authTime(provedAt);
                    token.subject(username);
                })
                .authorities(authorities.isEmpty() ? AuthorityUtils.NO_AUTHORITIES : authorities);
    }

    private static Instant provedAt(MockHttpServletRequest request) {
        return Instant.now().minus(request.getAttribute(LONG_AGO) == null ? Duration.ZERO : Duration.ofHours(3));
    }

    private static Map<String, Object> claims(String username, Actor actor) {
        return Map.of("preferred_username", username, "party", actor.party().toString(), "name", actor.name(),
                "email", username + "@example.mn",
                "realm_access", Map.of("roles", actor.roles().stream().map(role -> role.claim()).sorted().toList()));
    }
}
