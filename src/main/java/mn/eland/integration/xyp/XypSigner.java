package mn.eland.integration.xyp;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import mn.eland.integration.http.HttpCalls;
import org.springframework.stereotype.Component;

/** Signs each call with the key of the firm's certificate. */
@Component
class XypSigner {

    private final XypProperties properties;
    private PrivateKey key;

    XypSigner(XypProperties properties) {
        this.properties = properties;
    }

    /** RSA with SHA-256 over token, point and time. */
    String signature(String timeStamp) {
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key());
            signature.update((properties.accessToken() + "." + timeStamp).getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key for XYP cannot sign", e);
        }
    }

    private synchronized PrivateKey key() throws GeneralSecurityException {
        if (key == null) {
            var pem = properties.privateKey().isBlank() ? handedOut() : properties.privateKey();
            var bytes = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
            key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(bytes));
        }
        return key;
    }

    private String handedOut() {
        var reply = new HttpCalls(properties.timeout()).call("GET", URI.create(properties.baseUrl() + "/control/private-key"), Map.of(), null);
        if (!reply.isOk()) {
            throw new IllegalStateException("eland.integration.xyp.private-key is missing, and this is no sandbox that hands one out");
        }
        return reply.body();
    }
}
