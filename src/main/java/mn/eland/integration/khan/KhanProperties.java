package mn.eland.integration.khan;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What the bank handed out to the firm.
 *
 * @param account      number of the escrow account
 * @param loginName    second pair of credentials, for moving money
 * @param tranPassword its password
 */
@ConfigurationProperties("eland.integration.khan")
record KhanProperties(URI baseUrl, @DefaultValue("ELAND") String username, @DefaultValue("sandbox") String password,
                      @DefaultValue("eland") String loginName, @DefaultValue("sandbox") String tranPassword,
                      @DefaultValue("999900000001") String account, @DefaultValue("20s") Duration timeout) {
}
