package mn.eland.integration.face;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where faces are compared, and the key of the firm. */
@ConfigurationProperties("eland.integration.face")
record FaceProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("20s") Duration timeout) {
}
