package mn.eland.integration.registry;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where applications are filed, and the key of the firm. */
@ConfigurationProperties("eland.integration.registry")
record RegistryProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("20s") Duration timeout) {
}
