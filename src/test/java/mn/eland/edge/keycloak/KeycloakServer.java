package mn.eland.edge.keycloak;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mn.eland.FreePorts;
import org.awaitility.Awaitility;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * The real server, as it is delivered, with the realm file of {@code deploy/keycloak}. It starts beside the application and keeps
 * its data in memory. The build has unpacked it; it is started without the step that builds a server of chosen parts, because
 * what it is delivered with is enough, and that step costs more than the start.
 */
public class KeycloakServer implements ApplicationContextInitializer<ConfigurableApplicationContext>, Ordered {

    static final String SECRET = "a secret of this test run only";
    static final String ADMIN = "admin-of-the-tests";
    private static final Path UNPACKED = Path.of("target/keycloak");
    private static final Path LOG = Path.of("target/keycloak/server.log");
    private static final Duration START = Duration.ofMinutes(10);
    private static Process process;
    private static String base;

    /** After the ports are chosen, and before anything else of the application starts. */
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        base = "http://127.0.0.1:" + FreePorts.free();
        start(context.getEnvironment());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("keycloak", java.util.Map.of(
                "eland.identity", "keycloak", "eland.keycloak.issuer", issuer(), "eland.sign-in.web-client-secret", SECRET)));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    static String base() {
        return base;
    }

    static String issuer() {
        return base + "/realms/eland";
    }

    /** Waits until the realm answers. */
    static void await() {
        var http = HttpClient.newHttpClient();
        var question = HttpRequest.newBuilder(URI.create(issuer())).timeout(Duration.ofSeconds(20)).build();
        Awaitility.await().atMost(START).pollInterval(Duration.ofMillis(200)).ignoreExceptionsInstanceOf(IOException.class).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Keycloak did not start:\n" + Files.readString(LOG));
            }
            return http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        });
    }

    static void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }

    private static void start(ConfigurableEnvironment eland) {
        try {
            var home = home();
            var realms = Files.createDirectories(home.resolve("data/import"));
            Files.copy(Path.of("deploy/keycloak/eland-realm.json"), realms.resolve("eland-realm.json"), StandardCopyOption.REPLACE_EXISTING);
            var server = new ProcessBuilder(command(home)).redirectErrorStream(true).redirectOutput(new File(LOG.toString()));
            server.environment().putAll(java.util.Map.of(
                    "KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN,
                    "ELAND_BASE_URL", eland.getRequiredProperty("eland.base-url"), "ELAND_WEB_CLIENT_SECRET", SECRET,
                    "ELAND_SMTP_HOST", "127.0.0.1", "ELAND_SMTP_PORT", eland.getRequiredProperty("eland.simulators.smtp-port")));
            process = server.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.isDirectory(UNPACKED) ? Files.list(UNPACKED) : Stream.empty()) {
            return folders.filter(Files::isDirectory).findFirst().map(Path::toAbsolutePath).orElseThrow(() -> new IllegalStateException(
                    "Keycloak is unpacked by: mvn verify -Dtest=NoTests -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=KeycloakTests"));
        }
    }

    /** As {@code bin/kc.sh} starts it, with little memory and the quick compiler. */
    private static List<String> command(Path home) {
        return List.of(ProcessHandle.current().info().command().orElse("java"), "-Xms160m", "-Xmx400m", "-XX:MetaspaceSize=160m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Dfile.encoding=" + StandardCharsets.UTF_8, "-Duser.language=en", "-Duser.country=US",
                "--add-opens=java.base/java.util=ALL-UNNAMED", "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED", "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager", "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Dkc.config.built=true", "-cp", home.resolve("lib/quarkus-run.jar").toString(), "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start", "--import-realm", "--db=dev-mem", "--cache=local", "--http-enabled=true", "--http-host=127.0.0.1",
                "--http-port=" + URI.create(base).getPort(), "--hostname=" + base);
    }
}
