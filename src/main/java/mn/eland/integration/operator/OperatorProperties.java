package mn.eland.integration.operator;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where operators are asked, and who we are there. A person waits for the answer, so not for long.
 *
 * @param baseUrl empty when nobody is asked
 */
@ConfigurationProperties("eland.integration.operator")
record OperatorProperties(URI baseUrl, @DefaultValue("ELAND") String clientId, @DefaultValue("sandbox") String clientSecret,
                          @DefaultValue("3s") Duration timeout) {

    boolean isAsked() {
        return baseUrl != null && !baseUrl.toString().isBlank();
    }
}
