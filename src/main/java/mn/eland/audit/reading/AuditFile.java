package mn.eland.audit.reading;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mn.eland.audit.sealing.Checkpoint;
import mn.eland.audit.sealing.Hashes;
import mn.eland.audit.sealing.SealKey;

/**
 * Writes lines of JSON that the verifier reads, keys in order and no needless space: a header, records and checkpoints, and an
 * end that signs all before it.
 */
final class AuditFile {

    private static final HexFormat HEX = HexFormat.of();
    private static final String FORMAT = "eland-audit-1";

    private final OutputStream out;
    private final MessageDigest written = Hashes.sha256();

    AuditFile(OutputStream out) {
        this.out = out;
    }

    void exportHeader(long from, List<byte[]> frontier, Map<String, byte[]> keys) {
        line("{\"format\":\"" + FORMAT + "\",\"from\":" + from + ",\"frontier\":" + hashes(frontier) + ",\"keys\":" + keys(keys) + ",\"type\":\"export\"}");
    }

    /** @param kind inclusion or consistency */
    void proofHeader(String kind, List<byte[]> path, Map<String, byte[]> keys) {
        line("{\"format\":\"" + FORMAT + "\",\"keys\":" + keys(keys) + ",\"path\":" + hashes(path) + ",\"type\":\"" + kind + "\"}");
    }

    void record(Records.Sealed record) {
        line("{\"hash\":\"" + HEX.formatHex(record.hash()) + "\",\"position\":" + record.position() + ",\"record\":" + record.line() + ",\"type\":\"record\"}");
    }

    void checkpoint(Checkpoint checkpoint) {
        line(checkpoint.line());
    }

    void end(SealKey key) {
        var hash = HEX.formatHex(written.digest());
        line("{\"key\":\"" + key.fingerprint() + "\",\"sha256\":\"" + hash + "\",\"signature\":\""
                + HEX.formatHex(key.sign("eland-audit-end:" + hash)) + "\",\"type\":\"end\"}");
    }

    private void line(String text) {
        var bytes = (text + "\n").getBytes(StandardCharsets.US_ASCII);
        written.update(bytes);
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hashes(List<byte[]> hashes) {
        return hashes.stream().map(hash -> '"' + HEX.formatHex(hash) + '"').collect(Collectors.joining(",", "[", "]"));
    }

    private static String keys(Map<String, byte[]> keys) {
        return keys.entrySet().stream().sorted(Map.Entry.comparingByKey()).map(key -> '"' + key.getKey() + "\":\"" + HEX.formatHex(key.getValue()) + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
