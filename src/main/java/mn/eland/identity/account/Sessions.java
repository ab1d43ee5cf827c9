package mn.eland.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import mn.eland.identity.account.AccountEvent.SessionTakenElsewhere;
import mn.eland.identity.account.AccountEvent.SignedInOnNewDevice;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where people are signed in to the pages, and on which devices they have been. */
@Service
@Transactional
public class Sessions {

    /** As long as a session of the pages may rest. */
    private static final Duration STANDING = Duration.ofHours(8);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_AGENT = 300;

    private final JdbcClient jdbc;
    private final SignInAddresses addresses;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Sessions(JdbcClient jdbc, SignInAddresses addresses, ElandClock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.addresses = addresses;
        this.clock = clock;
        this.events = events;
    }

    /** Notes a sign-in; the owner of an account who was on other devices before hears of a new one. To be called before the device is noted. */
    public UUID begin(PartyId person, UUID device, String agent, String address) {
        var id = UUID.randomUUID();
        var now = OffsetDateTime.now(clock);
        var called = agent == null ? "" : agent.substring(0, Math.min(LONGEST_AGENT, agent.length()));
        jdbc.sql("insert into identity.sessions (id, party_id, device_id, agent, address, started_at, last_seen) values (?, ?, ?, ?, ?::inet, ?, ?)")
                .params(id, person.value(), device, called, address, now, now).update();
        boolean isNew = jdbc.sql("""
                select exists (select from identity.devices where party_id = :person)
                    and not exists (select from identity.devices where party_id = :person and device_id = :device)""")
                .param("person", person.value()).param("device", device).query(Boolean.class).single();
        if (isNew) {
            events.publishEvent(new SignedInOnNewDevice(person, id, AgentWords.of(called), now.toInstant()));
        }
        return id;
    }

    /** True for a device on which the owner of this name was signed in before. */
    public boolean knows(String typed, UUID device) {
        return device != null && jdbc.sql("""
                select exists (select from identity.devices d join identity.accounts a on a.party_id = d.party_id
                where a.username = ? and d.device_id = ?)""").params(addresses.username(typed), device).query(Boolean.class).single();
    }

    /** Notes that the session was used; false when it was ended. */
    public boolean seen(UUID id) {
        return jdbc.sql("update identity.sessions set last_seen = ? where id = ? and ended_at is null").params(OffsetDateTime.now(clock), id).update() == 1;
    }

    public void end(UUID id) {
        jdbc.sql("update identity.sessions set ended_at = ? where id = ? and ended_at is null").params(OffsetDateTime.now(clock), id).update();
    }

    /** Ends one of the person's own; false when there is no such. */
    public boolean end(PartyId person, UUID id) {
        return jdbc.sql("update identity.sessions set ended_at = ? where id = ? and party_id = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), id, person.value()).update() == 1;
    }

    /** @param but which to leave, or null; @return those that were ended */
    public List<UUID> endAll(PartyId person, UUID but) {
        return jdbc.sql("update identity.sessions set ended_at = ? where party_id = ? and ended_at is null and id is distinct from ? returning id")
                .params(OffsetDateTime.now(clock), person.value(), but).query(UUID.class).list();
    }

    /** The cookie of a session came from another browser than the one it was given to: nobody uses it any more, and the owner hears of it. */
    public void takenElsewhere(UUID id) {
        jdbc.sql("update identity.sessions set ended_at = ? where id = ? and ended_at is null returning party_id")
                .params(OffsetDateTime.now(clock), id).query(UUID.class).optional()
                .ifPresent(person -> events.publishEvent(new SessionTakenElsewhere(new PartyId(person), id, clock.instant())));
    }

    /** Where the person is signed in, the one used last first. */
    public List<Session> of(PartyId person) {
        return jdbc.sql("""
                select *, host(address) as network from identity.sessions where party_id = ? and ended_at is null and last_seen > ?
                order by last_seen desc, id""").params(person.value(), OffsetDateTime.now(clock).minus(STANDING))
                .query((row, n) -> new Session(row.getObject("id", UUID.class), AgentWords.of(row.getString("agent")), row.getString("network"),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(), row.getObject("last_seen", OffsetDateTime.class).toInstant())).list();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    void forget() {
        jdbc.sql("delete from identity.sessions where last_seen < ?").param(OffsetDateTime.now(clock).minus(KEPT)).update();
    }

    /** @param agent browser and system, as a person would say it; @param network the address signed in from, or null */
    public record Session(UUID id, String agent, String network, Instant startedAt, Instant lastSeen) {
    }

    /** What a browser calls itself, in words a person knows: {@code Chrome · Android}. For showing only. */
    private static final class AgentWords {

        private static final Map<String, String> BROWSERS = new LinkedHashMap<>();
        private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

        static {
            BROWSERS.put("Edg", "Edge");
            BROWSERS.put("OPR/", "Opera");
            BROWSERS.put("SamsungBrowser", "Samsung Internet");
            BROWSERS.put("Firefox/", "Firefox");
            BROWSERS.put("FxiOS", "Firefox");
            BROWSERS.put("CriOS", "Chrome");
            BROWSERS.put("Chrome/", "Chrome");
            BROWSERS.put("Safari/", "Safari");
            SYSTEMS.put("Android", "Android");
            SYSTEMS.put("iPhone", "iPhone");
            SYSTEMS.put("iPad", "iPad");
            SYSTEMS.put("Windows", "Windows");
            SYSTEMS.put("Mac OS", "macOS");
            SYSTEMS.put("CrOS", "ChromeOS");
            SYSTEMS.put("Linux", "Linux");
        }

        private AgentWords() {
        }

        /** Never what the browser sent: what is not known is a dash. */
        static String of(String agent) {
            return first(BROWSERS, agent) + " · " + first(SYSTEMS, agent);
        }

        private static String first(Map<String, String> words, String agent) {
            return words.entrySet().stream().filter(word -> agent.contains(word.getKey())).map(Map.Entry::getValue).findFirst().orElse("–");
        }
    }
}
