package mn.eland.journeys;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Objects;
import java.util.regex.Pattern;
import mn.eland.Simulators;

/** The one-time codes that a person gets by mail from now on. */
final class CodesByMail {

    private static final Pattern CODE = Pattern.compile("(?<!\\d)(\\d{6})(?!\\d)");
    private final Simulators simulators;
    private final String address;
    private long seen;

    CodesByMail(Simulators simulators, String person) {
        this.simulators = simulators;
        this.address = person + "@example.mn";
        this.seen = simulators.newestMail(address);
    }

    /** Waits for the next one. */
    String next() {
        return await("a mail with a code for " + address).atMost(Duration.ofMinutes(1)).until(this::arrived, Objects::nonNull);
    }

    private String arrived() {
        for (var mail : simulators.mails(address, seen)) {
            var found = CODE.matcher(mail.path("text").asText().replaceAll("[SL]-\\d{4}-\\d{6}", ""));
            if (found.find()) {
                seen = mail.path("id").asLong();
                return found.group(1);
            }
        }
        return null;
    }
}
