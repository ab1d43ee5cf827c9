package mn.eland.sale.risk.finding;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mn.eland.sale.risk.finding.Signal.Evidence;

/** What the course of the sale says: how old the listing was, what the parties wrote, how fast they go to the notary. */
final class CourseSignals {

    private CourseSignals() {
    }

    static List<Signal> of(Findings found) {
        return List.of(offPlatformContact(found), listingAgeHours(found), sameDayNotary(found));
    }

    private static Signal offPlatformContact(Findings found) {
        var evidence = new ArrayList<Evidence>();
        for (var said : found.messages()) {
            OffPlatform.find(said.text()).ifPresent(hit -> evidence.add(Evidence.of("message", "by", said.by(), "at", said.at(),
                    "before", said.text().substring(0, hit.start()), "hit", said.text().substring(hit.start(), hit.end()),
                    "after", said.text().substring(hit.end()))));
        }
        return new Signal("offPlatformContact", !evidence.isEmpty(), evidence);
    }

    /** Of the moment when somebody first wrote of going outside, so that the sign does not fade while the sale goes on. */
    private static Signal listingAgeHours(Findings found) {
        var at = found.messages().stream().filter(said -> OffPlatform.find(said.text()).isPresent()).map(Findings.Said::at)
                .findFirst().orElse(found.now());
        return Signal.of("listingAgeHours", Duration.between(found.deal().listedAt(), at).toHours(),
                Evidence.of("listed", "at", found.deal().listedAt(), "until", at));
    }

    /** Once the whole price is in, the notary is next: then the day is known even before the booking. */
    private static Signal sameDayNotary(Findings found) {
        var notary = found.notaryAt() != null ? found.notaryAt() : found.isPaid() ? found.now() : null;
        if (notary == null || found.acceptedAt() == null) {
            return Signal.unknown("sameDayNotary", "notaryNotBooked");
        }
        return Signal.of("sameDayNotary", Findings.day(found.acceptedAt()).equals(Findings.day(notary)),
                Evidence.of("notaryDay", "accepted", found.acceptedAt(), "notary", notary));
    }
}
