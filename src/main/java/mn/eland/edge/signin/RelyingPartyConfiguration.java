package mn.eland.edge.signin;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import mn.eland.edge.web.Actors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.core.authority.mapping.GrantedAuthoritiesMapper;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenValidator;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.core.oidc.user.OidcUserAuthority;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;

/** The pages as a client of the issuer, and the API as a reader of its tokens. Keys of the embedded one are taken in the process, not over HTTP. */
@Configuration(proxyBeanMethods = false)
class RelyingPartyConfiguration {

    /** What {@code eland.identity} may be. */
    private enum Kind { EMBEDDED, KEYCLOAK }

    RelyingPartyConfiguration(@Value("${eland.identity:embedded}") Kind kind, SignInProperties signIn, Environment environment) {
        if (environment.acceptsProfiles(Profiles.of("production")) && signIn.webClientSecret().equals(SignInProperties.DEFAULT_SECRET)) {
            throw new IllegalStateException("Profile production does not start with the default web client secret of the issuer " + kind
                    + ": set eland.sign-in.web-client-secret.");
        }
    }

    @Bean
    @Embedded
    ClientRegistrationRepository clientRegistrationRepository(SignInProperties signIn, @Value("${eland.base-url}") String baseUrl) {
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(IssuerTerms.REGISTRATION)
                .clientId(IssuerTerms.WEB).clientSecret(signIn.webClientSecret()).clientName("ELAND")
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(baseUrl + "/login/oauth2/code/{registrationId}")
                .scope(OidcScopes.OPENID, OidcScopes.PROFILE, OidcScopes.EMAIL)
                .issuerUri(baseUrl)
                .authorizationUri(baseUrl + "/oauth2/authorize")
                .tokenUri(signIn.loopbackUrl() + "/oauth2/token")
                .jwkSetUri(signIn.loopbackUrl() + "/oauth2/jwks")
                .userNameAttributeName("preferred_username")
                .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
                .build());
    }

    /** Tokens live in the session and go with it. */
    @Bean
    OAuth2AuthorizedClientRepository authorizedClientRepository() {
        return new HttpSessionOAuth2AuthorizedClientRepository();
    }

    @Bean
    @Embedded
    JwtDecoderFactory<ClientRegistration> idTokenDecoderFactory(JWKSource<SecurityContext> keys) {
        return registration -> {
            var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
            decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(),
                    new OidcIdTokenValidator(registration)));
            return decoder;
        };
    }

    @Bean
    @Embedded
    JwtDecoder jwtDecoder(JWKSource<SecurityContext> keys, @Value("${eland.base-url}") String baseUrl) {
        var decoder = (NimbusJwtDecoder) OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        decoder.setJwtValidator(IssuerTerms.rules(baseUrl));
        return decoder;
    }

    @Bean
    GrantedAuthoritiesMapper rolesOfTheIdToken() {
        return granted -> granted.stream().filter(OidcUserAuthority.class::isInstance).map(OidcUserAuthority.class::cast)
                .flatMap(authority -> Actors.authorities(authority.getIdToken()::getClaim).stream()).toList();
    }
}
