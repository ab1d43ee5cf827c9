package mn.eland.journeys;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import mn.eland.ElandTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.context.TestPropertySource;

/** A walk in the browser. All walk through one application with sixty listings, so keep to this annotation. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ElandTest
@TestPropertySource(properties = "eland.seed.listings=60")
@Tag("ui")
@ExtendWith(GoingHome.class)
@interface Journey {
}
