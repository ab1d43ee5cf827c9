package mn.eland.walk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.Eland;
import mn.eland.FreePorts;
import mn.eland.TestDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real database and the real engine, with the outside played in memory and nothing done by
 * itself. What chance finds does not count as covered.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Eland.class, properties = {"eland.workflow.job-executor=false", "eland.simulators.enabled=false", "eland.coverage=false"})
@ActiveProfiles("test")
@Import({WalkWorld.class, mn.eland.contract.QuickContracts.class})
@ContextConfiguration(initializers = {TestDatabase.class, FreePorts.class})
public @interface WalkTest {
}
