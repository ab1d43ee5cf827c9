package mn.eland.integration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.FreePorts;
import mn.eland.Simulators;
import mn.eland.TestDatabase;
import mn.eland.kernel.ElandClock;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.autoconfigure.sql.init.SqlInitializationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** Adapters and simulators on a real database, without the rest of the house. Calls time out after three seconds. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = IntegrationTest.Parts.class, webEnvironment = SpringBootTest.WebEnvironment.NONE, properties = {
        "spring.flyway.locations=classpath:db/migration/simulators", "eland.simulators.hang=4s",
        "eland.integration.qpay.timeout=3s", "eland.integration.khan.timeout=3s", "eland.integration.xyp.timeout=3s",
        "eland.integration.registry.timeout=3s", "eland.integration.notary.timeout=3s",
        "eland.integration.dan.timeout=3s", "eland.integration.face.timeout=3s", "eland.integration.screening.timeout=3s"})
@ActiveProfiles("test")
@ContextConfiguration(initializers = {TestDatabase.class, FreePorts.class})
public @interface IntegrationTest {

    /** What runs. */
    @ComponentScan("mn.eland.integration")
    @ConfigurationPropertiesScan("mn.eland.integration")
    @ImportAutoConfiguration({DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class,
            SqlInitializationAutoConfiguration.class, MailSenderAutoConfiguration.class})
    @Import(Simulators.class)
    class Parts {

        @Bean
        ElandClock clock() {
            return new ElandClock();
        }
    }
}
