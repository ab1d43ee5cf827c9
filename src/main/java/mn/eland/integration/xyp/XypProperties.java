package mn.eland.integration.xyp;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the exchange handed out to the firm.
 *
 * @param privateKey       PKCS#8 in PEM; blank in the sandbox, which hands out a key itself
 * @param operatorRegister register number of the person who answers for the firm's queries
 */
@ConfigurationProperties("eland.integration.xyp")
public record XypProperties(URI baseUrl, @DefaultValue("sandbox-access-token") String accessToken, @DefaultValue("") String privateKey,
                            @DefaultValue("ЯЯ91081919") String operatorRegister, @DefaultValue("20s") Duration timeout) {
}
