package mn.eland.payment.release;

import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.Payments.FeesView;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the buyer pays beside the price: the notary for the certified contract, and the state for the registration. */
@Component
public class Fees {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Payouts payouts;
    private final Settlements settlements;
    private final PaymentProperties properties;

    Fees(JdbcClient jdbc, Ledger ledger, Payouts payouts, Settlements settlements, PaymentProperties properties) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.payouts = payouts;
        this.settlements = settlements;
        this.properties = properties;
    }

    /** What was set aside stands. */
    @Transactional
    public void agree(CaseRef caseRef, Money notary, Money registration) {
        if (!ledger.isBooked(reference(caseRef))) {
            jdbc.sql("""
                    insert into payment.fees (case_no, notary, registration) values (?, ?, ?)
                    on conflict (case_no) do update set notary = excluded.notary, registration = excluded.registration""")
                    .params(caseRef.number(), notary.tugrug(), registration.tugrug()).update();
        }
    }

    /** Zero where nothing was agreed. */
    public FeesView of(CaseRef caseRef) {
        return jdbc.sql("select * from payment.fees where case_no = ?").param(caseRef.number())
                .query((row, n) -> new FeesView(Money.of(row.getLong("notary")), Money.of(row.getLong("registration")))).optional()
                .orElse(new FeesView(Money.ZERO, Money.ZERO));
    }

    private static String reference(CaseRef caseRef) {
        return "fees:" + caseRef;
    }

    /** The contract is certified: the fees stop being the buyer's money. Until then they go back with everything else. */
    @Transactional
    public void setAside(CaseRef caseRef) {
        var fees = of(caseRef);
        var booking = Booking.of("FEES_SET_ASIDE", reference(caseRef), caseRef)
                .move(Account.buyer(caseRef), Account.notary(caseRef), fees.notary())
                .move(Account.buyer(caseRef), Account.stateFee(caseRef), fees.registration());
        if (!booking.isEmpty()) {
            ledger.post(booking);
        }
    }

    /** The deal is off: what was set aside goes back to the buyer's side, but for what has left or is on its way. */
    @Transactional
    public void giveBack(CaseRef caseRef) {
        giveBack(caseRef, notaryKey(caseRef), Account.notary(caseRef));
        giveBack(caseRef, registrationKey(caseRef), Account.stateFee(caseRef));
    }

    private void giveBack(CaseRef caseRef, String key, Account aside) {
        var left = payouts.isUnderWay(key) ? Money.ZERO : ledger.available(aside);
        if (left.isPositive()) {
            ledger.post(Booking.of("FEES_RELEASED", "fees-released:" + key, caseRef).move(aside, Account.buyer(caseRef), left));
        }
    }

    private static String notaryKey(CaseRef caseRef) {
        return caseRef + ":payNotaryFee";
    }

    private static String registrationKey(CaseRef caseRef) {
        return caseRef + ":payRegistrationFee";
    }

    public Paid payNotary(CaseRef caseRef) {
        var amount = of(caseRef).notary();
        if (amount.isZero()) {
            return Paid.NOTHING;
        }
        var notary = settlements.beneficiary(caseRef, Payee.NOTARY)
                .orElseThrow(() -> TransferPending.noAccount(caseRef, Payee.NOTARY.name()));
        return payouts.pay(new Order(notaryKey(caseRef), caseRef, "NOTARY_PAID", Account.notary(caseRef), null, notary.party(),
                notary.name(), notary.iban(), amount, "Notariatiin huls " + caseRef));
    }

    /** The receipt goes with the filing. */
    public Paid payRegistration(CaseRef caseRef) {
        var amount = of(caseRef).registration();
        return amount.isZero() ? Paid.NOTHING : payouts.pay(new Order(registrationKey(caseRef), caseRef, "STATE_FEE_PAID",
                Account.stateFee(caseRef), null, null, properties.stateName(), properties.stateIban(), amount,
                "Ulsiin burtgeliin huraamj " + caseRef));
    }
}
