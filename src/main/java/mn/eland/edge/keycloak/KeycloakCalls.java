package mn.eland.edge.keycloak;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.time.Duration;
import java.util.List;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/** What ELAND asks Keycloak without a browser: its keys, tokens for codes, who a new person is. A few seconds, then a person is told to try again. */
@Component
@OnKeycloak
class KeycloakCalls {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final JOSEObjectType LOGOUT = new JOSEObjectType("logout+jwt");

    private final Realm realm;
    private final RestTemplate http;

    KeycloakCalls(Realm realm) {
        var calls = new SimpleClientHttpRequestFactory();
        calls.setConnectTimeout(WAIT);
        calls.setReadTimeout(WAIT);
        this.realm = realm;
        this.http = new RestTemplate(calls);
    }

    RestClient client() {
        return RestClient.create(http);
    }

    /** Reads tokens that the realm signed with RS256; its keys are fetched when the first one comes. */
    JwtDecoder decoder(OAuth2TokenValidator<Jwt> rules) {
        var decoder = NimbusJwtDecoder.withJwkSetUri(realm.keys()).jwsAlgorithm(SignatureAlgorithm.RS256).restOperations(http)
                .jwtProcessorCustomizer(processor ->
                        processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, LOGOUT, null)))
                .build();
        decoder.setJwtValidator(rules);
        return decoder;
    }

    /** Gives the code of a sign-in back for tokens. */
    RestClientAuthorizationCodeTokenResponseClient tokens() {
        var tokens = new RestClientAuthorizationCodeTokenResponseClient();
        tokens.setRestClient(RestClient.builder().requestFactory(http.getRequestFactory())
                .messageConverters(List.of(new FormHttpMessageConverter(), new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler()).build());
        return tokens;
    }
}
