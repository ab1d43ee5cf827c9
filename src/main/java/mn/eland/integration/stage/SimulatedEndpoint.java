package mn.eland.integration.stage;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.ResponseBody;

/**
 * A controller of the simulator server. Not a stereotype, so that the application's own component scan, which runs over
 * the same packages, does not serve it on the application's port.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ResponseBody
public @interface SimulatedEndpoint {
}
