package mn.eland.notarization;

import java.sql.Timestamp;
import java.time.Duration;
import java.util.UUID;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.PartyId;
import mn.eland.notarization.spi.NotaryRegister;
import mn.eland.notarization.spi.NotaryRegister.Entry;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Poller;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Brings entries of the book into the state's record. The process submits a certified entry in its own step; entries
 * that void another are submitted from here, again and again with growing pauses until the record has them.
 */
@Component
class RegisterSubmissions implements Poller {

    private static final Logger LOG = LoggerFactory.getLogger(RegisterSubmissions.class);
    private static final String SERVICE = "Үл хөдлөх хөрөнгө худалдах, худалдан авах гэрээ";
    private static final String VOIDED = """
            from notarization.submissions s join notarization.book_entries e on e.number = s.number
            where s.code is null and e.kind = 'VOIDED'""";
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private final JdbcClient sql;
    private final NotaryRegister register;
    private final Parties parties;
    private final Outages outages;
    private final ElandClock clock;

    RegisterSubmissions(JdbcClient sql, NotaryRegister register, Parties parties, Outages outages, ElandClock clock) {
        this.sql = sql;
        this.register = register;
        this.parties = parties;
        this.outages = outages;
        this.clock = clock;
    }

    /** Submitting twice is harmless: the record knows the key. */
    String submit(String number) {
        var known = sql.sql("select code from notarization.submissions where number = ?").param(number)
                .query((row, n) -> row.getString(1)).optional().orElse(null);
        if (known != null) {
            return known;
        }
        var code = register.submit(number, entry(number));
        sql.sql("update notarization.submissions set code = ?, submitted_at = ?, attempts = attempts + 1 where number = ? and code is null")
                .params(code, Timestamp.from(clock.instant()), number).update();
        return code;
    }

    @Scheduled(fixedDelayString = "${eland.notarization.submit-every:PT20S}", initialDelayString = "${eland.notarization.submit-every:PT20S}")
    void submitVoided() {
        outages.round(name(), this::submitVoided);
    }

    @Override
    public String name() {
        return "submissions";
    }

    @Override
    public int waiting() {
        return sql.sql("select count(*) " + VOIDED).query(Integer.class).single();
    }

    @Override
    public void tryNow() {
        sql.sql("update notarization.submissions set next_try_at = ? where code is null").param(Timestamp.from(clock.instant())).update();
        submitVoided();
    }

    private void submitVoided(Round round) {
        var due = sql.sql("select s.number " + VOIDED + " and s.next_try_at <= ? order by s.next_try_at limit 50")
                .param(Timestamp.from(clock.instant())).query(String.class).list();
        for (var number : due) {
            try {
                submit(number);
                round.answered();
            } catch (NotaryRegister.Unavailable e) {
                round.failed(e);
                LOG.warn("The notary register did not take {}: {}", number, e.getMessage());
                postpone(number);
            }
        }
    }

    private void postpone(String number) {
        int attempts = sql.sql("update notarization.submissions set attempts = attempts + 1 where number = ? returning attempts")
                .param(number).query(Integer.class).single();
        var pause = Duration.ofMinutes(1L << Math.min(attempts, 6));
        var next = clock.instant().plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
        sql.sql("update notarization.submissions set next_try_at = ? where number = ?").params(Timestamp.from(next), number).update();
    }

    private Entry entry(String number) {
        return sql.sql("""
                        select e.case_ref, e.registry_no, e.entered_at, e.notary_no, e.kind, a.seller
                        from notarization.book_entries e join notarization.acts a on a.id = e.act where e.number = ?""")
                .param(number).query((row, n) -> {
                    var seller = new PartyId(row.getObject(6, UUID.class));
                    var person = parties.party(seller);
                    return new Entry(parties.registerNumber(seller, CaseRef.of(row.getString(1))), person.parentName(),
                            person.isPerson() ? person.givenName() : person.companyName(), row.getString(2), SERVICE, number,
                            row.getTimestamp(3).toInstant().atZone(ElandClock.ULAANBAATAR).toLocalDate(),
                            String.format("%04d", row.getInt(4)), row.getString(5).equals("VOIDED"));
                }).single();
    }
}
