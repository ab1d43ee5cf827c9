package mn.eland.sale.financing;

import static mn.eland.kernel.Outcome.refused;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
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
        return jdbc.sql("select d.* from sale.loan_decisions d join sale.financings f on f.sale = d.sale and f.bank = d.bank where d.sale = ?")
                .param(sale.number()).query(Loans::decision).optional();
    }

    /** The bank that refused before the one that is asked now. */
    @Transactional(readOnly = true)
    public Optional<String> refusedBefore(CaseRef sale) {
        return jdbc.sql("select d.bank from sale.loan_decisions d join sale.financings f on f.sale = d.sale and f.bank <> d.bank where d.sale = ?")
                .param(sale.number()).query(String.class).optional();
    }

    /** When the term for the decision, {@code P21D}, that begins now is over. */
    public Instant until(String term) {
        return workflow.plus(clock.instant(), term);
    }

    private static LoanDecision decision(ResultSet row, int number) throws SQLException {
        boolean approved = row.getBoolean("approved");
        return new LoanDecision(approved, row.getString("letter_no"), row.getObject("letter_date", LocalDate.class),
                approved ? Money.of(row.getLong("amount_mnt")) : null, approved ? Money.of(row.getLong("valuation_mnt")) : null,
                row.getString("note"));
    }

    /**
     * The buyer brings the bank's letter; the sale goes on with it or ends. A buyer who was refused may ask one other bank
     * within the term of the first: {@code other} says which and for how much, and is null otherwise. Refused with
     * {@code SECOND_BANK_USED} when this is the second already, {@code SAME_BANK}, {@code LOAN_BANK_MISSING}, {@code LOAN_OUT_OF_RANGE}.
     */
    Outcome<Void> record(Actor buyer, CaseRef sale, LoanDecision decision, Financing other) {
        var deal = deals.deal(sale);
        if (!buyer.party().equals(deal.buyer())) {
            return refused(Refusal.forbidden("TASK_NOT_YOURS"));
        }
        if (!workflow.isOpen(sale, TASK)) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        var wrong = other == null ? wrong(decision, deal.price()) : wrong(sale, decision, other, deal.price());
        if (wrong != null) {
            return refused(wrong);
        }
        var asked = of(sale);
        write(buyer, sale, asked.bank(), decision);
        deals.note(sale, decision.approved() ? "loanApproved" : "loanRefused", buyer.name(), decision.approved()
                ? Map.of("bank", asked.bank(), "amount", decision.amount().toString(), "letter", decision.letterNo())
                : Map.of("bank", asked.bank(), "letter", decision.letterNo()), null);
        if (other != null) {
            jdbc.sql("update sale.financings set bank = ?, loan_mnt = ? where sale = ?").params(other.bank(), other.amount().tugrug(), sale.number()).update();
            deals.note(sale, "otherBankAsked", buyer.name(), Map.of("bank", other.bank(), "amount", other.amount().toString()), null);
        }
        events.publishEvent(new SaleEvent.LoanDecided(sale, deal.seller(), decision.approved(), clock.instant()));
        workflow.complete(sale, TASK, buyer, Values.of(FinancingVariables.LOAN_APPROVED, decision.approved())
                .with(FinancingVariables.OTHER_BANK_ASKED, other != null)).get();
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

    private Refusal wrong(CaseRef sale, LoanDecision decision, Financing other, Money price) {
        if (refusedBefore(sale).isPresent()) {
            return Refusal.invalid("SECOND_BANK_USED", "decision");
        }
        if (other.bank() != null && other.bank().equalsIgnoreCase(of(sale).bank())) {
            return Refusal.invalid("SAME_BANK", "otherBank").with("bank", other.bank());
        }
        var unfit = other.wrong(price, Money.ZERO);
        return unfit == null ? wrong(decision, price)
                : Refusal.invalid(unfit.code(), unfit.field().equals("loanBank") ? "otherBank" : "otherLoanMnt").with("most", price);
    }

    private void write(Actor buyer, CaseRef sale, String bank, LoanDecision decision) {
        jdbc.sql("""
                insert into sale.loan_decisions (sale, bank, approved, letter_no, letter_date, amount_mnt, valuation_mnt, note, by_party, at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(sale.number(), bank, decision.approved(), decision.letterNo(), decision.letterDate(),
                        decision.approved() ? decision.amount().tugrug() : null,
                        decision.approved() ? decision.valuation().tugrug() : null, decision.note(), buyer.party().value(),
                        Timestamp.from(clock.instant())).update();
    }

    /** The bank did not decide in time, which is as good as a refusal. */
    public void bankSilent(CaseRef sale) {
        deals.note(sale, "bankSilent", null, Map.of("bank", of(sale).bank()), null);
    }
}
