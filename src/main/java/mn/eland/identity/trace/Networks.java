package mn.eland.identity.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * To which country a network was given, by the file in which the internet registries publish that every day: lines of the RIR
 * statistics exchange format, {@code registry|country|ipv4 or ipv6|first address|count or prefix length|date|status}. The file is named by
 * {@code eland.sign-in.networks} and read again when it has changed; without one no network has a country.
 */
@Component
class Networks {

    private static final Logger LOG = LoggerFactory.getLogger(Networks.class);
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
    private static final String NOWHERE = "ZZ";
    private static final int COLUMNS = 5;
    private static final int HALF_BITS = 64;

    private final Path file;
    private volatile Read read = new Read(null, new TreeMap<>(), new TreeMap<>());

    Networks(@Value("${eland.sign-in.networks:}") String file) {
        this.file = file.isBlank() ? null : Path.of(file);
    }

    /** Two capitals, or empty for a network that was given to nobody we know of. */
    Optional<String> country(String address) {
        if (file == null || address == null || !ADDRESS.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            var parsed = InetAddress.getByName(address);
            var ranges = parsed instanceof Inet4Address ? current().v4 : current().v6;
            long at = at(parsed);
            return Optional.ofNullable(ranges.floorEntry(at)).filter(range -> at <= range.getValue().last).map(range -> range.getValue().country);
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }

    private Read current() {
        try {
            var changed = Files.getLastModifiedTime(file);
            if (!changed.equals(read.changed)) {
                read = read(changed);
                LOG.info("Read where {} networks are from {}", read.v4.size() + read.v6.size(), file.getFileName());
            }
        } catch (IOException | UncheckedIOException away) {
            LOG.warn("The file of networks cannot be read: {}", away.toString());
        }
        return read;
    }

    private Read read(FileTime changed) throws IOException {
        var all = new Read(changed, new TreeMap<>(), new TreeMap<>());
        try (var lines = Files.lines(file, StandardCharsets.US_ASCII)) {
            lines.map(line -> line.split("\\|")).forEach(all::add);
        }
        return all;
    }

    /** The first 64 bits of an address of the newer kind, all of one of the older. */
    private static long at(InetAddress address) {
        return address instanceof Inet4Address ? Integer.toUnsignedLong(ByteBuffer.wrap(address.getAddress()).getInt())
                : ByteBuffer.wrap(address.getAddress()).getLong() ^ Long.MIN_VALUE;
    }

    private record Range(long last, String country) {
    }

    private record Read(FileTime changed, NavigableMap<Long, Range> v4, NavigableMap<Long, Range> v6) {

        /** Headings, sums, numbers of networks, and what was given to nobody are passed over. */
        private void add(String[] line) {
            if (line.length < COLUMNS || !COUNTRY.matcher(line[1]).matches() || line[1].equals(NOWHERE) || !ADDRESS.matcher(line[3]).matches()) {
                return;
            }
            try {
                long size = Long.parseLong(line[4]);
                if (line[2].equals("ipv4")) {
                    long first = at(InetAddress.getByName(line[3]));
                    v4.put(first, new Range(first + size - 1, line[1].intern()));
                } else if (line[2].equals("ipv6") && size > 0 && size <= HALF_BITS) {
                    long first = at(InetAddress.getByName(line[3]));
                    v6.put(first, new Range(first + (size == HALF_BITS ? 0 : (1L << (HALF_BITS - size)) - 1), line[1].intern()));
                }
            } catch (UnknownHostException | NumberFormatException broken) {
                LOG.debug("A line of the file of networks was passed over");
            }
        }
    }
}
