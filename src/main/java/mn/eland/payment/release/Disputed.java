package mn.eland.payment.release;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money the parties dispute. It lies on an account of its own (2130) from the claim until it is divided; the rest of the case
 * goes on without it. One dispute at a time.
 */
@Component
public class Disputed {

    private final Ledger ledger;
    private final Settlements settlements;
    private final Releasing releasing;
    private final Payouts payouts;
    private final JdbcClient jdbc;

    Disputed(Ledger ledger, Settlements settlements, Releasing releasing, Payouts payouts, JdbcClient jdbc) {
        this.ledger = ledger;
        this.settlements = settlements;
        this.releasing = releasing;
        this.payouts = payouts;
        this.jdbc = jdbc;
    }

    /**
     * @param tablePct the seller's part of the deposit when the deal was called off, else null
     * @param aside    a release has left the sum out
     */
    private record Claim(int number, Money amount, Integer tablePct, Money toBuyer, Money toSeller, boolean aside) {

        boolean isLive() {
            return toBuyer == null;
        }

        boolean isToSetAside() {
            return isLive() && !aside;
        }
    }

    /**
     * What buyer and seller may dispute: what the seller is to get of a price that is divided; before that the deposit, because
     * nobody knows yet what of the rest belongs to the tax, the bank and the agent.
     */
    public Money most(CaseRef caseRef) {
        var theirs = settlements.find(caseRef).isPresent() ? releasing.unpaid(caseRef) : settlements.deposit(caseRef).minus(settlements.withheld(caseRef));
        var there = ledger.available(side(caseRef));
        var most = theirs.compareTo(there) < 0 ? theirs : there;
        return most.isPositive() ? most : Money.ZERO;
    }

    /**
     * The most that the seller's bank may get out of the price: its part and the seller's, without what disputes have paid out. A sum
     * that a release has still to leave out goes back for it.
     */
    public Money mostForPayoff(CaseRef caseRef) {
        var agreed = settlements.of(caseRef);
        var whole = agreed.mortgagePayoff().plus(agreed.sellerNet());
        var goesBack = last(caseRef).filter(Claim::isToSetAside).map(Claim::amount).orElse(Money.ZERO);
        var most = agreed.mortgagePayoff().plus(releasing.unpaid(caseRef)).plus(goesBack);
        return most.compareTo(whole) > 0 ? whole : most.isPositive() ? most : Money.ZERO;
    }

    private Account side(CaseRef caseRef) {
        return settlements.isEarned(caseRef) ? Account.seller(caseRef) : Account.buyer(caseRef);
    }

    /** Takes the sum from the side that has it. */
    @Transactional
    public void freeze(CaseRef caseRef, Money sum) {
        int number = last(caseRef).map(claim -> claim.number + 1).orElse(1);
        jdbc.sql("insert into payment.disputes (case_no, number, amount) values (?, ?, ?)").params(caseRef.number(), number, sum.tugrug()).update();
        ledger.post(Booking.of("DISPUTE_FROZEN", "dispute:" + caseRef + ":" + number, caseRef).move(side(caseRef), Account.disputed(caseRef), sum));
    }

    public Money frozen(CaseRef caseRef) {
        return ledger.balance(Account.disputed(caseRef));
    }

    /** What disputes have taken out of the deal and not given back to it: what is disputed now, and what earlier claims were paid. */
    public Money taken(CaseRef caseRef) {
        return settlements.withheld(caseRef);
    }

    /** True while a release has not left the disputed sum out. */
    public boolean isToSetAside(CaseRef caseRef) {
        return last(caseRef).filter(Claim::isToSetAside).isPresent();
    }

    /** A release leaves the sum out. What of it belongs to the bank and the agent, as is known by now, goes back. */
    @Transactional
    public void setAside(CaseRef caseRef) {
        withoutOthers(caseRef, last(caseRef).filter(Claim::isLive).orElseThrow());
        jdbc.sql("update payment.disputes set aside = true where case_no = ? and to_buyer is null").param(caseRef.number()).update();
    }

    private Claim withoutOthers(CaseRef caseRef, Claim claim) {
        var others = Money.ZERO.minus(releasing.unpaid(caseRef));
        if (!others.isPositive()) {
            return claim;
        }
        lift(caseRef, claim, others, "others");
        var own = new Claim(claim.number, claim.amount.minus(others), claim.tablePct, claim.toBuyer, claim.toSeller, claim.aside);
        jdbc.sql("update payment.disputes set amount = ? where case_no = ? and number = ?")
                .params(own.amount.tugrug(), caseRef.number(), claim.number).update();
        return own;
    }

    /** The deal is called off and the table gives the seller this part of the deposit; of what is disputed too, if the claim is withdrawn. */
    @Transactional
    public void calledOff(CaseRef caseRef, long sellerPct) {
        jdbc.sql("update payment.disputes set table_pct = ? where case_no = ? and to_buyer is null").params(sellerPct, caseRef.number()).update();
    }

    /**
     * Says whose the money is. Of a price that is earned, what belongs to the bank and the agent goes back first.
     *
     * @param toBuyer  as settled or awarded, the rest is the seller's; null when the claim was withdrawn: each gets what they would have had
     * @param dealOver nothing of the deal waits for the money any more
     */
    @Transactional
    public void divide(CaseRef caseRef, Money toBuyer, boolean dealOver) {
        last(caseRef).filter(Claim::isLive).ifPresent(found -> {
            var claim = settlements.isEarned(caseRef) ? withoutOthers(caseRef, found) : found;
            var buyers = toBuyer == null ? undisputed(caseRef, claim) : toBuyer.compareTo(claim.amount) < 0 ? toBuyer : claim.amount;
            var sellers = claim.amount.minus(buyers);
            boolean goesOn = toBuyer == null ? claim.tablePct == null : !dealOver;
            if (goesOn && !settlements.isEarned(caseRef)) {
                lift(caseRef, claim, sellers, "back");
                sellers = Money.ZERO;
            }
            jdbc.sql("update payment.disputes set to_buyer = ?, to_seller = ? where case_no = ? and number = ?")
                    .params(buyers.tugrug(), sellers.tugrug(), caseRef.number(), claim.number).update();
        });
    }

    /**
     * What the buyer has of the sum when nobody claims anything: nothing of a price, the table's part of a deposit. Of the deposit an
     * earlier dispute may have taken something for good; that is not divided a second time.
     */
    private Money undisputed(CaseRef caseRef, Claim claim) {
        if (claim.tablePct == null) {
            return Money.ZERO;
        }
        var takenEarlier = taken(caseRef).minus(claim.amount);
        var left = settlements.deposit(caseRef).minus(takenEarlier);
        var deposit = left.isPositive() ? left : Money.ZERO;
        return claim.amount.minus((deposit.compareTo(claim.amount) < 0 ? deposit : claim.amount).percent(claim.tablePct.longValue()));
    }

    private void lift(CaseRef caseRef, Claim claim, Money sum, String why) {
        if (sum.isPositive()) {
            ledger.post(Booking.of("DISPUTE_LIFTED", "dispute:" + caseRef + ":" + claim.number + ":" + why, caseRef)
                    .move(Account.disputed(caseRef), side(caseRef), sum));
        }
    }

    public Paid payBuyer(CaseRef caseRef) {
        return last(caseRef).map(claim -> pay(caseRef, claim.number, Payee.BUYER, claim.toBuyer)).orElse(Paid.NOTHING);
    }

    public Paid paySeller(CaseRef caseRef) {
        return last(caseRef).map(claim -> pay(caseRef, claim.number, Payee.SELLER, claim.toSeller)).orElse(Paid.NOTHING);
    }

    private Paid pay(CaseRef caseRef, int number, Payee payee, Money sum) {
        if (!sum.isPositive()) {
            return Paid.NOTHING;
        }
        boolean buyer = payee == Payee.BUYER;
        var receiver = settlements.beneficiary(caseRef, payee).orElseThrow(() -> TransferPending.noAccount(caseRef, payee.name()));
        return payouts.pay(new Order(caseRef + ":" + (buyer ? "payBuyerPart" : "paySellerPart") + ":" + number, caseRef,
                buyer ? "DISPUTE_REFUNDED" : "DISPUTE_RELEASED", Account.disputed(caseRef), null, receiver.party(), receiver.name(),
                receiver.iban(), sum, "Margaan " + caseRef));
    }

    private Optional<Claim> last(CaseRef caseRef) {
        return jdbc.sql("select * from payment.disputes where case_no = ? order by number desc limit 1").param(caseRef.number())
                .query((row, n) -> new Claim(row.getInt("number"), Money.of(row.getLong("amount")), (Integer) row.getObject("table_pct"),
                        money((Long) row.getObject("to_buyer")), money((Long) row.getObject("to_seller")), row.getBoolean("aside"))).optional();
    }

    private static Money money(Long tugrug) {
        return tugrug == null ? null : Money.of(tugrug);
    }
}
