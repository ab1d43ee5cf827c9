package mn.eland.integration.notary;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where deeds are looked up, and the key of the firm. */
@ConfigurationProperties("eland.integration.notary")
record NotaryProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("20s") Duration timeout) {
}
