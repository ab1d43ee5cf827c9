package mn.eland.store.vault;

import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals what belongs to one person with a key of that person: {@code p1.<Base64>}. The keys lie in the database, sealed by the
 * {@link Vault}. Deleting one makes everything of the person unreadable, in every table and in every copy made later.
 */
@Component
public class PersonVault {

    static final String MARK = "p1.";
    /** Of how many people the keys are held in memory. */
    private static final int MOST_IN_MEMORY = 20_000;
    /** So long another node may still read somebody who was forgotten here. */
    private static final long HELD_NANOS = Duration.ofMinutes(1).toNanos();

    private final Vault vault;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate alone;
    private final Map<UUID, Held> held = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Held> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };

    private record Held(SecretKey key, long since) {
    }

    PersonVault(Vault vault, JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.vault = vault;
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Sealed for this person and place ({@code schema.table.column}); null stays null.
     *
     * @throws IllegalStateException when the person was forgotten
     */
    public String seal(PartyId person, String plain, String place) {
        if (plain == null) {
            return null;
        }
        var key = key(person).or(() -> Optional.of(made(person))).get();
        return seal(key, plain, place);
    }

    /** Bytes, as {@link #seal}. */
    public byte[] sealBytes(PartyId person, byte[] plain, String place) {
        return Sealing.close(key(person).or(() -> Optional.of(made(person))).get(), plain, place);
    }

    /** Bytes, as {@link #open}. */
    public byte[] openBytes(PartyId person, byte[] sealed, String place) {
        return key(person).map(key -> Sealing.open(key, sealed, place)).orElse(null);
    }

    static String seal(SecretKey key, String plain, String place) {
        return MARK + Vault.text(Sealing.close(key, plain.getBytes(StandardCharsets.UTF_8), place));
    }

    /**
     * What was sealed; null for null, and when the person was forgotten.
     *
     * @throws IllegalStateException when it was not sealed for this person and place
     */
    public String open(PartyId person, String sealed, String place) {
        if (sealed == null) {
            return null;
        }
        if (!sealed.startsWith(MARK)) {
            throw new IllegalStateException("not sealed for a person: " + place);
        }
        return key(person).map(key -> new String(Sealing.open(key, Vault.bytes(sealed.substring(MARK.length())), place), StandardCharsets.UTF_8))
                .orElse(null);
    }

    /** Takes the person's key away for good. Whether the law allows it yet is for the caller to know. */
    public void forget(PartyId person) {
        jdbc.sql("""
                insert into store.person_keys (person, made_at, forgotten_at) values (:person, :now, :now)
                on conflict (person) do update set wrapped = null, forgotten_at = excluded.forgotten_at where person_keys.forgotten_at is null""")
                .param("person", person.value()).param("now", Timestamp.from(clock.instant())).update();
        synchronized (held) {
            held.remove(person.value());
        }
    }

    private Optional<SecretKey> key(PartyId person) {
        long now = System.nanoTime();
        synchronized (held) {
            var known = held.get(person.value());
            if (known != null && now - known.since() < HELD_NANOS) {
                return Optional.of(known.key());
            }
        }
        var read = jdbc.sql("select wrapped from store.person_keys where person = ? and wrapped is not null").param(person.value())
                .query(String.class).optional().map(wrapped -> unwrap(vault, person.value(), wrapped));
        synchronized (held) {
            read.ifPresentOrElse(key -> held.put(person.value(), new Held(key, now)), () -> held.remove(person.value()));
        }
        return read;
    }

    /** In a transaction of its own: what is sealed with a key must not outlive it. */
    private SecretKey made(PartyId person) {
        alone.executeWithoutResult(status -> jdbc.sql("insert into store.person_keys (person, wrapped, made_at) values (?, ?, ?) on conflict (person) do nothing")
                .params(person.value(), wrap(vault, person.value(), freshKey()), Timestamp.from(clock.instant())).update());
        return key(person).orElseThrow(() -> new IllegalStateException("forgotten: " + person));
    }

    static SecretKey freshKey() {
        return new SecretKeySpec(Sealing.random(KeyRing.KEY_BYTES), "AES");
    }

    static String wrap(Vault vault, UUID person, SecretKey key) {
        return vault.sealBytes(key.getEncoded(), place(person));
    }

    private static SecretKey unwrap(Vault vault, UUID person, String wrapped) {
        return new SecretKeySpec(vault.openBytes(wrapped, place(person)), "AES");
    }

    private static String place(UUID person) {
        return "store.person_keys.wrapped:" + person;
    }
}
