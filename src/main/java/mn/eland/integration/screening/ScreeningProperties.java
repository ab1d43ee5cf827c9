package mn.eland.integration.screening;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where lists are searched, and the key of the firm. */
@ConfigurationProperties("eland.integration.screening")
record ScreeningProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("20s") Duration timeout) {
}
