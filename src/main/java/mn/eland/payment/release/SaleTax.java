package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seller's tax, paid out of escrow before registration, because the registrar wants to see its receipt. */
@Component
public class SaleTax {

    private final Ledger ledger;
    private final Payouts payouts;
    private final Settlements settlements;
    private final PaymentProperties properties;

    SaleTax(Ledger ledger, Payouts payouts, Settlements settlements, PaymentProperties properties) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.settlements = settlements;
        this.properties = properties;
    }

    /** Sets the tax aside from the price; true when there is any to pay. */
    @Transactional
    public boolean setAside(CaseRef caseRef, Money tax) {
        if (tax.isZero()) {
            return false;
        }
        var reference = "tax:" + caseRef;
        if (!ledger.isBooked(reference)) {
            if (!settlements.isEarned(caseRef)) {
                ledger.post(Booking.of("TAX_ADVANCED", "tax-advance:" + caseRef, caseRef)
                        .move(Account.buyer(caseRef), Account.seller(caseRef), tax));
            }
            ledger.post(Booking.of("TAX_SET_ASIDE", reference, caseRef)
                    .move(Account.seller(caseRef), Account.taxPayable(caseRef), tax));
        }
        return true;
    }

    /** Pays what was set aside. */
    public Paid pay(CaseRef caseRef) {
        var amount = ledger.moved(caseRef, "TAX_SET_ASIDE");
        return payouts.pay(new Order(caseRef + ":payTax", caseRef, "TAX_PAID", Account.taxPayable(caseRef), null, null,
                properties.taxName(), properties.taxIban(), amount, "HHOAT 2% " + caseRef));
    }

    boolean isPaid(CaseRef caseRef) {
        return ledger.moved(caseRef, "TAX_PAID").isPositive();
    }

    /**
     * The sale was not registered: tax still in our hands goes back to the buyer's side at once; tax the authority has
     * becomes a claim against it, owed to the buyer when it comes back.
     *
     * @return what the authority still has to return
     */
    @Transactional
    public Money giveBack(CaseRef caseRef) {
        var tax = ledger.moved(caseRef, "TAX_SET_ASIDE");
        if (tax.isZero() || settlements.isEarned(caseRef)) {
            return Money.ZERO;
        }
        if (!isPaid(caseRef)) {
            ledger.post(Booking.of("TAX_RELEASED", "tax-released:" + caseRef, caseRef)
                    .move(Account.taxPayable(caseRef), Account.seller(caseRef), tax)
                    .move(Account.seller(caseRef), Account.buyer(caseRef), tax));
            return Money.ZERO;
        }
        ledger.post(Booking.of("TAX_RECLAIMED", "tax-reclaimed:" + caseRef, caseRef)
                .move(Account.TAX_RECEIVABLE, Account.buyer(caseRef), tax));
        return outstanding(caseRef);
    }

    /** Owed to the buyer and not yet returned by the authority. */
    Money outstanding(CaseRef caseRef) {
        return ledger.moved(caseRef, "TAX_RECLAIMED").minus(ledger.moved(caseRef, "TAX_RETURNED"));
    }
}
