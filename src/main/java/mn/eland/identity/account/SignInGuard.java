package mn.eland.identity.account;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mn.eland.identity.account.AccountEvent.SignInHeldUp;
import mn.eland.kernel.ElandClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Holds up whoever guesses: a name from one address soon, a name from anywhere and an address with any names later, each time
 * for twice as long. Names that do not exist are held up like others. From a device the owner has used a name is never held up
 * by what strangers do elsewhere. Counted in the database, so on all nodes together.
 */
@Service
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class SignInGuard {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 20;

    private final JdbcClient jdbc;
    private final AccountSecrets secrets;
    private final SignInAddresses addresses;
    private final Openings openings;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    SignInGuard(JdbcClient jdbc, AccountSecrets secrets, SignInAddresses addresses, Openings openings, ElandClock clock,
                ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.addresses = addresses;
        this.openings = openings;
        this.clock = clock;
        this.events = events;
    }

    /** @param known from a device that the owner of the name has used */
    public long secondsToWait(String typed, String address, boolean known) {
        var asked = tried(typed, address).stream().filter(each -> !known || each.kind() == Kind.PAIR).map(Tried::key).toList();
        return jdbc.sql("select max(locked_until) from identity.sign_in_failures where tried in (:asked)").param("asked", asked)
                .query(OffsetDateTime.class).optional().map(until -> Math.max(0, Duration.between(clock.instant(), until.toInstant()).toSeconds() + 1))
                .orElse(0L);
    }

    public void failed(String typed, String address) {
        openings.holder(addresses.username(typed.strip()))
                .ifPresent(holder -> jdbc.sql("insert into identity.failed_sign_ins (party_id, at) values (?, ?)")
                .params(holder.party().value(), OffsetDateTime.now(clock)).update());
        for (var each : tried(typed, address)) {
            int failures = jdbc.sql("""
                    insert into identity.sign_in_failures as f (tried, failures, last_at) values (:tried, 1, :now)
                    on conflict (tried) do update set last_at = excluded.last_at,
                        failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end returning failures""")
                    .param("tried", each.key()).param("now", OffsetDateTime.now(clock)).param("forgotten", OffsetDateTime.now(clock).minus(REMEMBERED))
                    .query(Integer.class).single();
            if (failures >= each.kind().free) {
                hold(each, typed, clock.instant().plus(wait(failures - each.kind().free)), failures);
            }
        }
    }

    /** @param address null when it is not known */
    public void succeeded(String typed, String address) {
        var right = tried(typed, address).stream().filter(each -> each.kind() != Kind.ADDRESS).map(Tried::key).toList();
        jdbc.sql("delete from identity.sign_in_failures where tried in (:right)").param("right", right).update();
    }

    /** The owner hears of it when it begins, not each time it is prolonged. */
    private void hold(Tried what, String typed, Instant until, int failures) {
        jdbc.sql("update identity.sign_in_failures set locked_until = ? where tried = ?").params(until.atOffset(ZoneOffset.UTC), what.key()).update();
        if (what.kind() == Kind.NAME && failures == what.kind().free) {
            openings.holder(addresses.username(typed)).ifPresent(holder -> events.publishEvent(new SignInHeldUp(holder.party(), until)));
        }
    }

    static Duration wait(int beyond) {
        var wait = FIRST_WAIT.multipliedBy(1L << Math.min(beyond, MOST_DOUBLINGS));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }

    private List<Tried> tried(String typed, String address) {
        var name = addresses.username(typed.strip()).toLowerCase(Locale.ROOT);
        var all = new ArrayList<>(List.of(new Tried(Kind.NAME, secrets.key("tried", "name " + name))));
        if (address != null) {
            all.add(new Tried(Kind.PAIR, secrets.key("tried", "pair " + name + " " + address)));
            all.add(new Tried(Kind.ADDRESS, secrets.key("tried", "address " + address)));
        }
        return all;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT4M")
    void forget() {
        jdbc.sql("delete from identity.sign_in_failures where last_at < ?").param(OffsetDateTime.now(clock).minus(REMEMBERED)).update();
        jdbc.sql("delete from identity.failed_sign_ins where at < ?").param(OffsetDateTime.now(clock).minus(REMEMBERED)).update();
    }

    private enum Kind {
        PAIR(5), NAME(20), ADDRESS(100);

        /** Failures before anybody has to wait. */
        private final int free;

        Kind(int free) {
            this.free = free;
        }
    }

    private record Tried(Kind kind, String key) {
    }
}
