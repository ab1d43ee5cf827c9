package mn.eland.payment.release;

import java.sql.Timestamp;
import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.Payments.FeesView;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import mn.eland.workflow.outage.Outages;
import mn.eland.workflow.outage.Round;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the buyer pays beside the price: the notary for the certified contract, and the state for the registration. The notary has
 * earned the fee with the act; a deal that is called off afterwards changes nothing about it (ADR 55).
 */
@Component
public class Fees {

    private static final Logger LOG = LoggerFactory.getLogger(Fees.class);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Payouts payouts;
    private final Settlements settlements;
    private final PaymentProperties properties;
    private final Outages outages;
    private final ElandClock clock;

    Fees(JdbcClient jdbc, Ledger ledger, Payouts payouts, Settlements settlements, PaymentProperties properties, Outages outages, ElandClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.payouts = payouts;
        this.settlements = settlements;
        this.properties = properties;
        this.outages = outages;
        this.clock = clock;
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
        var notary = ledger.isBooked(earned(caseRef)) ? Money.ZERO : fees.notary();
        var booking = Booking.of("FEES_SET_ASIDE", reference(caseRef), caseRef)
                .move(Account.buyer(caseRef), Account.notary(caseRef), notary)
                .move(Account.buyer(caseRef), Account.stateFee(caseRef), fees.registration());
        if (!booking.isEmpty()) {
            ledger.post(booking);
        }
    }

    /** The deal falls apart after the notary has certified its contract, before the fees were set aside: the notary's fee stops being the buyer's money. */
    @Transactional
    public void notaryActed(CaseRef caseRef) {
        var owed = owedToNotary(caseRef);
        if (owed.isPositive()) {
            ledger.post(Booking.of("NOTARY_EARNED", earned(caseRef), caseRef).move(Account.buyer(caseRef), Account.notary(caseRef), owed));
        }
    }

    /** The notary's fee as long as it lies with the buyer's money. */
    public Money owedToNotary(CaseRef caseRef) {
        var fee = of(caseRef).notary();
        boolean aside = ledger.isBooked(reference(caseRef)) || ledger.isBooked(earned(caseRef));
        return aside || ledger.available(Account.buyer(caseRef)).compareTo(fee) < 0 ? Money.ZERO : fee;
    }

    private static String earned(CaseRef caseRef) {
        return "notary-earned:" + caseRef;
    }

    /**
     * The deal is off: the state's fee that was set aside goes back to the buyer's side, if it has not left and is not on its way.
     * What the notary was not paid stays aside and becomes a claim.
     */
    @Transactional
    public void giveBack(CaseRef caseRef) {
        var left = payouts.isUnderWay(registrationKey(caseRef)) ? Money.ZERO : ledger.available(Account.stateFee(caseRef));
        if (left.isPositive()) {
            ledger.post(Booking.of("FEES_RELEASED", "fees-released:" + registrationKey(caseRef), caseRef)
                    .move(Account.stateFee(caseRef), Account.buyer(caseRef), left));
        }
        if (ledger.balance(Account.notary(caseRef)).isPositive()) {
            jdbc.sql("update payment.fees set claimed_at = ? where case_no = ? and claimed_at is null")
                    .params(Timestamp.from(clock.instant()), caseRef.number()).update();
        }
    }

    /** Pays notaries whose deals were called off; whose account is not known, and whose case is frozen, waits and holds up nobody else. */
    public void payClaims() {
        outages.round("notaryClaims", this::payClaims);
    }

    private void payClaims(Round round) {
        for (var number : claims()) {
            try {
                payNotary(CaseRef.of(number));
                round.answered();
            } catch (RuntimeException e) {
                round.failed(e);
                LOG.warn("A notary is not paid yet: {}", e.getMessage());
            }
        }
    }

    /** How many notaries wait for what they have earned in a deal that was called off. */
    public int claimsWaiting() {
        return claims().size();
    }

    private List<String> claims() {
        return jdbc.sql("""
                select f.case_no from payment.fees f where f.claimed_at is not null and not exists
                    (select 1 from payment.transfers t where t.key = f.case_no || ':payNotaryFee' and t.state in ('BOOKED', 'RETURNED'))
                order by f.claimed_at""").query(String.class).list();
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
