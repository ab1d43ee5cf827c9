package mn.eland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Gives the simulators and the application free ports that are known before the context starts. */
public class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = free();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free-ports", Map.of(
                "server.port", port,
                "eland.base-url", "http://localhost:" + port,
                "eland.simulators.port", free(),
                "eland.simulators.smtp-port", free())));
    }

    static int free() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
