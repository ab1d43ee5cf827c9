package mn.eland.contract.signing;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/** A key that signs, and the certificate that says whose it is. The key may be a handle to one that never leaves its token. */
record SigningKey(PrivateKey key, X509Certificate certificate) {
}
