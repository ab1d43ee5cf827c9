package mn.eland.audit.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import mn.eland.ElandTest;
import mn.eland.audit.AuditTrail;
import mn.eland.audit.Deed;
import mn.eland.audit.Doer;
import mn.eland.audit.sealing.Checkpoint;
import mn.eland.audit.sealing.Sealer;
import mn.eland.audit.sealing.Tree;
import mn.eland.edge.SignIn;
import mn.eland.kernel.Actor;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Exported files, checked by the program that auditors get: it finds every fault and raises no alarm without one. */
@ElandTest
class VerifierTests {

    private static final int MUTATIONS = 100_000;
    private static final int RECORDS = 36;
    private static final int A_CHECKPOINT = 9;
    private static final Path VERIFIER = Path.of("src/main/resources/verifier");
    private static final Path DRIVER = Path.of("src/test/resources/audit/mutations.py");

    @Autowired ApplicationContext context;
    @Autowired AuditTrail trail;
    @Autowired AuditReader reader;
    @Autowired Sealer sealer;
    @Autowired Tree tree;
    @TempDir Path folder;
    private Actor auditor;
    private Instant from;
    private Checkpoint first;

    @BeforeEach
    void fill() {
        auditor = SignIn.actor(context, "battsetseg");
        from = record(1).at().plusNanos(1000);
        first = tree.before(from).orElseThrow();
        for (int n = 0; n < RECORDS; n += A_CHECKPOINT) {
            record(A_CHECKPOINT);
        }
    }

    @Test
    void anExportFitsAndNothingThatIsSpoiltDoes() throws Exception {
        var last = tree.last().orElseThrow();
        var range = written("export", reader.range(auditor, from, last.at().plusNanos(1000)));
        var whole = written("whole", reader.range(auditor, Instant.EPOCH, tree.checkpoint(Math.min(3, last.number())).orElseThrow().at().plusNanos(1000)));
        var inclusion = written("inclusion", reader.inclusion(auditor, first.size() + 5));
        var consistency = written("consistency", reader.consistency(auditor, first.number(), last.number()));

        assertThat(verified(range).said()).startsWith("FITS: records " + first.size() + " to " + (last.size() - 1));
        assertThat(verified(whole, "--key", last.key()).said()).startsWith("FITS: records 0 to ");
        assertThat(verified(inclusion).said()).startsWith("FITS: record " + (first.size() + 5) + " is in the tree");
        assertThat(verified(consistency).said()).startsWith("FITS: checkpoint " + last.number() + " goes on from checkpoint " + first.number());
        assertThat(verified(range, "--key", "0000000000000000").code()).isOne();

        var run = run(List.of("python3", DRIVER.toString(), VERIFIER.toString(), "" + MUTATIONS, "" + System.nanoTime(), range.toString(),
                inclusion.toString(), consistency.toString()));
        assertThat(run.said()).startsWith("found " + MUTATIONS + " of " + MUTATIONS).contains("false alarms 0 of");
        assertThat(run.code()).as(run.said()).isZero();
        System.getLogger(VerifierTests.class.getName()).log(System.Logger.Level.INFO, run.said());
    }

    @Test
    void theFirstThatDoesNotFitIsNamed() throws Exception {
        var lines = Files.readAllLines(written("export", reader.range(auditor, from, tree.last().orElseThrow().at().plusNanos(1000))));
        int at = twoRecordsTogether(lines);
        long position = positionOf(lines.get(at));

        var changed = new ArrayList<>(lines);
        changed.set(at, lines.get(at).replace("\"outcome\":\"DONE\"", "\"outcome\":\"LOST\""));
        assertThat(verified(file(changed)).said()).contains("record " + position + " does not have the hash");
        var left = new ArrayList<>(lines);
        left.remove(at);
        assertThat(verified(file(left)).said()).contains("record " + (position + 1) + " stands where record " + position + " must stand");
        var shorter = new ArrayList<>(lines);
        shorter.remove(lines.size() - 1);
        assertThat(verified(file(shorter))).satisfies(run -> {
            assertThat(run.code()).isOne();
            assertThat(run.said()).startsWith("DOES NOT FIT");
        });
        assertThat(run(List.of("python3", VERIFIER.resolve("eland_audit_verify.py").toString())).code()).isEqualTo(2);
    }

    /** Where a record is followed by another: a checkpoint stands wherever the sealer came by. */
    private static int twoRecordsTogether(List<String> lines) {
        return IntStream.range(0, lines.size() - 1).filter(n -> isRecord(lines.get(n)) && isRecord(lines.get(n + 1))).skip(1).findFirst().orElseThrow();
    }

    private static boolean isRecord(String line) {
        return line.endsWith(",\"type\":\"record\"}") && line.contains("\"outcome\":\"DONE\"");
    }

    private static long positionOf(String line) {
        return Long.parseLong(line.replaceFirst("^\\{\"hash\":\"[0-9a-f]+\",\"position\":(\\d+),.*$", "$1"));
    }

    private Checkpoint record(int count) {
        var person = new Doer(new PartyId(UUID.randomUUID()), null, "Б. Бат", Set.of("buyer"), "10.0.0.1", "phone");
        for (int n = 0; n < count; n++) {
            trail.record(new Deed(Deed.Kind.ACT, "POST /verifier-test", Deed.Outcome.DONE, null, null, person, List.of(), new byte[] {(byte) n}));
        }
        await().pollInterval(Duration.ofMillis(20)).atMost(Duration.ofSeconds(10)).until(() -> {
            sealer.seal();
            return reader.find(auditor, new Wanted(null, person.person(), null, null, null), count).get().size() == count;
        });
        return tree.last().orElseThrow();
    }

    private Path written(String name, Outcome<AuditReader.File> file) throws IOException {
        var path = folder.resolve(name + ".jsonl");
        try (var out = Files.newOutputStream(path)) {
            file.get().write(out);
        }
        return path;
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(folder.resolve("spoilt.jsonl"), lines);
    }

    private Run verified(Path file, String... more) throws Exception {
        var command = new ArrayList<>(List.of("python3", VERIFIER.resolve("eland_audit_verify.py").toString(), file.toString()));
        command.addAll(List.of(more));
        return run(command);
    }

    private static Run run(List<String> command) throws Exception {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), said);
    }

    private record Run(int code, String said) {
    }
}
