package mn.eland;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives the simulators and the application free ports that are known before the context starts. They lie below those that
 * systems give to outgoing connections, and each fork of the tests has its own, so that none is taken between the choice
 * and the start.
 */
public class FreePorts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final int FIRST = 20_000;
    private static final int COUNT = 1_500;
    private static final int FORKS = 8;
    private static final int OF_THIS_FORK = FIRST + COUNT * Math.floorMod(Integer.getInteger("eland.fork", 1), FORKS);
    private static final AtomicInteger NEXT = new AtomicInteger(ThreadLocalRandom.current().nextInt(COUNT));

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        int port = free();
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("free-ports", Map.of(
                "server.port", port,
                "eland.base-url", "http://localhost:" + port,
                "eland.simulators.port", free(),
                "eland.simulators.smtp-port", free())));
    }

    public static int free() {
        for (int i = 0; i < COUNT; i++) {
            try (var socket = new ServerSocket(OF_THIS_FORK + Math.floorMod(NEXT.getAndIncrement(), COUNT))) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new IllegalStateException("no free port between %d and %d".formatted(OF_THIS_FORK, OF_THIS_FORK + COUNT));
    }
}
