package mn.eland.audit.sealing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/**
 * Says at a time what the root over the first {@code size} records was, signed.
 *
 * @param number of the checkpoint, from 1 without gaps
 * @param key    fingerprint of the key that signed
 */
public record Checkpoint(long number, long size, byte[] root, Instant at, String key, byte[] signature) {

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    static Checkpoint signed(long number, long size, byte[] root, Instant at, SealKey key) {
        var open = new Checkpoint(number, size, root, at, key.fingerprint(), null);
        return new Checkpoint(number, size, root, at, key.fingerprint(), key.sign("eland-audit-checkpoint:" + open.text("")));
    }

    /** As it stands in a file. */
    public String line() {
        return text("\"signature\":\"" + HEX.formatHex(signature) + "\",");
    }

    private String text(String signed) {
        return "{\"at\":\"" + MICROS.format(at) + "\",\"key\":\"" + key + "\",\"number\":" + number + ",\"root\":\"" + HEX.formatHex(root) + "\","
                + signed + "\"size\":" + size + ",\"type\":\"checkpoint\"}";
    }

    public String rootText() {
        return HEX.formatHex(root);
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
