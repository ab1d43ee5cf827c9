package mn.eland.integration.dan;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What the data centre handed out to the firm. */
@ConfigurationProperties("eland.integration.dan")
record DanProperties(URI baseUrl, @DefaultValue("e1a0d0e1a0d0e1a0d0e1a0d0-5a0db0c5a0db0c5a0db0c5a0db0c5a0d") String clientId,
                     @DefaultValue("sandbox") String clientSecret, @DefaultValue("20s") Duration timeout) {
}
