package mn.eland.payment.release;

import java.util.Optional;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.PaymentProperties;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.ReleaseStep;
import mn.eland.payment.Payments.ReleaseView;
import mn.eland.payment.Payments.Settlement;
import mn.eland.payment.collection.Commissions;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Pays out the earned price in rounds: each round was decided by the table and approved by an escrow officer. */
@Component
public class Releasing {

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Settlements settlements;
    private final SaleTax tax;
    private final Payouts payouts;
    private final PaymentProperties properties;
    private final Commissions commissions;

    Releasing(JdbcClient jdbc, Ledger ledger, Settlements settlements, SaleTax tax, Payouts payouts, PaymentProperties properties,
              Commissions commissions) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.settlements = settlements;
        this.tax = tax;
        this.payouts = payouts;
        this.properties = properties;
        this.commissions = commissions;
    }

    /** What the books know of the questions that the table asks. */
    public record Facts(Money price, Money payoffLeft, boolean taxPaid) {
    }

    public Facts facts(CaseRef caseRef) {
        var agreed = settlements.of(caseRef);
        return new Facts(agreed.price(), payoffLeft(caseRef), tax.isPaid(caseRef, agreed));
    }

    private Money payoffLeft(CaseRef caseRef) {
        return settlements.of(caseRef).mortgagePayoff().minus(ledger.moved(caseRef, "PAYOFF_PAID"));
    }

    /** Opens the next round as the table decided. */
    @Transactional
    public ReleaseStep plan(CaseRef caseRef, String action, int approvals, Money retained) {
        var step = switch (action) {
            case "RELEASE", "HOLD_RETENTION" -> ReleaseStep.RELEASE;
            case "RELEASE_PAYOFF_FIRST" -> ReleaseStep.PAYOFF;
            case "FREEZE" -> ReleaseStep.FREEZE;
            case "FREEZE_DISPUTED" -> ReleaseStep.SET_ASIDE;
            default -> ReleaseStep.HOLD;
        };
        if (step == ReleaseStep.RELEASE || step == ReleaseStep.PAYOFF) {
            commissions.close(caseRef);
        }
        jdbc.sql("""
                insert into payment.releases (case_no, round, action, approvals, retained) values (:case, 1, :action, :approvals, :retained)
                on conflict (case_no) do update set round = payment.releases.round + 1, action = :action, approvals = :approvals,
                    retained = :retained, approved_by = null, approved_name = null, second_by = null, second_name = null""")
                .param("case", caseRef.number()).param("action", action).param("approvals", Math.max(1, approvals))
                .param("retained", "HOLD_RETENTION".equals(action) ? retained.tugrug() : 0).update();
        return step;
    }

    public Optional<ReleaseView> view(CaseRef caseRef) {
        return jdbc.sql("select * from payment.releases where case_no = ?").param(caseRef.number()).query((row, n) -> {
            var first = row.getObject("approved_by", UUID.class);
            return new ReleaseView(caseRef, row.getInt("round"), row.getString("action"), row.getInt("approvals"),
                    first == null ? null : new PartyId(first), row.getString("approved_name"),
                    sellerShare(caseRef, Money.of(row.getLong("retained"))), payoffLeft(caseRef));
        }).optional();
    }

    @Transactional
    public void approved(CaseRef caseRef, Actor actor, boolean second) {
        jdbc.sql("update payment.releases set %s_by = ?, %s_name = ? where case_no = ?".replace("%s", second ? "second" : "approved"))
                .params(actor.party().value(), actor.name(), caseRef.number()).update();
    }

    private int round(CaseRef caseRef) {
        return jdbc.sql("select round from payment.releases where case_no = ?").param(caseRef.number()).query(Integer.class).single();
    }

    /** Nothing when a dispute holds more than is left. */
    private Money sellerShare(CaseRef caseRef, Money retained) {
        var share = unpaid(caseRef).minus(retained);
        return share.isPositive() ? share : Money.ZERO;
    }

    /** What the seller still gets of the price besides what is disputed; below zero when a dispute holds what belongs to others. */
    Money unpaid(CaseRef caseRef) {
        return settlements.of(caseRef).sellerNet().plus(ledger.moved(caseRef, "INTEREST_EARNED")).plus(settlements.commissionPaid(caseRef))
                .minus(ledger.moved(caseRef, "SELLER_PAID")).minus(settlements.withheld(caseRef));
    }

    public void payMortgage(CaseRef caseRef) {
        var left = payoffLeft(caseRef);
        if (left.isPositive()) {
            var bank = receiver(caseRef, Payee.MORTGAGEE);
            payouts.pay(new Order(caseRef + ":payMortgage", caseRef, "PAYOFF_PAID", Account.mortgagePayoff(caseRef),
                    Booking.of("PAYOFF_SET_ASIDE", "payoff:" + caseRef, caseRef)
                            .move(Account.seller(caseRef), Account.mortgagePayoff(caseRef), left),
                    bank.party(), bank.name(), bank.iban(), left, "Zeel haav " + caseRef));
        }
    }

    public void paySeller(CaseRef caseRef) {
        var share = sellerShare(caseRef, Money.of(retained(caseRef)));
        if (share.isPositive()) {
            var seller = receiver(caseRef, Payee.SELLER);
            payouts.pay(new Order(caseRef + ":paySeller:" + round(caseRef), caseRef, "SELLER_PAID", Account.seller(caseRef), null,
                    seller.party(), seller.name(), seller.iban(), share, "Hudaldah une " + caseRef));
        }
    }

    public void payBroker(CaseRef caseRef) {
        var agreed = settlements.of(caseRef);
        var fee = agreed.brokerFee().plus(agreed.brokerVat());
        if (fee.isPositive() && ledger.moved(caseRef, "BROKER_PAID").isZero()) {
            var broker = receiver(caseRef, Payee.BROKER);
            payouts.pay(new Order(caseRef + ":payBroker", caseRef, "BROKER_PAID", Account.broker(caseRef), brokerFeeDue(caseRef, agreed),
                    broker.party(), broker.name(), broker.iban(), fee, "Zuuchiin huls " + caseRef));
        }
    }

    /** What the seller has paid alone is not taken from the price again; null when that was all. */
    private Booking brokerFeeDue(CaseRef caseRef, Settlement agreed) {
        var paid = settlements.commissionPaid(caseRef);
        var feePaid = paid.compareTo(agreed.brokerFee()) < 0 ? paid : agreed.brokerFee();
        var due = Booking.of("BROKER_FEE_DUE", "broker:" + caseRef, caseRef)
                .move(Account.seller(caseRef), Account.broker(caseRef), agreed.brokerFee().minus(feePaid))
                .move(Account.seller(caseRef), Account.broker(caseRef), agreed.brokerVat().minus(paid.minus(feePaid)));
        return due.isEmpty() ? null : due;
    }

    public void sweepPlatformFee(CaseRef caseRef) {
        var agreed = settlements.of(caseRef);
        var fee = agreed.platformFee().plus(agreed.platformVat());
        if (fee.isPositive() && ledger.moved(caseRef, "FEE_SWEPT").isZero()) {
            payouts.pay(new Order(caseRef + ":sweepPlatformFee", caseRef, "FEE_SWEPT", Account.OWN_BANK,
                    Booking.of("PLATFORM_FEE_EARNED", "fee:" + caseRef, caseRef)
                            .move(Account.seller(caseRef), Account.PLATFORM_FEES, agreed.platformFee())
                            .move(Account.seller(caseRef), Account.VAT_PAYABLE, agreed.platformVat()),
                    null, properties.ownName(), properties.ownIban(), fee, "Huraamj " + caseRef));
        }
    }

    /** True when nothing of the case is left in escrow. */
    public boolean isPaidOut(CaseRef caseRef) {
        return ledger.balance(Account.seller(caseRef)).isZero() && ledger.balance(Account.buyer(caseRef)).isZero()
                && payoffLeft(caseRef).isZero();
    }

    /** True when all but the part that the round retains is paid out. */
    public boolean isRetentionLeft(CaseRef caseRef) {
        var retained = Money.of(retained(caseRef));
        return retained.isPositive() && ledger.balance(Account.seller(caseRef)).compareTo(retained) <= 0
                && ledger.balance(Account.buyer(caseRef)).isZero() && payoffLeft(caseRef).isZero();
    }

    private long retained(CaseRef caseRef) {
        return jdbc.sql("select retained from payment.releases where case_no = ?").param(caseRef.number()).query(Long.class).single();
    }

    private Beneficiary receiver(CaseRef caseRef, Payee payee) {
        return settlements.beneficiary(caseRef, payee).orElseThrow(() -> TransferPending.noAccount(caseRef, payee.name()));
    }
}
