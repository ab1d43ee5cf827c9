package mn.eland.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import mn.eland.ElandTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.context.WebApplicationContext;

/** Tokens that somebody made, changed, kept too long or got for another purpose open nothing. */
@ElandTest
class TokenTests {

    @Autowired
    WebApplicationContext context;
    @Autowired
    JWKSource<SecurityContext> keys;

    private MockMvc mvc;
    private RSAKey ours;
    private SignedJWT good;

    @BeforeEach
    void token() throws Exception {
        mvc = SignIn.mvc(context);
        ours = keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).get(0).toRSAKey();
        good = SignedJWT.parse(SignIn.token(context, "nomin"));
    }

    @Test
    void whatTheIssuerMadeIsTaken() throws Exception {
        assertThat(answer(good.serialize())).isEqualTo(200);
        assertThat(answer(signed(JWSAlgorithm.RS256, new RSASSASigner(ours), claims().build()))).as("made here as the issuer makes it").isEqualTo(200);
    }

    @Test
    void aRoleWrittenIntoATokenBreaksIt() throws Exception {
        var raised = claims().claim("realm_access", Map.of("roles", List.of("admin"))).build();
        var parts = good.serialize().split("\\.");

        assertThat(answer(parts[0] + "." + raised.toPayload().toBase64URL() + "." + parts[2])).isEqualTo(401);
    }

    @Test
    void anotherKeyIsNotOursWhateverItIsCalled() throws Exception {
        var theirs = new RSAKeyGenerator(2048).keyID(ours.getKeyID()).generate();
        var brought = new JWSHeader.Builder(JWSAlgorithm.RS256).jwk(theirs.toPublicJWK()).build();

        assertThat(answer(signed(JWSAlgorithm.RS256, new RSASSASigner(theirs), claims().build()))).as("under the name of ours").isEqualTo(401);
        assertThat(answer(signed(brought, new RSASSASigner(theirs), claims().build()))).as("brought along in the token").isEqualTo(401);
    }

    @Test
    void anotherAlgorithmIsNone() throws Exception {
        assertThat(answer(new PlainJWT(claims().build()).serialize())).as("not signed").isEqualTo(401);
        assertThat(answer(signed(JWSAlgorithm.HS256, new MACSigner(ours.toRSAPublicKey().getEncoded()), claims().build())))
                .as("our public key as a shared secret").isEqualTo(401);
        assertThat(answer(signed(JWSAlgorithm.RS512, new RSASSASigner(ours), claims().build()))).as("not the one the key is marked for").isEqualTo(401);
    }

    @Test
    void aTokenIsGoodForItsTimeItsIssuerAndItsPurpose() throws Exception {
        var past = Instant.now().minus(Duration.ofMinutes(5));

        assertThat(answer(ours(claims().expirationTime(Date.from(past))))).as("over").isEqualTo(401);
        assertThat(answer(ours(claims().notBeforeTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))))).as("not yet").isEqualTo(401);
        assertThat(answer(ours(claims().issuer("https://issuer.example")))).as("from elsewhere").isEqualTo(401);
        assertThat(answer(ours(claims().audience("eland-mobile")))).as("an identity token").isEqualTo(401);
        assertThat(answer(ours(claims().audience((String) null)))).as("for nobody").isEqualTo(401);
    }

    private JWTClaimsSet.Builder claims() throws Exception {
        return new JWTClaimsSet.Builder(good.getJWTClaimsSet());
    }

    private String ours(JWTClaimsSet.Builder claims) throws JOSEException {
        return signed(JWSAlgorithm.RS256, new RSASSASigner(ours), claims.build());
    }

    private String signed(JWSAlgorithm algorithm, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        return signed(new JWSHeader.Builder(algorithm).keyID(ours.getKeyID()).build(), signer, claims);
    }

    private static String signed(JWSHeader header, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    private int answer(String token) throws Exception {
        return mvc.perform(get("/api/v1/tasks").header("Authorization", "Bearer " + token)).andReturn().getResponse().getStatus();
    }
}
