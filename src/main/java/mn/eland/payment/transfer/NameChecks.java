package mn.eland.payment.transfer;

import java.sql.Timestamp;
import java.util.Optional;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Refusal;
import mn.eland.payment.spi.Bank;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the bank who holds an account, and keeps what it said. */
@Component
public class NameChecks {

    private final Bank bank;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    NameChecks(Bank bank, JdbcClient jdbc, ElandClock clock) {
        this.bank = bank;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public enum Result { MATCHES, NOT_ASKED, OTHER_NAME, NO_ACCOUNT }

    /** @param holder as the bank wrote it, or null when there is no account */
    public record Checked(Result result, String holder, String bankCode) {

        public boolean isGood() {
            return result == Result.MATCHES || result == Result.NOT_ASKED;
        }

        public String maskedHolder() {
            return HolderName.masked(holder);
        }
    }

    /**
     * Whether the account exists and belongs to this name. Null as a name asks for existence only: for offices and for
     * money that goes back to where it came from.
     *
     * @throws Bank.Unavailable when the bank gives no answer; then nothing is known
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Checked check(String iban, String name) {
        var found = bank.nameOf(iban);
        var result = found.isEmpty() ? Result.NO_ACCOUNT : name == null ? Result.NOT_ASKED
                : HolderName.same(name, found.get().name()) ? Result.MATCHES : Result.OTHER_NAME;
        var checked = new Checked(result, found.map(Bank.AccountName::name).orElse(null), found.map(Bank.AccountName::bankCode).orElse(null));
        jdbc.sql("""
                insert into payment.name_checks (iban, asked_name, found_name, bank_code, result, checked_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(iban, name, checked.holder(), checked.bankCode(), result.name(), Timestamp.from(clock.instant())).update();
        return checked;
    }

    /** Who holds an account money came from, or null when there is none or the bank does not say now. */
    public String holder(String iban) {
        try {
            return Iban.isValid(iban) ? check(iban, null).holder() : null;
        } catch (Bank.Unavailable e) {
            return null;
        }
    }

    /** Why money cannot be sent to this account, for the person who named it; empty when it can. */
    public Optional<Refusal> refusal(String iban, String name) {
        if (!Iban.isValid(iban)) {
            return Optional.of(Refusal.invalid("IBAN_INVALID", "iban"));
        }
        try {
            var checked = check(iban, name);
            return switch (checked.result()) {
                case MATCHES, NOT_ASKED -> Optional.empty();
                case NO_ACCOUNT -> Optional.of(Refusal.invalid("ACCOUNT_NOT_FOUND", "iban"));
                case OTHER_NAME -> Optional.of(Refusal.invalid("ACCOUNT_OF_ANOTHER", "iban").with("holder", checked.maskedHolder()));
            };
        } catch (Bank.Unavailable e) {
            return Optional.of(Refusal.conflict("BANK_UNAVAILABLE"));
        }
    }

    /** First letters only. */
    public static String masked(String name) {
        return HolderName.masked(name);
    }

    /** Whether two ways of writing a name mean the same holder. */
    public static boolean sameHolder(String one, String other) {
        return HolderName.same(one, other);
    }
}
