package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the case's money out of everybody's reach, and gives it back to the side it came from. */
@Component
public class Freezing {

    private final Ledger ledger;
    private final JdbcClient jdbc;

    Freezing(Ledger ledger, JdbcClient jdbc) {
        this.ledger = ledger;
        this.jdbc = jdbc;
    }

    @Transactional
    public void freeze(CaseRef caseRef) {
        move(caseRef, "FROZEN", Account.buyer(caseRef), Account.frozen(caseRef, "buyer"));
        move(caseRef, "FROZEN", Account.seller(caseRef), Account.frozen(caseRef, "seller"));
    }

    @Transactional
    public void unfreeze(CaseRef caseRef) {
        move(caseRef, "UNFROZEN", Account.frozen(caseRef, "buyer"), Account.buyer(caseRef));
        move(caseRef, "UNFROZEN", Account.frozen(caseRef, "seller"), Account.seller(caseRef));
    }

    public Money frozen(CaseRef caseRef) {
        return ledger.balance(Account.frozen(caseRef, "buyer")).plus(ledger.balance(Account.frozen(caseRef, "seller")));
    }

    /** Money on its way out (held for a transfer) is past freezing. */
    private void move(CaseRef caseRef, String kind, Account from, Account to) {
        var amount = ledger.available(from);
        if (amount.isPositive()) {
            var times = jdbc.sql("select count(*) from payment.journals where case_no = ? and kind = ?")
                    .params(caseRef.number(), kind).query(Long.class).single();
            ledger.post(Booking.of(kind, kind.toLowerCase(java.util.Locale.ROOT) + ":" + caseRef + ":" + (times + 1), caseRef)
                    .move(from, to, amount));
        }
    }
}
