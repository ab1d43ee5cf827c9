package mn.eland.integration.pwned;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Where the list is asked; it needs no key. A person waits for the answer, so not for long. */
@ConfigurationProperties("eland.integration.pwned")
record PwnedProperties(URI baseUrl, @DefaultValue("3s") Duration timeout) {
}
