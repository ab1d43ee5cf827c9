package mn.eland.identity;

import java.util.List;
import mn.eland.identity.representation.Representations;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Puts the invented people in place before the first request, unless {@code eland.sandbox} is off. The profile
 * {@code production} refuses to start with them.
 */
@Component
class Sandbox implements SmartInitializingSingleton {

    private final PartyRepository parties;
    private final AccountRepository accounts;
    private final Representations representations;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final boolean open;
    private final boolean production;

    Sandbox(PartyRepository parties, AccountRepository accounts, Representations representations, PasswordEncoder passwords, TransactionTemplate transaction,
            @Value("${eland.sandbox:true}") boolean open, Environment environment) {
        this.parties = parties;
        this.accounts = accounts;
        this.representations = representations;
        this.passwords = passwords;
        this.transaction = transaction;
        this.open = open;
        this.production = environment.acceptsProfiles(Profiles.of("production"));
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (production && (open || accounts.hasOpenDemoAccounts())) {
            throw new IllegalStateException("Profile production does not start with sandbox accounts:"
                    + " set eland.sandbox=false and use a database that never was a sandbox.");
        }
        if (open) {
            transaction.executeWithoutResult(status -> seed());
        }
    }

    /** The accounts to offer on the sign-in page; empty outside the sandbox. */
    List<Parties.SandboxAccount> offers() {
        return open ? SandboxPeople.all().stream().filter(person -> person.username() != null)
                .map(person -> new Parties.SandboxAccount(person.username(), SandboxPeople.PASSWORD, person.party().view().shortName(),
                        person.roles().get(0).claim(), person.isLeading()))
                .toList() : List.of();
    }

    private void seed() {
        var passwordHash = passwords.encode(SandboxPeople.PASSWORD);
        for (var person : SandboxPeople.all()) {
            parties.add(person.party());
            if (person.username() != null) {
                accounts.add(person.username(), person.party().id(), passwordHash, true, person.roles());
            }
        }
        SandboxPeople.TRADES.forEach(parties::setTrade);
        SandboxPeople.REPRESENTATIVES.forEach(paper -> representations.put(paper.holder(), paper));
        parties.list(SandboxPeople.POLITICALLY_EXPOSED, "PEP", "Sandbox: holds an invented public office");
    }
}
