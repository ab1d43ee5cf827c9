package mn.eland.integration.simulator;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The simulator server.
 *
 * @param hang how long a caller is left waiting that shall run into its own time limit
 */
@ConfigurationProperties("eland.simulators")
record SimulatorProperties(@DefaultValue("true") boolean enabled, @DefaultValue("8090") int port,
                           @DefaultValue("8025") int smtpPort, @DefaultValue("60s") Duration hang,
                           @DefaultValue Registry registry, @DefaultValue Xyp xyp) {

    /** @param autoAfter the registrar decides by himself after this time ({@code PT2M}, {@code P1D working}); blank: never */
    record Registry(@DefaultValue("") String autoAfter) {
    }

    /** @param keyBits length of the key that the sandbox hands out */
    record Xyp(@DefaultValue("2048") int keyBits) {
    }
}
