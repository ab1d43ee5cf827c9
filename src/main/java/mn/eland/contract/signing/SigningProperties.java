package mn.eland.contract.signing;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose key certifies signers, and whose certificates are believed beside it.
 *
 * @param pkcs11  configuration file of a PKCS#11 token that holds key and certificate; blank: a PKCS#12 file in the data folder
 * @param pin     of the token
 * @param alias   of the key in the token; blank: its first key
 * @param trusted files (PEM or DER) of other issuers whose signatures are believed, a national one for instance
 */
@ConfigurationProperties("eland.signing")
public record SigningProperties(@DefaultValue("") String pkcs11, @DefaultValue("") String pin, @DefaultValue("") String alias,
                                @DefaultValue List<Path> trusted) {
}
