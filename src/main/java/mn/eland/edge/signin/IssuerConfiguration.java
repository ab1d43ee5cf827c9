package mn.eland.edge.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.edge.RateLimits;
import mn.eland.edge.fresh.SignInProofs;
import mn.eland.edge.session.WebSessions;
import mn.eland.identity.Parties;
import mn.eland.identity.account.SecondSteps;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.UserDetailsPasswordService;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.jwt.NimbusJwtEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configurers.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The issuer: it knows who signed in on its own page and tells that to its clients in signed tokens. */
@Configuration(proxyBeanMethods = false)
@Embedded
class IssuerConfiguration {

    static final String PAGE = "/sign-in";

    /** The issuer and the pages share one session: each keeps its own person and its own wanted page in it. */
    @Bean
    @Order(10)
    SecurityFilterChain issuerChain(HttpSecurity http, CsrfTokenRepository csrf, DeviceRecorder devices, WebSessions web, SignInSteps steps,
                                    RateLimits limits, Customizer<HttpSecurity> houseHeaders) throws Exception {
        var issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        var inSession = new HttpSessionSecurityContextRepository();
        inSession.setSpringSecurityContextKey("ELAND_ISSUER_CONTEXT");
        var context = new DelegatingSecurityContextRepository(new RequestAttributeSecurityContextRepository(), inSession);
        var wanted = new HttpSessionRequestCache();
        wanted.setSessionAttrName("ELAND_ISSUER_WANTED");
        devices.setRequestCache(wanted);
        devices.setDefaultTargetUrl(IssuerTerms.START);
        houseHeaders.customize(http);
        return steps.in(http, context, wanted).securityMatcher(new OrRequestMatcher(issuer.getEndpointsMatcher(), SignInSteps.OPEN, SignInSteps.SIGNED_IN))
                .with(issuer, server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(access -> access.requestMatchers(SignInSteps.OPEN).permitAll().anyRequest().authenticated())
                .securityContext(security -> security.securityContextRepository(context))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(protection -> protection.csrfTokenRepository(csrf))
                .formLogin(form -> form.loginPage(PAGE).successHandler(devices).failureHandler(steps.hold()))
                .addFilterBefore(web.filter(), SecurityContextHolderFilter.class)
                .addFilterBefore(limits.ofSignInsByAddress(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(limits.ofSignInsByName(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(steps.hold(), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** The only one that looks at passwords. */
    @Bean
    AuthenticationProvider passwordCheck(UserDetailsService names, UserDetailsPasswordService renewal, PasswordEncoder encoder, SecondSteps steps) {
        var check = new SecondStep.PasswordCheck(names, steps);
        check.setPasswordEncoder(encoder);
        check.setUserDetailsPasswordService(renewal);
        return check;
    }

    @Bean
    SigningKeys signingKeys(JdbcClient jdbc) {
        return new SigningKeys(jdbc);
    }

    @Bean
    JwtEncoder jwtEncoder(JWKSource<SecurityContext> keys) {
        var encoder = new NimbusJwtEncoder(keys);
        encoder.setJwkSelector(newestFirst -> newestFirst.get(0));
        return encoder;
    }

    @Bean
    AuthorizationServerSettings authorizationServerSettings(@Value("${eland.base-url}") String baseUrl) {
        return AuthorizationServerSettings.builder().issuer(baseUrl).build();
    }

    @Bean
    OAuth2AuthorizationService issuedTokens(JdbcTemplate jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Bean
    OAuth2AuthorizationConsentService givenConsents(JdbcTemplate jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationConsentService(jdbc, clients);
    }

    /** The same claims that the realm file gives to Keycloak; in lists and maps that the token store can read again. */
    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> personClaims(Parties parties, SignInProofs proofs) {
        return context -> parties.actor(context.getPrincipal().getName()).ifPresent(actor -> {
            var roles = actor.roles().stream().map(role -> role.claim()).sorted().collect(Collectors.toCollection(ArrayList::new));
            context.getClaims().claim("preferred_username", context.getPrincipal().getName())
                    .claim("party", actor.party().toString())
                    .claim("name", actor.name())
                    .claim("realm_access", new HashMap<>(Map.of("roles", roles)));
            proofs.of(context.getPrincipal()).ifPresentOrElse(at -> context.getClaims().claim("auth_time", Date.from(at)),
                    () -> context.getClaims().claims(claims -> claims.remove("auth_time")));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(new ArrayList<>(List.of(IssuerTerms.API)));
            }
        });
    }
}
