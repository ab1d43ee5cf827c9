package mn.eland.payment.release;

import java.util.List;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.EscrowView;
import mn.eland.payment.Inflow;
import mn.eland.payment.Payments.PostingView;
import mn.eland.payment.Payments.TrialBalance;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Ledger;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what the books say of a case. */
@Component
public class Escrow {

    private final Ledger ledger;
    private final Freezing freezing;
    private final JdbcClient jdbc;

    Escrow(Ledger ledger, Freezing freezing, JdbcClient jdbc) {
        this.ledger = ledger;
        this.freezing = freezing;
        this.jdbc = jdbc;
    }

    public EscrowView of(CaseRef caseRef) {
        var earned = List.of(Account.seller(caseRef), Account.taxPayable(caseRef), Account.mortgagePayoff(caseRef),
                Account.broker(caseRef), Account.notary(caseRef), Account.stateFee(caseRef)).stream().map(ledger::balance).reduce(Money.ZERO, Money::plus);
        return new EscrowView(caseRef, ledger.balance(Account.buyer(caseRef)), earned, freezing.frozen(caseRef),
                ledger.moved(caseRef, "SELLER_PAID", "SHARE_PAID", "BROKER_PAID", "PAYOFF_PAID", "TAX_PAID", "FEE_SWEPT", "NOTARY_PAID",
                        "STATE_FEE_PAID"),
                ledger.moved(caseRef, "REFUND_PAID"));
    }

    public List<PostingView> postings(CaseRef caseRef) {
        return ledger.entries(caseRef).stream().map(entry -> new PostingView(entry.journal() + "-" + entry.line(), entry.at(),
                entry.kind(), entry.debit(), entry.credit(), entry.amount(), entry.reference())).toList();
    }

    public TrialBalance trialBalance() {
        var proof = ledger.prove();
        return new TrialBalance(proof.sum(), proof.belowZero(), proof.drifted(), proof.journals());
    }

    /** Money paid in at the counter has no account behind it; a payer is a stranger when the account is not a party's. */
    public List<Inflow> inflows(CaseRef caseRef) {
        return jdbc.sql("""
                select r.received_at, r.amount, r.channel = 'BANK' and r.payer_account is null as cash, r.payer_name, r.payer_account,
                       case when r.payer_account is null or b.iban is null then 'UNKNOWN' when r.payer_account = b.iban then 'BUYER'
                            when r.payer_account = s.iban then 'SELLER' else 'STRANGER' end as whose
                from payment.receipts r
                left join payment.beneficiaries b on b.case_no = r.case_no and b.payee = 'BUYER'
                left join payment.beneficiaries s on s.case_no = r.case_no and s.payee = 'SELLER'
                where r.case_no = ? and r.state not in ('RETURNING', 'RETURNED') order by r.received_at, r.id""").param(caseRef.number())
                .query((row, n) -> new Inflow(row.getTimestamp("received_at").toInstant(), Money.of(row.getLong("amount")),
                        row.getBoolean("cash"), row.getString("payer_name"), row.getString("payer_account"),
                        Inflow.Whose.valueOf(row.getString("whose")))).list();
    }
}
