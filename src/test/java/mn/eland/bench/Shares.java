package mn.eland.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.management.JMException;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** Where the processor time of this process goes, by samples of what its threads do every 10 ms. */
final class Shares {

    /** A sample belongs to the first kind that one of its frames names; to the last one when none does. */
    enum Kind {
        WATCHING("mn.eland.bench.CaseWatch"),
        SIGNING("mn.eland.contract.signing.", "eu.europa.esig."),
        PRINTING("mn.eland.contract.print.", "com.openhtmltopdf.", "org.apache.pdfbox.", "org.apache.fontbox.", "com.google.zxing."),
        ONE_TIME_CODES("com.sun.crypto.provider.PBKDF2"),
        SIMULATORS("org.apache.tomcat.", "org.apache.coyote.", "org.apache.catalina.", "org.subethamail.", "mn.eland.integration.mail.",
                "mn.eland.integration.stage.", "mn.eland.integration.simulator."),
        MAIL("mn.eland.notification.", "jakarta.mail.", "org.eclipse.angus."),
        CALLS_OUT("mn.eland.integration.", "java.net.http.", "jdk.internal.net.http.", "mn.eland.Simulators"),
        ENGINE_AND_STORE;

        private final List<String> frames;

        Kind(String... frames) {
            this.frames = List.of(frames);
        }

        boolean names(String type) {
            return frames.stream().anyMatch(type::startsWith);
        }
    }

    private final Recording recording = new Recording();

    Shares() {
        try {
            ManagementFactory.getPlatformMBeanServer().invoke(new ObjectName("com.sun.management:type=DiagnosticCommand"), "jfrConfigure",
                    new Object[] {new String[] {"stackdepth=400"}}, new String[] {String[].class.getName()});
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
        recording.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
    }

    void start() {
        recording.start();
    }

    /** Part of the samples in each kind. */
    Map<Kind, Double> stop(Path file) throws IOException {
        recording.stop();
        Files.createDirectories(file.getParent());
        recording.dump(file);
        recording.close();
        var counts = new EnumMap<Kind, Integer>(Kind.class);
        int all = 0;
        for (var event : RecordingFile.readAllEvents(file)) {
            if (event.getEventType().getName().equals("jdk.ExecutionSample") && event.getStackTrace() != null) {
                counts.merge(kind(event), 1, Integer::sum);
                all++;
            }
        }
        var shares = new EnumMap<Kind, Double>(Kind.class);
        for (var kind : Kind.values()) {
            shares.put(kind, counts.getOrDefault(kind, 0) / (double) Math.max(1, all));
        }
        return shares;
    }

    private static Kind kind(RecordedEvent sample) {
        var types = sample.getStackTrace().getFrames().stream().map(frame -> frame.getMethod().getType().getName()).toList();
        for (var kind : Kind.values()) {
            if (types.stream().anyMatch(kind::names)) {
                return kind;
            }
        }
        return Kind.ENGINE_AND_STORE;
    }
}
