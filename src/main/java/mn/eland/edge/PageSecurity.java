package mn.eland.edge;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import java.util.stream.Stream;
import mn.eland.edge.once.Answers;
import mn.eland.edge.once.OnceFilter;
import mn.eland.edge.session.WebSessions;
import mn.eland.kernel.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.servlet.PathRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may open which page. A role opens the door of a page; whether a case is yours is decided by its module. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final String[] PUBLIC = {"/", "/properties/**", "/auctions", "/auctions/**", "/verify/**", "/pictures/**", "/error", "/help/**",
        "/app.webmanifest", "/sw.js", "/offline", "/robots.txt", "/v3/api-docs/**", "/v3/api-docs.yaml",
        "/register", "/register/**", "/password/forgotten", "/password/new", "/sign-in/link", "/sign-in/link/open"};
    private static final String[] STATIC = {"/assets/**", "/css/**", "/js/**", "/img/**", "/icons/**", "/fonts/**", "/vendor/**",
        "/favicon.svg", "/favicon.ico", "/apple-touch-icon.png"};
    private static final String[] STAFF = Stream.of(Role.values()).filter(Role::isStaff).map(Role::name).toArray(String[]::new);

    /** The state of an outside payment is a hint without rights: it is answered, then asked for at the source. */
    @Bean
    @Order(20)
    SecurityFilterChain callbackChain(HttpSecurity http, Customizer<HttpSecurity> houseHeaders) throws Exception {
        houseHeaders.customize(http);
        return http.securityMatcher(withDefaults().matcher("/payments/qpay/callback/**"))
                .authorizeHttpRequests(access -> access.anyRequest().permitAll())
                .csrf(protection -> protection.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .build();
    }

    @Bean
    @Order(100)
    SecurityFilterChain pageChain(HttpSecurity http, CsrfTokenRepository csrf, Customizer<HttpSecurity> houseHeaders,
                                  SignInEntry entry, Issuer issuer, Answers answers, RateLimits limits, WebSessions sessions) throws Exception {
        var wanted = new HttpSessionRequestCache();
        wanted.setMatchingRequestParameterName(null);
        wanted.setRequestMatcher(new AndRequestMatcher(withDefaults().matcher(HttpMethod.GET, "/**"),
                new NegatedRequestMatcher(PageSecurity::isPart)));
        var success = new SavedRequestAwareAuthenticationSuccessHandler();
        success.setRequestCache(wanted);
        success.setDefaultTargetUrl("/deals");
        houseHeaders.customize(http);
        issuer.join(http, success);
        return http
                .authorizeHttpRequests(access -> access
                        .requestMatchers(PathRequest.toStaticResources().atCommonLocations()).permitAll()
                        .requestMatchers(matchers(STATIC)).permitAll()
                        .requestMatchers(matchers(PUBLIC)).permitAll()
                        .requestMatchers(matchers("/actuator/health/**", "/actuator/health")).permitAll()
                        .requestMatchers(matchers("/actuator/**", "/cockpit/**")).hasAnyRole(Role.OPERATOR.name(), Role.ADMIN.name())
                        .requestMatchers(matchers("/studio/**")).hasAnyRole(Role.ANALYST.name(), Role.ADMIN.name())
                        .requestMatchers(matchers("/swagger-ui/**", "/swagger-ui.html")).hasAnyRole(STAFF)
                        .anyRequest().authenticated())
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(protection -> protection.csrfTokenRepository(csrf))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(entry))
                .oauth2Login(login -> login.loginPage(SignInEntry.START))
                .logout(logout -> logout.logoutRequestMatcher(new OrRequestMatcher(withDefaults().matcher(HttpMethod.POST, "/sign-out"),
                                withDefaults().matcher(HttpMethod.POST, "/logout")))
                        .deleteCookies(SESSION_COOKIE))
                .addFilterBefore(sessions.filter(), SecurityContextHolderFilter.class)
                .addFilterBefore(limits.byAddress(), SecurityContextHolderFilter.class)
                .addFilterBefore(limits.ofAccounts(), AuthorizationFilter.class)
                .addFilterBefore(limits.byVisitor(), AuthorizationFilter.class)
                .addFilterAfter(limits.byPerson(), AuthorizationFilter.class)
                .addFilterAfter(limits.ofCodes(), AuthorizationFilter.class)
                .addFilterAfter(new OnceFilter(answers), AuthorizationFilter.class)
                .build();
    }

    static final String SESSION_COOKIE = "ELAND_SESSION";

    /** In a cookie, so that a public page with a form makes no session. */
    @Bean
    CsrfTokenRepository csrfTokenRepository(@Value("${eland.base-url}") String baseUrl) {
        var tokens = new CookieCsrfTokenRepository();
        var secure = baseUrl.startsWith("https:");
        tokens.setCookieName(secure ? "__Host-ELAND_CSRF" : "ELAND_CSRF");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(secure).httpOnly(true));
        return tokens;
    }

    /** A part of a page or an event stream is never the page to come back to. */
    static boolean isPart(HttpServletRequest request) {
        var accept = String.valueOf(request.getHeader("Accept"));
        return request.getHeader("HX-Request") != null || !(accept.contains("text/html") || accept.contains("*/*"))
                || accept.contains("text/event-stream");
    }

    private static RequestMatcher[] matchers(String... patterns) {
        PathPatternRequestMatcher.Builder builder = withDefaults();
        return Stream.of(patterns).map(builder::matcher).toArray(RequestMatcher[]::new);
    }
}
