package mn.eland.audit.writing;

import java.sql.Timestamp;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mn.eland.audit.AuditProperties;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The keys under which the personal parts of records stand: one for a person, and one for each month in which somebody came
 * from somewhere. Whoever writes takes a key from memory or makes it in a transaction of its own; whoever reads asks the
 * database, so that a deleted key opens nothing from that moment.
 */
@Component
public class PersonKeys {

    static final String PERSON = "person";
    /** Name of the transactions in which keys are made: no part of anybody's act. */
    static final String TRANSACTION = "audit keys";
    /** Addresses and devices are readable for a year (product default of the handbook, section 7). */
    private static final int MONTHS_KEPT = 12;
    private static final int MOST_IN_MEMORY = 20_000;
    private static final UUID VISITORS = new UUID(0, 1);

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final byte[] wrapping;
    private final TransactionTemplate alone;
    private final Map<String, byte[]> known = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > MOST_IN_MEMORY;
        }
    };

    PersonKeys(JdbcClient jdbc, ElandClock clock, AuditProperties properties, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wrapping = properties.wrapping();
        this.alone = new TransactionTemplate(transactions);
        this.alone.setName(TRANSACTION);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Makes the keys that a person's acts will need, before a transaction is under way. */
    public void ready(PartyId person) {
        forWriting(person, PERSON);
        forWriting(person, month());
    }

    String month() {
        return YearMonth.now(clock).toString();
    }

    byte[] forWriting(PartyId person, String scope) {
        var name = id(person) + scope;
        synchronized (known) {
            var key = known.get(name);
            if (key != null) {
                return key;
            }
        }
        var key = alone.execute(status -> forReading(person, scope).orElseGet(() -> make(person, scope)));
        synchronized (known) {
            known.put(name, key);
        }
        return key;
    }

    /** Empty when it was deleted. */
    Optional<byte[]> forReading(PartyId person, String scope) {
        return jdbc.sql("select wrapped from audit.person_keys where person = ? and scope = ?").params(id(person), scope)
                .query((row, n) -> row.getBytes("wrapped")).optional()
                .map(wrapped -> Sealed.open(wrapping, wrapped, context(person, scope)));
    }

    private byte[] make(PartyId person, String scope) {
        jdbc.sql("insert into audit.person_keys (person, scope, wrapped, made_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(id(person), scope, Sealed.close(wrapping, Sealed.random(Sealed.KEY_BYTES), context(person, scope)),
                        Timestamp.from(clock.instant())).update();
        return forReading(person, scope).orElseThrow(() -> new IllegalStateException("the wrapping key is not the one of this database"));
    }

    /** Takes a person's keys away, all of them and for good. */
    public int forget(PartyId person) {
        synchronized (known) {
            known.keySet().removeIf(name -> name.startsWith(id(person).toString()));
        }
        return jdbc.sql("delete from audit.person_keys where person = ?").param(id(person)).update();
    }

    /** Where people came from can be read for a year. */
    @Scheduled(cron = "0 40 3 * * *", zone = "Asia/Ulaanbaatar")
    public int forgetOldMonths() {
        return jdbc.sql("delete from audit.person_keys where scope <> 'person' and scope < ?")
                .param(YearMonth.now(clock).minusMonths(MONTHS_KEPT).toString()).update();
    }

    private static UUID id(PartyId person) {
        return person == null ? VISITORS : person.value();
    }

    private static String context(PartyId person, String scope) {
        return id(person) + " " + scope;
    }
}
