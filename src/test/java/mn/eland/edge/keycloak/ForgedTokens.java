package mn.eland.edge.keycloak;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Map;

/** What somebody makes out of a good token who has no key of Keycloak. */
final class ForgedTokens {

    private ForgedTokens() {
    }

    /** Each with what was done to it. */
    static Map<String, String> of(String token) throws Exception {
        var good = SignedJWT.parse(token);
        var claims = good.getJWTClaimsSet();
        var name = good.getHeader().getKeyID();
        var key = JWKSet.load(URI.create(KeycloakServer.issuer() + "/protocol/openid-connect/certs").toURL()).getKeyByKeyId(name).toRSAKey();
        var stranger = new RSASSASigner(new RSAKeyGenerator(2048).keyID(name).generate());
        return Map.of("signed with another key", signed(JWSAlgorithm.RS256, name, stranger, claims),
                "signed with our public key as a shared secret",
                signed(JWSAlgorithm.HS256, name, new MACSigner(key.toRSAPublicKey().getEncoded()), claims),
                "signed otherwise than with RS256", signed(JWSAlgorithm.RS512, name, stranger, claims),
                "not signed", new PlainJWT(claims).serialize());
    }

    private static String signed(JWSAlgorithm algorithm, String key, JWSSigner signer, JWTClaimsSet claims) throws JOSEException {
        var token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), claims);
        token.sign(signer);
        return token.serialize();
    }
}
