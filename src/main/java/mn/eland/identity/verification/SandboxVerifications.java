package mn.eland.identity.verification;

import java.sql.Timestamp;
import mn.eland.kernel.ElandClock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The invented people of the sandbox, whose ids count from one, have proven long ago who they are; whoever registers has not.
 * They are put in place before this, because the names of classes come before those of packages.
 */
@Component
class SandboxVerifications implements SmartInitializingSingleton {

    private static final String LAST = "00000000-0000-0000-0000-000000000fff";

    private final JdbcClient jdbc;
    private final ElandClock clock;
    private final boolean open;

    SandboxVerifications(JdbcClient jdbc, ElandClock clock, @Value("${eland.sandbox:true}") boolean open) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.open = open;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (open) {
            jdbc.sql("""
                    insert into identity.verified_parties (party_id, standing, level, since)
                    select id, 'VERIFIED', 'CDD', ? from identity.parties where id <= ?::uuid on conflict (party_id) do nothing""")
                    .params(Timestamp.from(clock.instant()), LAST).update();
        }
    }
}
