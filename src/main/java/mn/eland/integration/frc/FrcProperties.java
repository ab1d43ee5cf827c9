package mn.eland.integration.frc;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where licences are looked up, and the key of the firm. */
@ConfigurationProperties("eland.integration.frc")
record FrcProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("10s") Duration timeout) {
}
