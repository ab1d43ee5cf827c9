package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.Payments.Settlement;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The seller's tax, paid out of escrow before registration, because the registrar wants to see its receipt; and the value added tax
 * within the price of a new home, which is the state's and not the seller's as soon as the price is divided.
 */
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

    /** Sets both taxes aside from the price; true when there is any to pay. */
    @Transactional
    public boolean setAside(CaseRef caseRef, Money tax) {
        var vat = settlements.find(caseRef).map(Settlement::saleVat).orElse(Money.ZERO);
        var both = tax.plus(vat);
        if (both.isZero()) {
            return false;
        }
        var reference = "tax:" + caseRef;
        if (!ledger.isBooked(reference) && !ledger.isBooked("vat:" + caseRef)) {
            if (!settlements.isEarned(caseRef)) {
                ledger.post(Booking.of("TAX_ADVANCED", "tax-advance:" + caseRef, caseRef)
                        .move(Account.buyer(caseRef), Account.seller(caseRef), both));
            }
            post(Booking.of("TAX_SET_ASIDE", reference, caseRef).move(Account.seller(caseRef), Account.taxPayable(caseRef), tax));
            post(Booking.of("VAT_SET_ASIDE", "vat:" + caseRef, caseRef).move(Account.seller(caseRef), Account.saleVat(caseRef), vat));
        }
        return true;
    }

    private void post(Booking booking) {
        if (!booking.isEmpty()) {
            ledger.post(booking);
        }
    }

    /** Pays the tax that was set aside. */
    public Paid pay(CaseRef caseRef) {
        return pay(caseRef, ":payTax", "TAX_PAID", Account.taxPayable(caseRef), ledger.moved(caseRef, "TAX_SET_ASIDE"), "HHOAT 2% " + caseRef);
    }

    /** Pays the value added tax that was set aside. */
    public Paid payVat(CaseRef caseRef) {
        return pay(caseRef, ":payVat", "VAT_PAID", Account.saleVat(caseRef), ledger.moved(caseRef, "VAT_SET_ASIDE"), "NUAT " + caseRef);
    }

    private Paid pay(CaseRef caseRef, String step, String kind, Account from, Money amount, String text) {
        return amount.isZero() ? Paid.NOTHING : payouts.pay(new Order(caseRef + step, caseRef, kind, from, null, null,
                properties.taxName(), properties.taxIban(), amount, text));
    }

    /** True when the state has all that it gets of the price. */
    boolean isPaid(CaseRef caseRef, Settlement agreed) {
        return isPaid(caseRef, "TAX_PAID", agreed.tax()) && isPaid(caseRef, "VAT_PAID", agreed.saleVat());
    }

    private boolean isPaid(CaseRef caseRef, String kind, Money amount) {
        return amount.isZero() || ledger.moved(caseRef, kind).isPositive();
    }

    /**
     * The sale was not registered: tax still in our hands goes back to the buyer's side at once; tax the authority has
     * becomes a claim against it, owed to the buyer when it comes back.
     *
     * @return what the authority still has to return
     */
    @Transactional
    public Money giveBack(CaseRef caseRef) {
        if (settlements.isEarned(caseRef)) {
            return Money.ZERO;
        }
        giveBack(caseRef, "tax", "TAX_PAID", Account.taxPayable(caseRef), ledger.moved(caseRef, "TAX_SET_ASIDE"));
        giveBack(caseRef, "vat", "VAT_PAID", Account.saleVat(caseRef), ledger.moved(caseRef, "VAT_SET_ASIDE"));
        return outstanding(caseRef);
    }

    private void giveBack(CaseRef caseRef, String which, String paid, Account aside, Money amount) {
        if (ledger.moved(caseRef, paid).isPositive()) {
            post(Booking.of("TAX_RECLAIMED", which + "-reclaimed:" + caseRef, caseRef).move(Account.TAX_RECEIVABLE, Account.buyer(caseRef), amount));
        } else {
            post(Booking.of("TAX_RELEASED", which + "-released:" + caseRef, caseRef)
                    .move(aside, Account.seller(caseRef), amount).move(Account.seller(caseRef), Account.buyer(caseRef), amount));
        }
    }

    /** Owed to the buyer and not yet returned by the authority. */
    Money outstanding(CaseRef caseRef) {
        return ledger.moved(caseRef, "TAX_RECLAIMED").minus(ledger.moved(caseRef, "TAX_RETURNED"));
    }
}
