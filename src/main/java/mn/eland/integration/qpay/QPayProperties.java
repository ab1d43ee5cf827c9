package mn.eland.integration.qpay;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** What QPay handed out to the merchant. */
@ConfigurationProperties("eland.integration.qpay")
record QPayProperties(URI baseUrl, @DefaultValue("ELAND") String username, @DefaultValue("sandbox") String password,
                      @DefaultValue("ELAND_INVOICE") String invoiceCode, @DefaultValue("15s") Duration timeout) {
}
