package mn.eland.edge.signin;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.JdbcRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Who may ask the issuer: our pages (with a secret) and our mobile application (without one); both prove the code was theirs. */
@Configuration(proxyBeanMethods = false)
@Embedded
class ClientConfiguration {

    static final String MOBILE_REDIRECT = "mn.eland.mobile:/signed-in";
    private static final Duration ACCESS = Duration.ofMinutes(10);
    private static final Duration SESSION = Duration.ofHours(12);

    @Bean
    RegisteredClientRepository registeredClientRepository(JdbcTemplate jdbc, PasswordEncoder passwords, SignInProperties signIn,
                                                         @Value("${eland.base-url}") String baseUrl) {
        var clients = new JdbcRegisteredClientRepository(jdbc);
        clients.save(client(IssuerTerms.WEB).clientSecret(passwords.encode(signIn.webClientSecret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .redirectUri(baseUrl + IssuerTerms.RETURN)
                .postLogoutRedirectUri(baseUrl + "/").build());
        clients.save(client(IssuerTerms.MOBILE).clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri(MOBILE_REDIRECT).build());
        return clients;
    }

    private static RegisteredClient.Builder client(String id) {
        return RegisteredClient.withId(id).clientId(id).clientName(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID).scope(OidcScopes.PROFILE).scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder().requireProofKey(true).requireAuthorizationConsent(false).build())
                .tokenSettings(TokenSettings.builder().accessTokenTimeToLive(ACCESS).refreshTokenTimeToLive(SESSION)
                        .reuseRefreshTokens(false).build());
    }
}
