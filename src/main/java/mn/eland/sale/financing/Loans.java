package mn.eland.sale.financing;

import static mn.eland.kernel.Outcome.refused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.Refusal;
import mn.eland.sale.SaleEvent;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a purchase is financed, and what the buyer's bank decided. Banks offer no interface for it: the buyer brings the letter. */
@Component
@Transactional
public class Loans {

    private static final String TASK = "recordLoanDecision";

    private final Deals deals;
    private final Workflow workflow;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final ElandClock clock;

    Loans(Deals deals, Workflow workflow, JdbcClient jdbc, ApplicationEventPublisher events, ElandClock clock) {
        this.deals = deals;
        this.workflow = workflow;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Keeps what the buyer said with the offer. */
    public void keep(CaseRef sale, Financing financing) {
        if (financing.loan()) {
            jdbc.sql("insert into sale.financings (sale, bank, loan_mnt, clause) values (?, ?, ?, ?)")
                    .params(sale.number(), financing.bank(), financing.amount().tugrug(), financing.clause()).update();
        }
    }

    @Transactional(readOnly = true)
    public Financing of(CaseRef sale) {
        return jdbc.sql("select * from sale.financings where sale = ?").param(sale.number())
                .query((row, n) -> Financing.loan(row.getString("bank"), Money.of(row.getLong("loan_mnt")), row.getBoolean("clause")))
                .optional().orElseGet(Financing::own);
    }

    /** What the bank decided, or empty while it has not. */
    @Transactional(readOnly = true)
    public Optional<LoanDecision> decision(CaseRef sale) {
        return jdbc.sql("select * from sale.loan_decisions where sale = ?").param(sale.number()).query(Loans::decision).optional();
    }

    private static LoanDecision decision(ResultSet row, int number) throws SQLException {
        boolean approved = row.getBoolean("approved");
        return new LoanDecision(approved, row.getString("letter_no"), row.getObject("letter_date", LocalDate.class),
                approved ? Money.of(row.getLong("amount_mnt")) : null, approved ? Money.of(row.getLong("valuation_mnt")) : null,
                row.getString("note"));
    }

    /** The buyer brings the bank's letter; the sale goes on with it or ends. */
    Outcome<Void> record(Actor buyer, CaseRef sale, LoanDecision decision) {
        var deal = deals.deal(sale);
        if (!buyer.party().equals(deal.buyer())) {
            return refused(Refusal.forbidden("TASK_NOT_YOURS"));
        }
        if (!workflow.isOpen(sale, TASK)) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        var wrong = wrong(decision, deal.price());
        if (wrong != null) {
            return refused(wrong);
        }
        write(buyer, sale, decision);
        deals.note(sale, decision.approved() ? "loanApproved" : "loanRefused", buyer.name(), decision.approved()
                ? Map.of("bank", of(sale).bank(), "amount", decision.amount().toString(), "letter", decision.letterNo())
                : Map.of("bank", of(sale).bank(), "letter", decision.letterNo()), null);
        events.publishEvent(new SaleEvent.LoanDecided(sale, deal.seller(), decision.approved(), clock.instant()));
        workflow.complete(sale, TASK, buyer, Values.of(FinancingVariables.LOAN_APPROVED, decision.approved())).get();
        return Outcome.done();
    }

    private Refusal wrong(LoanDecision decision, Money price) {
        if (decision.letterDate().isAfter(clock.today())) {
            return Refusal.invalid("DATE_IN_FUTURE", "letterDate");
        }
        if (!decision.approved()) {
            return null;
        }
        if (decision.amount() == null || !decision.amount().isPositive() || decision.amount().compareTo(price) > 0) {
            return Refusal.invalid("LOAN_OUT_OF_RANGE", "loanMnt").with("most", price);
        }
        return decision.valuation() != null && decision.valuation().isPositive() ? null : Refusal.invalid("FIELD_REQUIRED", "valuationMnt");
    }

    private void write(Actor buyer, CaseRef sale, LoanDecision decision) {
        jdbc.sql("""
                insert into sale.loan_decisions (sale, approved, letter_no, letter_date, amount_mnt, valuation_mnt, note, by_party, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(sale.number(), decision.approved(), decision.letterNo(), decision.letterDate(),
                        decision.approved() ? decision.amount().tugrug() : null,
                        decision.approved() ? decision.valuation().tugrug() : null, decision.note(), buyer.party().value(),
                        Timestamp.from(clock.instant())).update();
    }

    /** The bank did not decide in time, which is as good as a refusal. */
    public void bankSilent(CaseRef sale) {
        deals.note(sale, "bankSilent", null, Map.of("bank", of(sale).bank()), null);
    }
}
