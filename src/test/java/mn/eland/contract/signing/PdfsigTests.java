package mn.eland.contract.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our signatures as a program sees them that shares no line with the one that made them. */
class PdfsigTests {

    private static final Path PDFSIG = Path.of("/usr/bin/pdfsig");

    @TempDir Path data;

    @Test
    void popplerCallsEverySignatureValid() throws Exception {
        assumeTrue(Files.isExecutable(PDFSIG), "pdfsig is not installed");
        var table = new SigningTable(data);
        var signed = table.sign(table.sign(table.sign(table.contract(), 0), 1), 2);

        var said = pdfsig(signed);

        assertThat(said).contains("Signature #3").doesNotContain("Signature #4").contains(SigningTable.NAMES);
        assertThat(said.split("Signature is Valid\\.", -1)).hasSize(4);
        assertThat(pdfsig(SignatoryTests.flipped(signed, 2_000))).doesNotContain("Signature is Valid.").contains("Digest Mismatch");
    }

    private String pdfsig(byte[] pdf) throws Exception {
        var file = Files.write(data.resolve("contract.pdf"), pdf);
        var process = new ProcessBuilder(PDFSIG.toString(), "-nocert", file.toString()).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
