package mn.eland.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;

/** Prints figures beside what they are compared with, and keeps them in {@code target/bench.md}. */
final class Figures {

    private static final Path FILE = Path.of("target/bench.md");

    private Figures() {
    }

    /** One line: what, measured, compared with, ratio. */
    static void say(String what, String measured, String comparedWith) {
        var line = String.format(Locale.ROOT, "BENCH | %s | %s | %s", what, measured, comparedWith);
        System.out.println(line);
        try {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, "|" + line.substring("BENCH |".length()) + " |\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String format, Object... arguments) {
        return String.format(Locale.ROOT, format, arguments);
    }

    static double milliseconds(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The value below which 95 of 100 lie. */
    static double p95(double[] values) {
        return percentile(values, 0.95);
    }

    static double median(double[] values) {
        return percentile(values, 0.5);
    }

    private static double percentile(double[] values, double share) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    /** Runs the work so often for so long and tells how often a second. */
    static double perSecond(int warmUp, double seconds, Runnable work) {
        for (int i = 0; i < warmUp; i++) {
            work.run();
        }
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        long count = 0;
        while (System.nanoTime() < end) {
            work.run();
            count++;
        }
        return count / ((System.nanoTime() - start) / 1e9);
    }
}
