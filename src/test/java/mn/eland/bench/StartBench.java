package mn.eland.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long the default run takes until it is ready, on an empty and on a prepared folder, and what it holds in memory, beside a
 * bare Spring Boot with the engine.
 */
class StartBench {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void startsInTime() throws Exception {
        var empty = eland("empty");
        var prepared = eland("prepared");
        var bare = bareStarts();

        Figures.say("ready on an empty folder", text(empty), Figures.text("budget 45 s; bare Spring Boot with the engine and the same diagrams %s, its server running",
                text(bare.get(0))));
        Figures.say("ready on a prepared folder", text(prepared), Figures.text("budget 20 s; the bare one %s; %.2f x of its processor time",
                text(bare.get(1)), prepared.busy / bare.get(1).busy));
        Figures.say("live heap when idle", Figures.text("%.0f MB", prepared.heap / 1e6), Figures.text("budget 400 MB; the bare one %.0f MB", bare.get(1).heap / 1e6));
    }

    /** What a start took until the first answer, and what was alive on the heap then. */
    private record Start(double seconds, double busy, double heap) {
    }

    private static String text(Start start) {
        return Figures.text("%.1f s with %.1f s of processor time", start.seconds, start.busy);
    }

    private Start eland(String name) throws Exception {
        int port = free();
        return start(port, "/actuator/health/readiness", 200, name, command(classPath(), "mn.eland.Eland", "--server.port=" + port, "--eland.simulators.port=" + free(),
                "--eland.simulators.smtp-port=" + free(), "--eland.base-url=http://localhost:" + port, "--eland.data=" + folder.resolve("eland")));
    }

    /** The first start makes the tables, the second finds them. */
    private List<Start> bareStarts() throws Exception {
        try (var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofSeconds(90)).setRegisterShutdownHook(false).start()) {
            var starts = new ArrayList<Start>();
            for (var name : List.of("bare-empty", "bare-prepared")) {
                int port = free();
                starts.add(start(port, "/", 404, name, command(System.getProperty("java.class.path"), BareApplication.class.getName(), "--server.port=" + port,
                        "--spring.config.location=" + Files.createDirectories(folder.resolve("none")) + "/", "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres", "--spring.datasource.password=postgres",
                        "--camunda.bpm.auto-deployment-enabled=false", "--camunda.bpm.history-level=audit",
                        "--camunda.bpm.generic-properties.properties.enforceHistoryTimeToLive=false")));
            }
            return starts;
        }
    }

    private static List<String> command(String classPath, String main, String... arguments) {
        var command = new ArrayList<>(List.of(java(), "-Xmx768m", "-cp", classPath, main));
        command.addAll(List.of(arguments));
        return command;
    }

    /** @param answer of a server that is ready: on the page of its health, or, where there are no pages, on any */
    private Start start(int port, String path, int answer, String name, List<String> command) throws Exception {
        long begin = System.nanoTime();
        var process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Path.of("target", "start-bench-" + name + ".log").toFile()).start();
        try {
            waitUntilReady(URI.create("http://localhost:" + port + path), answer, process, begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double busy = process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
            return new Start(seconds, busy, liveHeap(process.pid()));
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private void waitUntilReady(URI address, int answer, Process process, long begin) throws Exception {
        var health = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended with " + process.exitValue());
            }
            if (answer == answerOf(health)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("not ready in time");
    }

    private int answerOf(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    private static double liveHeap(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
        var text = new String(histogram.getInputStream().readAllBytes());
        histogram.waitFor(30, TimeUnit.SECONDS);
        var total = Pattern.compile("Total\\s+\\d+\\s+(\\d+)").matcher(text);
        return total.find() ? Long.parseLong(total.group(1)) : Double.NaN;
    }

    /** That of the tests without the tests; an empty entry would mean the folder we stand in. */
    private static String classPath() {
        var tests = Path.of("target", "test-classes").toAbsolutePath();
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isBlank() && !Path.of(entry).toAbsolutePath().equals(tests)).collect(Collectors.joining(File.pathSeparator));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
