package mn.eland.edge.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.edge.RateLimits;
import mn.eland.identity.Parties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
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
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.DelegatingSecurityContextRepository;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.RequestAttributeSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;

/** The issuer: it knows who signed in on its own page and tells that to its clients in signed tokens. */
@Configuration(proxyBeanMethods = false)
class IssuerConfiguration {

    static final String PAGE = "/sign-in";
    static final String API_AUDIENCE = "eland-api";

    /** The issuer and the pages share one session: each keeps its own person and its own wanted page in it. */
    @Bean
    @Order(10)
    SecurityFilterChain issuerChain(HttpSecurity http, CsrfTokenRepository csrf, DeviceRecorder devices,
                                    RateLimits limits, Customizer<HttpSecurity> houseHeaders) throws Exception {
        var issuer = OAuth2AuthorizationServerConfigurer.authorizationServer();
        var context = new HttpSessionSecurityContextRepository();
        context.setSpringSecurityContextKey("ELAND_ISSUER_CONTEXT");
        var wanted = new HttpSessionRequestCache();
        wanted.setSessionAttrName("ELAND_ISSUER_WANTED");
        var page = PathPatternRequestMatcher.withDefaults().matcher(PAGE);
        devices.setRequestCache(wanted);
        devices.setDefaultTargetUrl(RelyingPartyConfiguration.START);
        houseHeaders.customize(http);
        return http.securityMatcher(new OrRequestMatcher(issuer.getEndpointsMatcher(), page))
                .with(issuer, server -> server.oidc(Customizer.withDefaults()))
                .authorizeHttpRequests(access -> access.requestMatchers(page).permitAll().anyRequest().authenticated())
                .securityContext(security -> security.securityContextRepository(new DelegatingSecurityContextRepository(
                        new RequestAttributeSecurityContextRepository(), context)))
                .requestCache(cache -> cache.requestCache(wanted))
                .csrf(protection -> protection.csrfTokenRepository(csrf))
                .formLogin(form -> form.loginPage(PAGE).successHandler(devices)
                        .failureHandler(new SimpleUrlAuthenticationFailureHandler(PAGE + "?error")))
                .addFilterBefore(limits.ofSignInsByAddress(), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(limits.ofSignInsByName(), UsernamePasswordAuthenticationFilter.class)
                .build();
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
    OAuth2TokenCustomizer<JwtEncodingContext> personClaims(Parties parties) {
        return context -> parties.actor(context.getPrincipal().getName()).ifPresent(actor -> {
            var roles = actor.roles().stream().map(role -> role.claim()).sorted().collect(Collectors.toCollection(ArrayList::new));
            context.getClaims().claim("preferred_username", context.getPrincipal().getName())
                    .claim("party", actor.party().toString())
                    .claim("name", actor.name())
                    .claim("email", parties.party(actor.party()).email())
                    .claim("realm_access", new HashMap<>(Map.of("roles", roles)));
            if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
                context.getClaims().audience(new ArrayList<>(List.of(API_AUDIENCE)));
            }
        });
    }
}
