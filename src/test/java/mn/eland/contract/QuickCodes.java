package mn.eland.contract;

import java.nio.charset.StandardCharsets;
import mn.eland.kernel.ElandClock;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time codes that are not hashed slowly, for tests that sign often; what the hash is worth is tested by itself. */
@TestConfiguration(proxyBeanMethods = false)
public class QuickCodes {

    @Bean
    @Primary
    AcceptanceCodes quickCodes(JdbcClient sql, ElandClock clock) {
        return new AcceptanceCodes(sql, clock) {
            @Override
            byte[] hash(String code, byte[] salt) {
                return code.getBytes(StandardCharsets.UTF_8);
            }
        };
    }
}
