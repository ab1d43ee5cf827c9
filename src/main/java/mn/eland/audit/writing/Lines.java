package mn.eland.audit.writing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mn.eland.audit.Deed;
import mn.eland.audit.Doer;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.stereotype.Component;

/**
 * Writes a deed as one line of JSON in the one way in which it can be written: keys in order, no space, plain ASCII. Names,
 * addresses and devices stand in it encrypted, and the salt of the hash of the content with them.
 */
@Component
public class Lines {

    private static final HexFormat HEX = HexFormat.of();
    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern UNPLAIN = Pattern.compile("[^ !#-\\[\\]-~]");
    private static final int SALT_BYTES = 16;
    private static final int LONGEST_DEVICE = 200;

    private final PersonKeys keys;
    private final ElandClock clock;

    Lines(PersonKeys keys, ElandClock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    public String of(Deed deed) {
        var by = deed.by();
        var id = UUID.randomUUID().toString();
        var salt = Sealed.random(SALT_BYTES);
        var about = deed.about().stream().map(party -> '"' + party.toString() + '"').collect(Collectors.joining(","));
        return "{\"about\":[" + about + "],\"act\":\"" + plain(deed.act())
                + "\",\"at\":\"" + MICROS.format(clock.instant())
                + "\",\"case\":\"" + (deed.caseRef() == null ? "" : deed.caseRef().number())
                + "\",\"content\":\"" + HEX.formatHex(salted(salt, deed.content()))
                + "\",\"id\":\"" + id
                + "\",\"kind\":\"" + deed.kind()
                + "\",\"name\":\"" + closed(by, PersonKeys.PERSON, id, HEX.formatHex(salt) + "\n" + by.name())
                + "\",\"outcome\":\"" + deed.outcome()
                + "\",\"person\":\"" + (by.person() == null ? "" : by.person())
                + "\",\"principal\":\"" + (by.principal() == null ? "" : by.principal())
                + "\",\"roles\":\"" + plain(String.join(" ", by.roles()))
                + "\",\"trace\":\"" + trace(by, id)
                + "\",\"why\":\"" + plain(deed.why() == null ? "" : deed.why()) + "\"}";
    }

    private String trace(Doer by, String id) {
        if (by.address() == null) {
            return "";
        }
        var month = keys.month();
        var device = by.device() == null ? "" : by.device();
        return month + ":" + closed(by, month, id, by.address() + "\n" + device.substring(0, Math.min(LONGEST_DEVICE, device.length())));
    }

    private String closed(Doer by, String scope, String id, String text) {
        return HEX.formatHex(Sealed.close(keys.forWriting(by.person(), scope), text.getBytes(StandardCharsets.UTF_8), id + scope));
    }

    /** The name that a record hides; empty when the key is gone or another. */
    public Optional<String> name(String person, String id, String closed) {
        return opened(person, PersonKeys.PERSON, id, closed).map(text -> text.substring(text.indexOf('\n') + 1));
    }

    /** Where a record says that somebody came from; empty when it does not say, or the key is gone or another. */
    public Optional<Trace> trace(String person, String id, String trace) {
        int colon = trace.indexOf(':');
        return colon < 0 ? Optional.empty() : opened(person, trace.substring(0, colon), id, trace.substring(colon + 1))
                .map(text -> new Trace(text.substring(0, text.indexOf('\n')), text.substring(text.indexOf('\n') + 1)));
    }

    private Optional<String> opened(String person, String scope, String id, String closed) {
        return keys.forReading(person.isEmpty() ? null : PartyId.of(person), scope)
                .map(key -> Sealed.open(key, HEX.parseHex(closed), id + scope)).map(open -> new String(open, StandardCharsets.UTF_8));
    }

    private static byte[] salted(byte[] salt, byte[] content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return digest.digest(content == null ? new byte[0] : content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param device the browser's cookie and what it calls itself */
    public record Trace(String address, String device) {
    }

    /** What JSON writes as it is; anything else becomes a question mark. */
    static String plain(String text) {
        return UNPLAIN.matcher(text).replaceAll("?");
    }
}
