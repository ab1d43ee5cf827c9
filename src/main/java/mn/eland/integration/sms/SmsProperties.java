package mn.eland.integration.sms;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param sender the service number that messages come from, eight digits */
@ConfigurationProperties("eland.integration.sms")
record SmsProperties(URI baseUrl, @DefaultValue("sandbox") String apiKey, @DefaultValue("72000000") String sender, @DefaultValue("10s") Duration timeout) {
}
