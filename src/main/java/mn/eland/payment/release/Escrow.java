package mn.eland.payment.release;

import java.util.List;
import java.util.UUID;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Inflow;
import mn.eland.payment.Payout;
import mn.eland.payment.PayoutHold;
import mn.eland.payment.Payments.EscrowView;
import mn.eland.payment.Payments.PostingView;
import mn.eland.payment.StrangerPaid;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.ledger.TrialBalance;
import mn.eland.payment.transfer.Holds;
import mn.eland.payment.transfer.NameChecks;
import mn.eland.store.reading.Reads;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the books say of a case. */
@Component
public class Escrow {

    private static final Reads BENEFICIARIES = Reads.of("payment.beneficiaries");

    private final Ledger ledger;
    private final Freezing freezing;
    private final Disputed disputed;
    private final Holds holds;
    private final JdbcClient jdbc;

    Escrow(Ledger ledger, Freezing freezing, Disputed disputed, Holds holds, JdbcClient jdbc) {
        this.ledger = ledger;
        this.freezing = freezing;
        this.disputed = disputed;
        this.holds = holds;
        this.jdbc = jdbc;
    }

    public EscrowView of(CaseRef caseRef) {
        var earned = List.of(Account.seller(caseRef), Account.taxPayable(caseRef), Account.saleVat(caseRef), Account.mortgagePayoff(caseRef),
                Account.broker(caseRef), Account.notary(caseRef), Account.stateFee(caseRef)).stream().map(ledger::balance).reduce(Money.ZERO, Money::plus);
        var released = ledger.moved(caseRef, "SELLER_PAID", "SHARE_PAID", "BROKER_PAID", "PAYOFF_PAID", "TAX_PAID", "VAT_PAID", "FEE_SWEPT",
                "NOTARY_PAID", "STATE_FEE_PAID", "DISPUTE_RELEASED", "PAYMENT_SENT_AGAIN").minus(ledger.moved(caseRef, "PAYMENT_CAME_BACK"));
        var refunded = ledger.moved(caseRef, "REFUND_PAID", "DISPUTE_REFUNDED", "REFUND_SENT_AGAIN").minus(ledger.moved(caseRef, "REFUND_CAME_BACK"));
        return new EscrowView(caseRef, ledger.balance(Account.buyer(caseRef)), earned, freezing.frozen(caseRef).plus(disputed.frozen(caseRef)), released, refunded,
                holds(caseRef), strangers(caseRef), payouts(caseRef));
    }

    /** As if compliance kept nothing back. */
    public EscrowView untold(CaseRef caseRef) {
        var all = of(caseRef);
        return new EscrowView(caseRef, all.held().plus(freezing.frozen(caseRef, "buyer")), all.earned().plus(freezing.frozen(caseRef, "seller")),
                disputed.frozen(caseRef), all.released(), all.refunded(), all.heldPayouts(), all.strangers(), all.payouts());
    }

    /** The head of compliance lets a frozen case go. */
    public void lift(Actor head, CaseRef caseRef, String note) {
        freezing.lift(head, caseRef, note);
    }

    private List<PayoutHold> holds(CaseRef caseRef) {
        return holds.ofCase(caseRef).stream()
                .map(hold -> new PayoutHold(hold.party(), hold.toName(), hold.amount(), hold.reason().name(), hold.since())).toList();
    }

    private List<Payout> payouts(CaseRef caseRef) {
        return jdbc.sql("select * from payment.transfers where case_no = ? and state = 'BOOKED' and party is not null order by id")
                .param(caseRef.number()).query((row, n) -> new Payout(row.getLong("id"), new PartyId(row.getObject("party", UUID.class)),
                        row.getString("kind"), Money.of(row.getLong("amount")), row.getTimestamp("ended_at").toInstant(),
                        "EL%010d".formatted(row.getLong("id")), row.getString("journal_no"))).list();
    }

    private List<StrangerPaid> strangers(CaseRef caseRef) {
        return jdbc.sql("select * from payment.receipts where case_no = ? and third_party order by id").param(caseRef.number())
                .query((row, n) -> new StrangerPaid(row.getString("payer_name") == null ? "•••" : NameChecks.masked(row.getString("payer_name")),
                        Money.of(row.getLong("amount")), "THIRD_PARTY".equals(row.getString("problem")) && row.getString("state").equals("WAITING"),
                        row.getTimestamp("received_at").toInstant())).list();
    }

    public List<PostingView> postings(CaseRef caseRef) {
        return ledger.entries(caseRef).stream().map(entry -> new PostingView(entry.journal() + "-" + entry.line(), entry.at(),
                entry.kind(), entry.debit(), entry.credit(), entry.amount(), entry.reference())).toList();
    }

    public TrialBalance trialBalance() {
        var proof = ledger.prove();
        return new TrialBalance(proof.sum(), proof.belowZero(), proof.drifted(), proof.journals());
    }

    /** Money paid in at the counter has no account behind it. */
    public List<Inflow> inflows(CaseRef caseRef) {
        var buyer = known(caseRef, "BUYER");
        var seller = known(caseRef, "SELLER");
        return jdbc.sql("""
                select received_at, amount, channel = 'BANK' and payer_account is null as cash, payer_name, payer_account
                from payment.receipts where case_no = ? and state not in ('RETURNING', 'RETURNED') order by received_at, id""")
                .param(caseRef.number())
                .query((row, n) -> new Inflow(row.getTimestamp("received_at").toInstant(), Money.of(row.getLong("amount")),
                        row.getBoolean("cash"), row.getString("payer_name"), row.getString("payer_account"),
                        Payer.of(row.getString("payer_account"), row.getString("payer_name"), buyer, seller))).list();
    }

    private Payer.Known known(CaseRef caseRef, String payee) {
        return BENEFICIARIES.once(caseRef + payee, () -> jdbc.sql("select name, iban from payment.beneficiaries where case_no = ? and payee = ?")
                .params(caseRef.number(), payee).query((row, n) -> new Payer.Known(row.getString("name"), row.getString("iban"))).optional()).orElse(null);
    }
}
