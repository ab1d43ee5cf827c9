package mn.eland.sale.financing;

import static mn.eland.kernel.Outcome.refused;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.Outcome;
import mn.eland.kernel.PropertyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Role;
import mn.eland.payment.Payments;
import mn.eland.payment.Payments.Settlement;
import mn.eland.payment.dispute.DisputedMoney;
import mn.eland.property.PayoffLetter;
import mn.eland.property.PropertyRegister;
import mn.eland.property.TitleReading;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The seller's mortgage: its bank is paid out of the price before the seller, as its letter says. */
@Component
@Transactional
public class Payoffs {

    private static final String TASK = "renewPayoff";

    private final PropertyRegister register;
    private final Payments payments;
    private final DisputedMoney disputed;
    private final Deals deals;
    private final Workflow workflow;
    private final JdbcClient jdbc;
    private final ElandClock clock;

    Payoffs(PropertyRegister register, Payments payments, DisputedMoney disputed, Deals deals, Workflow workflow, JdbcClient jdbc, ElandClock clock) {
        this.register = register;
        this.payments = payments;
        this.disputed = disputed;
        this.deals = deals;
        this.workflow = workflow;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The bank's letter for a property that the register shows mortgaged. */
    @Transactional(readOnly = true)
    public Optional<PayoffLetter> standing(PropertyId property) {
        return register.title(property).filter(TitleReading::mortgage).flatMap(title -> register.payoff(property));
    }

    /** Fixes what the bank gets out of this sale and tells the cashier where; zero without a mortgage. */
    public Money agree(CaseRef sale, PropertyId property) {
        var letter = standing(property);
        letter.ifPresent(found -> keep(sale, found));
        return letter.map(PayoffLetter::amount).orElse(Money.ZERO);
    }

    Optional<PayoffLetter> of(CaseRef sale) {
        return jdbc.sql("select * from sale.payoffs where sale = ?").param(sale.number())
                .query((row, n) -> new PayoffLetter(row.getString("bank"), row.getString("letter_no"),
                        row.getObject("letter_date", LocalDate.class), Money.of(row.getLong("amount_mnt")), row.getString("iban"),
                        row.getObject("valid_until", LocalDate.class))).optional();
    }

    /** True when the bank's word on its debt holds no more, so that nobody knows what is owed, or when disputes have left less than is owed. */
    @Transactional(readOnly = true)
    public boolean isLetterNeeded(CaseRef sale) {
        return of(sale).filter(letter -> !letter.isValidOn(clock.today()) || letter.amount().compareTo(most(sale)) > 0).isPresent();
    }

    /** What is there for the bank. */
    Money most(CaseRef sale) {
        return disputed.mostForPayoff(sale);
    }

    /** An escrow officer brings the bank's new letter; the seller's part follows from it. */
    Outcome<Void> renew(Actor officer, CaseRef sale, PayoffLetter letter) {
        if (!officer.is(Role.ESCROW_OFFICER)) {
            return refused(Refusal.forbidden("ESCROW_OFFICERS_ONLY"));
        }
        var settled = payments.settlement(sale).orElseThrow();
        var rest = settled.sellerNet().plus(settled.mortgagePayoff());
        var wrong = wrong(letter, most(sale));
        if (wrong != null) {
            return refused(wrong);
        }
        if (workflow.openTasks(officer, sale).stream().noneMatch(task -> task.taskKey().equals(TASK))) {
            return refused(Refusal.conflict("TASK_GONE").with("by", "").with("at", ""));
        }
        settleAnew(sale, settled, letter.amount(), rest.minus(letter.amount()));
        keep(sale, letter);
        deals.note(sale, "payoffRenewed", officer.name(), Map.of("bank", letter.bank(), "amount", letter.amount().toString()), null);
        workflow.complete(sale, TASK, officer, Values.none()).get();
        return Outcome.done();
    }

    private Refusal wrong(PayoffLetter letter, Money most) {
        if (letter.letterDate().isAfter(clock.today())) {
            return Refusal.invalid("DATE_IN_FUTURE", "letterDate");
        }
        if (!letter.validUntil().isAfter(clock.today())) {
            return Refusal.invalid("PAYOFF_EXPIRED", "payoffValidUntil");
        }
        if (!Iban.isValid(Iban.plain(letter.iban()))) {
            return Refusal.invalid("IBAN_INVALID", "payoffIban");
        }
        return letter.amount().compareTo(most) <= 0 ? null : Refusal.invalid("PAYOFF_ABOVE_ESCROW", "payoffMnt").with("most", most);
    }

    private void settleAnew(CaseRef sale, Settlement old, Money payoff, Money net) {
        payments.agreeSettlement(sale, new Settlement(old.price(), old.seller(), old.broker(), old.tax(), old.saleVat(), payoff, old.brokerFee(),
                old.brokerVat(), old.platformFee(), old.platformVat(), net));
        jdbc.sql("update sale.settlements set payoff_mnt = ?, seller_net_mnt = ? where sale = ?")
                .params(payoff.tugrug(), net.tugrug(), sale.number()).update();
    }

    private void keep(CaseRef sale, PayoffLetter letter) {
        jdbc.sql("""
                insert into sale.payoffs (sale, bank, letter_no, letter_date, amount_mnt, iban, valid_until) values (?, ?, ?, ?, ?, ?, ?)
                on conflict (sale) do update set bank = excluded.bank, letter_no = excluded.letter_no, letter_date = excluded.letter_date,
                    amount_mnt = excluded.amount_mnt, iban = excluded.iban, valid_until = excluded.valid_until""")
                .params(sale.number(), letter.bank(), letter.letterNo(), letter.letterDate(), letter.amount().tugrug(),
                        Iban.of(letter.iban()).value(), letter.validUntil()).update();
        payments.payTo(sale, Payments.Payee.MORTGAGEE, new Payments.Beneficiary(null, letter.bank(), letter.iban()));
    }
}
