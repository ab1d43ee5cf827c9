package mn.eland.payment.release;

import java.util.Optional;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.collection.Collections;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.transfer.Order;
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
    private final Freezing freezing;
    private final Payouts payouts;
    private final JdbcClient jdbc;

    Refunding(Ledger ledger, Collections collections, Settlements settlements, SaleTax tax, Freezing freezing, Payouts payouts,
              JdbcClient jdbc) {
        this.ledger = ledger;
        this.collections = collections;
        this.settlements = settlements;
        this.tax = tax;
        this.freezing = freezing;
        this.payouts = payouts;
        this.jdbc = jdbc;
    }

    /** @param known false when the shares are not decided; then the money, if there is any, is frozen until they are */
    public record Shares(boolean known, Money seller, Money buyer) {
    }

    /** Ends open collections and divides what is in escrow. Shares of the deposit in percent, null when nobody knows yet. */
    @Transactional
    public Shares divide(CaseRef caseRef, Long buyerPct, Long sellerPct) {
        collections.lapseAll(caseRef);
        if (buyerPct == null || sellerPct == null) {
            freezing.freeze(caseRef);
            return new Shares(freezing.frozen(caseRef).isZero(), Money.ZERO, Money.ZERO);
        }
        if (buyerPct < 0 || sellerPct < 0 || buyerPct + sellerPct != 100) {
            throw new IllegalArgumentException("shares of " + caseRef + " are not a whole: " + buyerPct + " and " + sellerPct);
        }
        tax.giveBack(caseRef);
        var reference = "forfeited:" + caseRef;
        var forfeited = smaller(deposit(caseRef), payable(caseRef)).percent(sellerPct);
        if (forfeited.isPositive() && !ledger.isBooked(reference)) {
            ledger.post(Booking.of("DEPOSIT_FORFEITED", reference, caseRef)
                    .move(Account.buyer(caseRef), Account.forfeited(caseRef), forfeited));
            ledger.post(Booking.of("FORFEIT_TO_SELLER", reference + ":seller", caseRef)
                    .move(Account.forfeited(caseRef), Account.seller(caseRef), forfeited));
        }
        return new Shares(true, sellerShare(caseRef), payable(caseRef));
    }

    private Money deposit(CaseRef caseRef) {
        return collections.view(caseRef, Purpose.DEPOSIT).map(view -> view.received()).orElse(Money.ZERO);
    }

    /** What the buyer is owed and the bank has. */
    private Money payable(CaseRef caseRef) {
        return ledger.available(Account.buyer(caseRef)).minus(tax.outstanding(caseRef));
    }

    private Money sellerShare(CaseRef caseRef) {
        return ledger.moved(caseRef, "FORFEIT_TO_SELLER").minus(ledger.moved(caseRef, "SHARE_PAID"));
    }

    public void paySellerShare(CaseRef caseRef) {
        var share = sellerShare(caseRef);
        if (share.isPositive()) {
            var seller = settlements.beneficiary(caseRef, Payee.SELLER)
                    .orElseThrow(() -> TransferPending.noAccount(caseRef, Payee.SELLER.name()));
            payouts.pay(new Order(caseRef + ":paySellerShare", caseRef, "SHARE_PAID", Account.seller(caseRef), null,
                    seller.party(), seller.name(), seller.iban(), share, "Denchin " + caseRef));
        }
    }

    public void refundBuyer(CaseRef caseRef) {
        refund(caseRef, caseRef + ":refundBuyer");
    }

    private void refund(CaseRef caseRef, String key) {
        var amount = intended(key).orElseGet(() -> payable(caseRef));
        if (amount.isPositive()) {
            var buyer = settlements.beneficiary(caseRef, Payee.BUYER).or(() -> payerAccount(caseRef))
                    .orElseThrow(() -> TransferPending.noAccount(caseRef, Payee.BUYER.name()));
            payouts.pay(new Order(key, caseRef, "REFUND_PAID", Account.buyer(caseRef), null, buyer.party(), buyer.name(),
                    buyer.iban(), amount, "Butsaan olgolt " + caseRef));
        }
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
        var cases = jdbc.sql("""
                select distinct j.case_no from payment.journals j where j.kind = 'TAX_RETURNED' and not exists
                    (select 1 from payment.transfers t where t.key = j.case_no || ':refundBuyer:tax' and t.state in ('BOOKED', 'RETURNED'))""")
                .query(String.class).list();
        for (var number : cases) {
            try {
                refund(CaseRef.of(number), number + ":refundBuyer:tax");
            } catch (TransferPending e) {
                LOG.warn("Returned tax is not passed on yet: {}", e.getMessage());
            }
        }
    }

    private static Money smaller(Money one, Money other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
