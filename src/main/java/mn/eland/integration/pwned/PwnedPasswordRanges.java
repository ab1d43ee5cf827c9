package mn.eland.integration.pwned;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mn.eland.identity.spi.BreachedPasswords;
import mn.eland.integration.http.HttpCalls;
import mn.eland.integration.http.HttpCalls.NoAnswer;
import org.springframework.stereotype.Component;

/** Asks for a range of hashes, padded so that nobody on the way learns from the length of the answer. */
@Component
class PwnedPasswordRanges implements BreachedPasswords {

    private static final Pattern PREFIX = Pattern.compile("[0-9A-F]{5}");
    private static final Pattern LINE = Pattern.compile("([0-9A-F]{35}):(\\d{1,9})");

    private final PwnedProperties properties;
    private final HttpCalls http;

    PwnedPasswordRanges(PwnedProperties properties) {
        this.properties = properties;
        this.http = new HttpCalls(properties.timeout());
    }

    @Override
    public Map<String, Integer> times(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("five hexadecimal digits leave the house, no more and no less");
        }
        try {
            var reply = http.call("GET", URI.create(properties.baseUrl() + "/range/" + prefix), Map.of("Add-Padding", "true", "User-Agent", "ELAND"), null);
            if (!reply.isOk()) {
                throw new Unavailable("the list of stolen passwords answered " + reply.status(), null);
            }
            var times = new HashMap<String, Integer>();
            reply.body().lines().map(String::strip).map(LINE::matcher).filter(Matcher::matches)
                    .forEach(line -> times.put(line.group(1), Integer.valueOf(line.group(2))));
            return times;
        } catch (NoAnswer e) {
            throw new Unavailable(e.getMessage(), e);
        }
    }
}
