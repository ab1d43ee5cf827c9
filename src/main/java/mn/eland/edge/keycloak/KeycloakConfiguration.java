package mn.eland.edge.keycloak;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import mn.eland.edge.signin.IssuerTerms;
import mn.eland.edge.signin.SignInProperties;
import mn.eland.edge.web.ProblemWriter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The pages as a client of Keycloak, the API as a reader of its tokens, and everything shut that the embedded issuer would do. */
@Configuration(proxyBeanMethods = false)
@OnKeycloak
class KeycloakConfiguration {

    /** The embedded issuer with its passwords, second steps and passkeys. */
    private static final String[] SHUT = {"/sign-in/**", "/register/**", "/password/**", "/account/password", "/account/second-step/**",
        "/account/passkeys/**", "/account/close", "/webauthn/**", "/login/webauthn", "/oauth2/authorize", "/oauth2/token", "/oauth2/jwks",
        "/oauth2/introspect", "/oauth2/revoke", "/userinfo", "/connect/**", "/.well-known/**"};
    private static final String[] SHUT_CALLS = {"/api/v1/auth/registrations/**", "/api/v1/auth/password-links/**", "/api/v1/auth/password",
        "/api/v1/auth/second-step/**", "/api/v1/auth/passkeys/**"};

    @Bean
    ClientRegistrationRepository clientRegistrationRepository(Realm realm, SignInProperties signIn, @Value("${eland.base-url}") String baseUrl) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(IssuerTerms.REGISTRATION)
                .clientId(IssuerTerms.WEB).clientSecret(signIn.webClientSecret()).clientName("ELAND")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(baseUrl + IssuerTerms.RETURN)
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .issuerUri(realm.issuer())
                .authorizationUri(realm.authorization())
                .tokenUri(realm.token())
                .jwkSetUri(realm.keys())
                .userNameAttributeName(KeycloakSignIn.NAME)
                .providerConfigurationMetadata(Map.of("end_session_endpoint", realm.endSession()))
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build());
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokenDecoderFactory(KeycloakCalls calls, ClientRegistrationRepository clients) {
        var decoder = calls.decoder(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                new OidcIdTokenValidator(clients.findByRegistrationId(IssuerTerms.REGISTRATION))));
        return registration -> decoder;
    }

    /** For the API: signed by the realm, for us, in time; and a person of ours stands behind it. */
    @Bean
    JwtDecoder jwtDecoder(Realm realm, KeycloakCalls calls, KeycloakPeople people) {
        var decoder = calls.decoder(IssuerTerms.rules(realm.issuer()));
        return token -> {
            var jwt = decoder.decode(token);
            var claims = people.known(jwt.getClaims(), token);
            if (!claims.isDone()) {
                throw new BadJwtException(claims.refusal().code());
            }
            return new Jwt(token, jwt.getIssuedAt(), jwt.getExpiresAt(), jwt.getHeaders(), claims.get());
        };
    }

    @Bean
    @Order(10)
    SecurityFilterChain embeddedIssuerIsShut(HttpSecurity http, Customizer<HttpSecurity> houseHeaders, Realm realm) throws Exception {
        houseHeaders.customize(http);
        return http.securityMatcher(new OrRequestMatcher(of(SHUT), withDefaults().matcher(HttpMethod.POST, BackChannel.PATH)))
                .authorizeHttpRequests(access -> access.requestMatchers(withDefaults().matcher(HttpMethod.GET, "/sign-in")).permitAll()
                        .requestMatchers(withDefaults().matcher(HttpMethod.POST, BackChannel.PATH)).permitAll().anyRequest().denyAll())
                .csrf(protection -> protection.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value()))
                        .accessDeniedHandler((request, response, why) -> response.sendError(HttpStatus.NOT_FOUND.value())))
                .addFilterBefore(new WayOn(realm), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(11)
    SecurityFilterChain embeddedCallsAreShut(HttpSecurity http, Customizer<HttpSecurity> houseHeaders, ProblemWriter problems) throws Exception {
        houseHeaders.customize(http);
        return http.securityMatcher(of(SHUT_CALLS))
                .authorizeHttpRequests(access -> access.anyRequest().denyAll())
                .csrf(protection -> protection.disable())
                .requestCache(cache -> cache.disable())
                .exceptionHandling(errors -> errors
                        .authenticationEntryPoint((request, response, why) -> notThere(problems, request, response))
                        .accessDeniedHandler((request, response, why) -> notThere(problems, request, response)))
                .build();
    }

    private static void notThere(ProblemWriter problems, HttpServletRequest request, HttpServletResponse response) throws IOException {
        problems.write(request, response, HttpStatus.NOT_FOUND, "NOT_FOUND", Map.of());
    }

    private static RequestMatcher of(String... paths) {
        return new OrRequestMatcher(Stream.of(paths).map(path -> withDefaults().matcher(path)).toArray(RequestMatcher[]::new));
    }
}
