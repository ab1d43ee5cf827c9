package mn.eland.integration.tsa;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where times are stamped.
 *
 * @param certificate of the authority's root, in PEM; blank: the sandbox says it itself
 * @param revocations address of the list of certificates that the root took back; null: {@code base-url} and {@code /revocations}
 */
@ConfigurationProperties("eland.integration.tsa")
record TsaProperties(URI baseUrl, @DefaultValue("") String certificate, URI revocations, @DefaultValue("10s") Duration timeout) {

    URI revocationList() {
        return revocations == null ? URI.create(baseUrl + "/revocations") : revocations;
    }
}
