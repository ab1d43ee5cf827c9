package mn.eland.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How long the default run takes until it is ready, on an empty and on a prepared folder, and what it holds in memory. */
class StartBench {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void startsInTime() throws Exception {
        double bareJvm = bareJvm();
        double empty = start(true);
        double prepared = start(false);

        Figures.say("ready on an empty folder", Figures.text("%.1f s", empty), Figures.text("budget 45 s, bare JVM %.2f s", bareJvm));
        Figures.say("ready on a prepared folder", Figures.text("%.1f s", prepared), Figures.text("budget 20 s, %.2f of the first start", prepared / empty));
    }

    private double start(boolean first) throws Exception {
        int port = free();
        int simulators = free();
        long begin = System.nanoTime();
        var process = new ProcessBuilder(java(), "-Xmx768m", "-cp", classPath(), "mn.eland.Eland", "--server.port=" + port, "--eland.simulators.port=" + simulators, "--eland.simulators.smtp-port=" + free(),
                "--eland.base-url=http://localhost:" + port, "--eland.data=" + folder)
                .redirectErrorStream(true).redirectOutput(Path.of("target", "start-bench-" + (first ? "empty" : "prepared") + ".log").toFile()).start();
        try {
            waitUntilReady(port, process, begin);
            double seconds = (System.nanoTime() - begin) / 1e9;
            double busy = process.info().totalCpuDuration().map(time -> time.toMillis() / 1e3).orElse(0.0);
            Figures.say("processor time until ready", Figures.text("%.1f s", busy), first ? "on an empty folder" : "on a prepared folder");
            if (!first) {
                Figures.say("live heap when idle", liveHeap(process.pid()), "budget 400 MB");
            }
            return seconds;
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
        }
    }

    private void waitUntilReady(int port, Process process, long begin) throws Exception {
        var health = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build();
        while (System.nanoTime() - begin < PATIENCE.toNanos()) {
            if (!process.isAlive()) {
                throw new IllegalStateException("the application ended with " + process.exitValue());
            }
            if (isUp(health)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IllegalStateException("not ready in time");
    }

    private boolean isUp(HttpRequest health) throws InterruptedException {
        try {
            return http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static String liveHeap(long pid) throws IOException, InterruptedException {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        var histogram = new ProcessBuilder(jcmd, Long.toString(pid), "GC.class_histogram").redirectErrorStream(true).start();
        var text = new String(histogram.getInputStream().readAllBytes());
        histogram.waitFor(30, TimeUnit.SECONDS);
        var total = Pattern.compile("Total\\s+\\d+\\s+(\\d+)").matcher(text);
        return total.find() ? Figures.text("%.0f MB", Long.parseLong(total.group(1)) / 1e6) : "unknown";
    }

    private static double bareJvm() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        new ProcessBuilder(java(), "-version").redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        return (System.nanoTime() - begin) / 1e9;
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
