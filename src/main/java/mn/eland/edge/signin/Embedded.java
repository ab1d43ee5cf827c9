package mn.eland.edge.signin;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/** There only while the application issues tokens itself, {@code eland.identity=embedded}, the default. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnProperty(name = "eland.identity", havingValue = "embedded", matchIfMissing = true)
@interface Embedded {
}
