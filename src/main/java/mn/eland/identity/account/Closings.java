package mn.eland.identity.account;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import mn.eland.identity.account.AccountEvent.AccountClosed;
import mn.eland.identity.spi.LiveCases;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person closes the own account. What the person did stays where the law wants it kept. */
@Service
@Transactional
public class Closings {

    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Openings openings;
    private final SignInAddresses addresses;
    private final ObjectProvider<LiveCases> cases;
    private final ElandClock clock;
    private final ApplicationEventPublisher events;

    Closings(JdbcClient jdbc, Passwords passwords, Openings openings, SignInAddresses addresses, ObjectProvider<LiveCases> cases, ElandClock clock,
             ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.openings = openings;
        this.addresses = addresses;
        this.cases = cases;
        this.clock = clock;
        this.events = events;
    }

    /** What the person is still bound to and has to end first: listings, offers and deals, by their numbers. */
    @Transactional(readOnly = true)
    public List<CaseRef> hindrances(PartyId person) {
        return cases.orderedStream().flatMap(some -> some.of(person).stream()).distinct().sorted(Comparator.comparing(CaseRef::number)).toList();
    }

    /**
     * Closes the account: nobody signs in with it any more, and its address is free again. Refused as {@link Passwords#known}, and with
     * {@code ACCOUNT_IN_DEAL} (conflict; argument {@code cases}, all their numbers) while something binds the person.
     */
    public Outcome<Void> close(PartyId person, String password, String address) {
        return passwords.known(person, password, address).flatMap(holder -> {
            var live = hindrances(person);
            if (!live.isEmpty()) {
                return Outcome.refused(Refusal.conflict("ACCOUNT_IN_DEAL")
                        .with("cases", live.stream().map(CaseRef::number).collect(Collectors.joining(", "))));
            }
            openings.close(holder.username());
            addresses.forget(holder.username());
            jdbc.sql("delete from identity.recovery_codes where username = ?").param(holder.username()).update();
            jdbc.sql("delete from identity.second_steps where username = ?").param(holder.username()).update();
            jdbc.sql("delete from identity.password_links where username = ?").param(holder.username()).update();
            jdbc.sql("delete from identity.sign_in_links where username = ?").param(holder.username()).update();
            events.publishEvent(new AccountClosed(person, clock.instant()));
            return Outcome.done();
        });
    }
}
