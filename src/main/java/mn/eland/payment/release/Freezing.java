package mn.eland.payment.release;

import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.spi.CaseFreezes;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the case's money out of everybody's reach, and gives it back to the side it came from. */
@Component
public class Freezing {

    private final Ledger ledger;
    private final ObjectProvider<CaseFreezes> cases;
    private final JdbcClient jdbc;

    Freezing(Ledger ledger, ObjectProvider<CaseFreezes> cases, JdbcClient jdbc) {
        this.ledger = ledger;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    /** Compliance has frozen the case, so nothing may leave it, whether or not its money is out of reach already. */
    public boolean isFrozen(CaseRef caseRef) {
        return cases.stream().anyMatch(module -> module.isFrozen(caseRef));
    }

    /** The head of compliance ends what keeps the money. */
    public void lift(Actor head, CaseRef caseRef, String note) {
        cases.forEach(module -> module.lift(head, caseRef, note));
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
        return frozen(caseRef, "buyer").plus(frozen(caseRef, "seller"));
    }

    Money frozen(CaseRef caseRef, String side) {
        return ledger.balance(Account.frozen(caseRef, side));
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
