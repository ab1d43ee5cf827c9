package mn.eland.identity.payout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import mn.eland.ElandTest;
import mn.eland.identity.account.Applicant;
import mn.eland.identity.account.Openings;
import mn.eland.identity.account.SignInGuard;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The signs that somebody else is in an account, from what is really kept of sign-ins and passwords. */
@ElandTest
class AccountHoldersTests {

    private static final UUID OLD_PHONE = UUID.randomUUID();
    private static final UUID NEW_PHONE = UUID.randomUUID();

    @Autowired AccountHolders holders;
    @Autowired Openings openings;
    @Autowired SignInGuard guard;
    @Autowired ElandClock clock;
    @Autowired JdbcClient jdbc;
    private PartyId person;
    private String username;

    @BeforeEach
    void somebody() {
        username = "signs-" + UUID.randomUUID().toString().substring(0, 12);
        person = openings.open(Applicant.typed("ЩХ" + digits(), "", "Дорж", "Наранцэцэг", "99112233", username + "@example.mn"), username, "-", "mn");
    }

    @Test
    void whoIsAtHomeShowsNoSigns() {
        signedIn(OLD_PHONE, "MN", Duration.ofDays(40));
        signedIn(OLD_PHONE, "MN", Duration.ofHours(2));

        var signs = holders.signs(person);

        assertThat(signs.newDevice()).isFalse();
        assertThat(signs.newCountry()).isFalse();
        assertThat(signs.velocityKmh()).isZero();
        assertThat(signs.failedLastHour()).isZero();
        assertThat(signs.passwordSetHours()).isEqualTo(OptionalLong.empty());
    }

    @Test
    void anotherCountryInNoTimeIsNewAndImpossible() {
        signedIn(OLD_PHONE, "MN", Duration.ofDays(40));
        signedIn(OLD_PHONE, "MN", Duration.ofHours(3));
        signedIn(NEW_PHONE, "US", Duration.ofHours(1));

        var signs = holders.signs(person);

        assertThat(signs.newDevice()).isTrue();
        assertThat(signs.newCountry()).isTrue();
        assertThat(signs.velocityKmh()).isGreaterThan(900);
    }

    @Test
    void aFlightToSeoulIsNewAndPossibleAndAnOldOneIsNeither() {
        signedIn(OLD_PHONE, "MN", Duration.ofDays(3));
        signedIn(OLD_PHONE, "KR", Duration.ofHours(2));
        assertThat(holders.signs(person)).satisfies(signs -> {
            assertThat(signs.newCountry()).isTrue();
            assertThat(signs.velocityKmh()).isBetween(1L, 900L);
        });

        jdbc.sql("update identity.sign_ins set at = at - interval '2 days' where party_id = ?").param(person.value()).update();

        assertThat(holders.signs(person).newCountry()).isFalse();
        assertThat(holders.signs(person).velocityKmh()).isZero();
    }

    @Test
    void aPasswordThatWasJustSetAndWrongOnesBeforeAreSigns() {
        for (int i = 0; i < 6; i++) {
            guard.failed(username, "203.0.113." + i);
        }
        openings.setPassword(username, "-");
        assertThat(holders.signs(person).failedLastHour()).isEqualTo(6);
        assertThat(holders.signs(person).passwordSetHours()).isEqualTo(OptionalLong.of(0));

        guard.succeeded(username, null);
        jdbc.sql("update identity.failed_sign_ins set at = at - interval '2 hours' where party_id = ?").param(person.value()).update();
        jdbc.sql("update identity.accounts set password_set_at = password_set_at - interval '30 hours' where username = ?").param(username).update();

        assertThat(holders.signs(person).failedLastHour()).isZero();
        assertThat(holders.signs(person).passwordSetHours()).isEqualTo(OptionalLong.of(30));
    }

    private void signedIn(UUID device, String country, Duration ago) {
        Instant at = clock.instant().minus(ago);
        jdbc.sql("insert into identity.devices (party_id, device_id, agent_hash, first_seen, last_seen) values (?, ?, 'a', ?, ?) on conflict do nothing")
                .params(person.value(), device, at.atOffset(ZoneOffset.UTC), at.atOffset(ZoneOffset.UTC)).update();
        jdbc.sql("insert into identity.sign_ins (party_id, device_id, address, at, country) values (?, ?, '203.0.113.7'::inet, ?, ?)")
                .params(person.value(), device, at.atOffset(ZoneOffset.UTC), country).update();
    }

    private static String digits() {
        var random = ThreadLocalRandom.current();
        return "%02d%02d%02d%02d".formatted(random.nextInt(60, 100), random.nextInt(1, 13), random.nextInt(1, 29), random.nextInt(100));
    }
}
