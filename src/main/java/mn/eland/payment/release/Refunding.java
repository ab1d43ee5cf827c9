package mn.eland.payment.release;

import java.util.List;
import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.collection.Collections;
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

/** The deal is off: the deposit is divided as decided, everything else goes back to the buyer. */
@Component
public class Refunding {

    private static final Logger LOG = LoggerFactory.getLogger(Refunding.class);

    private final Ledger ledger;
    private final Collections collections;
    private final Settlements settlements;
    private final SaleTax tax;
    private final Fees fees;
    private final Freezing freezing;
    private final Disputed disputed;
    private final Payouts payouts;
    private final Outages outages;
    private final JdbcClient jdbc;

    Refunding(Ledger ledger, Collections collections, Settlements settlements, SaleTax tax, Fees fees, Freezing freezing, Disputed disputed,
              Payouts payouts, Outages outages, JdbcClient jdbc) {
        this.ledger = ledger;
        this.collections = collections;
        this.settlements = settlements;
        this.tax = tax;
        this.fees = fees;
        this.freezing = freezing;
        this.disputed = disputed;
        this.payouts = payouts;
        this.outages = outages;
        this.jdbc = jdbc;
    }

    /**
     * @param known    false when the shares are not decided; then the money, if there is any, is frozen until they are
     * @param keptBack they are decided, but compliance has frozen the case: nothing is due until the freeze is lifted
     */
    public record Shares(boolean known, boolean keptBack, Money seller, Money buyer) {
    }

    /** Ends open collections and divides what is in escrow, with the fees that nobody was paid. Shares of the deposit in percent, null when nobody knows yet. */
    @Transactional
    public Shares divide(CaseRef caseRef, Long buyerPct, Long sellerPct) {
        collections.lapseAll(caseRef);
        fees.giveBack(caseRef);
        if (buyerPct == null || sellerPct == null) {
            freezing.freeze(caseRef);
            return new Shares(freezing.frozen(caseRef).isZero(), false, Money.ZERO, Money.ZERO);
        }
        if (freezing.isFrozen(caseRef)) {
            return new Shares(true, true, Money.ZERO, Money.ZERO);
        }
        if (buyerPct < 0 || sellerPct < 0 || buyerPct + sellerPct != 100) {
            throw new IllegalArgumentException("shares of " + caseRef + " are not a whole: " + buyerPct + " and " + sellerPct);
        }
        tax.giveBack(caseRef);
        var reference = "forfeited:" + caseRef;
        var forfeited = smaller(undisputedDeposit(caseRef), payable(caseRef)).percent(sellerPct);
        disputed.calledOff(caseRef, sellerPct);
        if (forfeited.isPositive() && !ledger.isBooked(reference)) {
            ledger.post(Booking.of("DEPOSIT_FORFEITED", reference, caseRef)
                    .move(Account.buyer(caseRef), Account.forfeited(caseRef), forfeited));
            ledger.post(Booking.of("FORFEIT_TO_SELLER", reference + ":seller", caseRef)
                    .move(Account.forfeited(caseRef), Account.seller(caseRef), forfeited));
        }
        return new Shares(true, false, sellerShare(caseRef), payable(caseRef));
    }

    /** What is disputed counts as deposit first, and waits for the end of the dispute. */
    private Money undisputedDeposit(CaseRef caseRef) {
        var rest = settlements.deposit(caseRef).minus(settlements.withheld(caseRef));
        return rest.isPositive() ? rest : Money.ZERO;
    }

    /** What the buyer is owed and the bank has. */
    private Money payable(CaseRef caseRef) {
        return ledger.available(Account.buyer(caseRef)).minus(tax.outstanding(caseRef));
    }

    private Money sellerShare(CaseRef caseRef) {
        return ledger.moved(caseRef, "FORFEIT_TO_SELLER").minus(ledger.moved(caseRef, "SHARE_PAID"));
    }

    /** @return false when a freeze keeps the share back */
    public boolean paySellerShare(CaseRef caseRef) {
        var share = sellerShare(caseRef);
        if (share.isPositive()) {
            var seller = settlements.beneficiary(caseRef, Payee.SELLER)
                    .orElseThrow(() -> TransferPending.noAccount(caseRef, Payee.SELLER.name()));
            return !payouts.pay(new Order(caseRef + ":paySellerShare", caseRef, "SHARE_PAID", Account.seller(caseRef), null,
                    seller.party(), seller.name(), seller.iban(), share, "Denchin " + caseRef)).keptBack();
        }
        return true;
    }

    /** @return false when a freeze keeps the money back */
    public boolean refundBuyer(CaseRef caseRef) {
        return refund(caseRef, caseRef + ":refundBuyer");
    }

    private boolean refund(CaseRef caseRef, String key) {
        var amount = intended(key).orElseGet(() -> payable(caseRef));
        if (amount.isPositive()) {
            var buyer = settlements.beneficiary(caseRef, Payee.BUYER).or(() -> payerAccount(caseRef))
                    .orElseThrow(() -> TransferPending.noAccount(caseRef, Payee.BUYER.name()));
            return !payouts.pay(new Order(key, caseRef, "REFUND_PAID", Account.buyer(caseRef), null, buyer.party(), buyer.name(),
                    buyer.iban(), amount, "Butsaan olgolt " + caseRef)).keptBack();
        }
        return true;
    }

    /** A refund on its way holds its amount, which then is no longer payable: ask the intention itself. */
    private Optional<Money> intended(String key) {
        return jdbc.sql("select amount from payment.transfers where key = ? and state <> 'REFUSED'").param(key)
                .query((row, n) -> Money.of(row.getLong(1))).optional();
    }

    private Optional<Beneficiary> payerAccount(CaseRef caseRef) {
        return jdbc.sql("""
                select payer_name, payer_account from payment.receipts where case_no = ? and channel = 'BANK' and accepted > 0
                order by id limit 1""").param(caseRef.number())
                .query((row, n) -> new Beneficiary(null, row.getString(1) == null ? row.getString(2) : row.getString(1), row.getString(2)))
                .optional().filter(account -> Iban.isValid(account.iban()));
    }

    /** Hands on what the tax authority has returned. */
    public void passOnReturnedTax() {
        outages.round("returnedTax", this::passOnReturnedTax);
    }

    /** How many deals wait for tax that was returned. */
    public int returnedTaxWaiting() {
        return returnedTax().size();
    }

    private List<String> returnedTax() {
        return jdbc.sql("""
                select distinct j.case_no from payment.journals j where j.kind = 'TAX_RETURNED' and not exists
                    (select 1 from payment.transfers t where t.key = j.case_no || ':refundBuyer:tax' and t.state in ('BOOKED', 'RETURNED'))""")
                .query(String.class).list();
    }

    private void passOnReturnedTax(Round round) {
        for (var number : returnedTax()) {
            try {
                refund(CaseRef.of(number), number + ":refundBuyer:tax");
                round.answered();
            } catch (RuntimeException e) {
                round.failed(e);
                LOG.warn("Returned tax is not passed on yet: {}", e.getMessage());
            }
        }
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
