package mn.eland.identity.trace;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the sign-ins of the last day say about whoever is in an account now. */
@Component
public class SignInSigns {

    private static final Duration NEW = Duration.ofDays(1);
    private static final Duration FAILED_WITHIN = Duration.ofHours(1);
    private static final double SECONDS_AN_HOUR = 3600;
    /** Nobody is faster than a minute: two networks of one person may be used at once. */
    private static final long LEAST_SECONDS = 60;

    private final JdbcClient jdbc;
    private final ElandClock clock;

    SignInSigns(JdbcClient jdbc, ElandClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param newDevice     a browser of the last day, beside older ones
     * @param newCountry    a country of the last day in which the person had not been, while others are known
     * @param failedLastHour wrong passwords and codes of the last hour
     * @param velocityKmh   the fastest way between two sign-ins of the last day, by the least distance of their countries
     */
    public record Signs(boolean newDevice, boolean newCountry, long failedLastHour, long velocityKmh) {
    }

    private record Place(String country, Instant at) {
    }

    public Signs of(PartyId person) {
        var dayAgo = clock.instant().minus(NEW);
        var places = jdbc.sql("select country, at from identity.sign_ins where party_id = ? and country is not null order by at")
                .param(person.value())
                .query((row, n) -> new Place(row.getString("country"), row.getTimestamp("at").toInstant())).list();
        var before = places.stream().filter(place -> !place.at.isAfter(dayAgo)).map(Place::country).distinct().toList();
        boolean newCountry = !before.isEmpty() && places.stream().anyMatch(place -> place.at.isAfter(dayAgo) && !before.contains(place.country));
        return jdbc.sql("""
                select exists (select from identity.devices where party_id = :person and first_seen > :day)
                        and exists (select from identity.devices where party_id = :person and first_seen <= :day) as new_device,
                    (select count(*) from identity.failed_sign_ins where party_id = :person and at > :hour) as failed""")
                .param("person", person.value()).param("day", Timestamp.from(dayAgo)).param("hour", Timestamp.from(clock.instant()
                .minus(FAILED_WITHIN)))
                .query((row, n) -> new Signs(row.getBoolean("new_device"), newCountry, row.getLong("failed"), fastest(places, dayAgo))).single();
    }

    private static long fastest(List<Place> places, Instant dayAgo) {
        long fastest = 0;
        for (int i = 1; i < places.size(); i++) {
            var from = places.get(i - 1);
            var to = places.get(i);
            if (to.at.isAfter(dayAgo) && !from.country.equals(to.country)) {
                double hours = Math.max(LEAST_SECONDS, Duration.between(from.at, to.at).toSeconds()) / SECONDS_AN_HOUR;
                fastest = Math.max(fastest, Math.round(Countries.distanceKm(from.country, to.country).orElse(0) / hours));
            }
        }
        return fastest;
    }
}
