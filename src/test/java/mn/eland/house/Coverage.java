package mn.eland.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which ways of diagrams and which rules of tables the tests have gone: one file for each process, one line for each way. */
public final class Coverage {

    /** Tests of one build write into one folder, so that those of yesterday do not count. */
    private static final String BUILD = System.getProperty("eland.build", "by-hand");
    private static final Set<String> SEEN = ConcurrentHashMap.newKeySet();

    private Coverage() {
    }

    /** The way of a process: a flow node or a sequence flow. */
    public static void gone(String process, String element) {
        note(process + " " + element);
    }

    /** Rules of a table that have answered. */
    public static void answered(String decision, Collection<String> rules) {
        rules.forEach(rule -> note(decision + " " + rule));
    }

    private static void note(String way) {
        if (SEEN.add(way)) {
            write(way);
        }
    }

    /** At once, because some of our processes are killed. */
    private static synchronized void write(String way) {
        try {
            Files.createDirectories(folder(BUILD));
            Files.writeString(folder(BUILD).resolve(ProcessHandle.current().pid() + ".txt"), way + "\n", StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder(String build) {
        return Path.of("target", "coverage", "ways", build);
    }

    /** All ways that any process of a build has gone. */
    static Set<String> of(String build) throws IOException {
        var ways = new TreeSet<String>();
        if (Files.isDirectory(folder(build))) {
            try (var files = Files.list(folder(build))) {
                for (var file : files.toList()) {
                    ways.addAll(Files.readAllLines(file));
                }
            }
        }
        return ways;
    }
}
