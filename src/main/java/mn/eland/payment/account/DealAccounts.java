package mn.eland.payment.account;

import java.sql.Timestamp;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.payment.PaymentProperties;
import mn.eland.store.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Account numbers that the escrow bank has set aside for us, one for each deal. Money sent to one is booked on the escrow
 * account, and the statement names the number. The number is read off the case, so that there is no gap and no waiting.
 */
@Component
public class DealAccounts {

    private static final Reads ACCOUNTS = Reads.of("payment.virtual_accounts");
    private static final String KINDS = "SLRANDCW";

    private final JdbcClient jdbc;
    private final PaymentProperties properties;
    private final ElandClock clock;

    DealAccounts(JdbcClient jdbc, PaymentProperties properties, ElandClock clock) {
        this.jdbc = jdbc;
        this.properties = properties;
        this.clock = clock;
    }

    /** The account of the deal, opened when it has none: it never gets another. The escrow account where the bank sets none aside. */
    public String open(CaseRef caseRef) {
        if (!properties.virtualPrefix().isEmpty()) {
            jdbc.sql("insert into payment.virtual_accounts (case_no, iban, opened_at) values (?, ?, ?) on conflict (case_no) do nothing")
                    .params(caseRef.number(), of(caseRef).value(), Timestamp.from(clock.instant())).update();
        }
        return find(caseRef);
    }

    /** The account of the deal, or the escrow account when it has none of its own. */
    public String find(CaseRef caseRef) {
        return ACCOUNTS.once(caseRef, () -> jdbc.sql("select iban from payment.virtual_accounts where case_no = ?").param(caseRef.number())
                .query(String.class).optional()).orElse(properties.escrowIban());
    }

    /** Whose account it is. @param account an IBAN, or the twelve digits of an account at the escrow bank */
    public Optional<CaseRef> caseOf(String account) {
        var iban = account.matches("\\d{12}") ? Iban.of(bank(), account).value() : account;
        return jdbc.sql("select case_no from payment.virtual_accounts where iban = ?").param(iban).query(String.class).optional().map(CaseRef::of);
    }

    /** {@code S-2026-000001} of range 998: {@code 998 1 26 000001}. */
    private Iban of(CaseRef caseRef) {
        var number = caseRef.number();
        return Iban.of(bank(), properties.virtualPrefix() + (KINDS.indexOf(number.charAt(0)) + 1) + number.substring(4, 6) + number.substring(7));
    }

    private String bank() {
        return properties.escrowIban().substring(4, 8);
    }
}
