package mn.eland.journeys.killed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The application in a process of its own, which can be told what people do, and be killed. */
final class ElandProcess {

    private static final String ANSWER = "@@ ";
    private static final int PATIENCE_SECONDS = 900;
    private static final List<String> DRIVER = List.of("mn/eland/Simulators", "mn/eland/sale/SaleWalk", "mn/eland/sale/SaleStand",
            "mn/eland/sale/DrivenEland");

    private final Process process;
    private final Path home;
    private final PrintWriter orders;
    private final Map<String, CompletableFuture<String>> asked = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    private ElandProcess(Process process, Path home, Path log) {
        this.process = process;
        this.home = home;
        this.orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
        var ready = new CompletableFuture<String>();
        asked.put("0", ready);
        var reader = new Thread(() -> read(log), "eland-process");
        reader.setDaemon(true);
        reader.start();
        assertThat(result(ready)).isEqualTo("ready");
    }

    /** Starts on a folder; tests' classes other than the driver's are not on its class path. */
    static ElandProcess start(Path home, String name, List<String> settings) throws IOException {
        var classes = home.resolve("driver");
        copyDriver(classes);
        var path = new ArrayList<>(List.of(classes.toString()));
        for (var entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            if (!entry.contains("test-classes")) {
                path.add(entry);
            }
        }
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx700m",
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8",
                "-Deland.walk.patience=800", "-Deland.walk.look-again=150", "-cp",
                String.join(java.io.File.pathSeparator, path), "mn.eland.sale.DrivenEland", "--eland.data=" + home.resolve("data")));
        command.addAll(settings);
        return new ElandProcess(new ProcessBuilder(command).redirectErrorStream(true).start(), home, home.resolve(name + ".log"));
    }

    private static void copyDriver(Path to) throws IOException {
        var from = Path.of("target", "test-classes");
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var name = from.relativize(file).toString().replace('\\', '/');
                if (DRIVER.stream().anyMatch(one -> name.startsWith(one + ".class") || name.startsWith(one + "$"))) {
                    var copy = to.resolve(name);
                    Files.createDirectories(copy.getParent());
                    Files.write(copy, Files.readAllBytes(file));
                }
            }
        }
    }

    private void read(Path log) {
        try (var lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8)); var copy = new PrintWriter(Files.newBufferedWriter(log), true)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.println(line);
                if (line.startsWith(ANSWER)) {
                    answered(line.substring(ANSWER.length()).split(" ", 3));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            asked.values().forEach(one -> one.completeExceptionally(new IllegalStateException("the process has ended")));
        }
    }

    private void answered(String[] words) {
        var waiting = asked.remove(words[0]);
        if (words[1].equals("done")) {
            waiting.complete(words[2]);
        } else {
            waiting.completeExceptionally(new IllegalStateException(words[2]));
        }
    }

    /** Somebody does something; done when the answer comes. */
    CompletableFuture<String> tell(String verb, String sale, String buyer, String what) {
        var id = Integer.toString(count.incrementAndGet());
        var answer = new CompletableFuture<String>();
        asked.put(id, answer);
        orders.println(String.join(" ", id, verb, sale, buyer, what));
        return answer;
    }

    static <T> T result(CompletableFuture<T> answer) {
        return answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    }

    /** Stops it, and what a kill has left of its database. */
    void stop() throws Exception {
        orders.close();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
        var server = home.resolve("data/postgres/pgdata/postmaster.pid");
        if (Files.exists(server)) {
            var left = ProcessHandle.of(Long.parseLong(Files.readAllLines(server).get(0).strip()));
            left.ifPresent(ProcessHandle::destroy);
            left.ifPresent(one -> one.onExit().orTimeout(20, TimeUnit.SECONDS).join());
        }
    }
}
