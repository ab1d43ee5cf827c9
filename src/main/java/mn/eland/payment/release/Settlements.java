package mn.eland.payment.release;

import java.sql.Timestamp;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mn.eland.kernel.Actor;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Iban;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.kernel.Refusal;
import mn.eland.kernel.Standing;
import mn.eland.payment.Payments.Beneficiary;
import mn.eland.payment.Payments.Payee;
import mn.eland.payment.Payments.Purpose;
import mn.eland.payment.Payments.Settlement;
import mn.eland.payment.ledger.Account;
import mn.eland.payment.ledger.Booking;
import mn.eland.payment.ledger.Ledger;
import mn.eland.payment.spi.Receivers;
import mn.eland.store.reading.Reads;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed about the division of the price, to whom it goes, and when it is earned. */
@Component
public class Settlements {

    private static final Reads SETTLEMENTS = Reads.of("payment.settlements");

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final Standing standing;
    private final ObjectProvider<Receivers> receivers;
    private final ElandClock clock;

    Settlements(JdbcClient jdbc, Ledger ledger, Standing standing, ObjectProvider<Receivers> receivers, ElandClock clock) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.standing = standing;
        this.receivers = receivers;
        this.clock = clock;
    }

    @Transactional
    public void agree(CaseRef caseRef, Settlement agreed) {
        var parts = Stream.of(agreed.tax(), agreed.saleVat(), agreed.mortgagePayoff(), agreed.brokerFee(), agreed.brokerVat(),
                agreed.platformFee(), agreed.platformVat(), agreed.sellerNet()).toList();
        var sum = parts.stream().reduce(Money.ZERO, Money::plus);
        if (!sum.equals(agreed.price()) || parts.stream().anyMatch(part -> part.tugrug() < 0)) {
            throw new IllegalArgumentException("the parts of " + caseRef + " do not add up to the price: " + agreed);
        }
        if (agreed.equals(find(caseRef).orElse(null))) {
            return;
        }
        if (ledger.moved(caseRef, "SELLER_PAID", "BROKER_PAID", "PAYOFF_PAID", "FEE_SWEPT").isPositive()) {
            throw new IllegalStateException("money of " + caseRef + " was released; its settlement stands");
        }
        jdbc.sql("""
                insert into payment.settlements (case_no, price, seller, broker, tax, sale_vat, mortgage_payoff, broker_fee, broker_vat,
                    platform_fee, platform_vat, seller_net) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (case_no) do update set (price, seller, broker, tax, sale_vat, mortgage_payoff, broker_fee, broker_vat,
                    platform_fee, platform_vat, seller_net) = (excluded.price, excluded.seller, excluded.broker, excluded.tax,
                    excluded.sale_vat, excluded.mortgage_payoff, excluded.broker_fee, excluded.broker_vat, excluded.platform_fee,
                    excluded.platform_vat, excluded.seller_net)""")
                .params(caseRef.number(), agreed.price().tugrug(), agreed.seller().value(),
                        agreed.broker() == null ? null : agreed.broker().value(), agreed.tax().tugrug(),
                        agreed.saleVat().tugrug(), agreed.mortgagePayoff().tugrug(), agreed.brokerFee().tugrug(), agreed.brokerVat().tugrug(),
                        agreed.platformFee().tugrug(), agreed.platformVat().tugrug(), agreed.sellerNet().tugrug()).update();
    }

    public Settlement of(CaseRef caseRef) {
        return find(caseRef).orElseThrow(() -> new NoSuchElementException("no settlement was agreed for " + caseRef));
    }

    public Optional<Settlement> find(CaseRef caseRef) {
        return SETTLEMENTS.once(caseRef, () -> jdbc.sql("select * from payment.settlements where case_no = ?").param(caseRef.number()).query((row, n) -> {
            var broker = row.getObject("broker", UUID.class);
            return new Settlement(Money.of(row.getLong("price")), new PartyId(row.getObject("seller", UUID.class)),
                    broker == null ? null : new PartyId(broker), Money.of(row.getLong("tax")), Money.of(row.getLong("sale_vat")),
                    Money.of(row.getLong("mortgage_payoff")), Money.of(row.getLong("broker_fee")),
                    Money.of(row.getLong("broker_vat")), Money.of(row.getLong("platform_fee")),
                    Money.of(row.getLong("platform_vat")), Money.of(row.getLong("seller_net")));
        }).optional());
    }

    @Transactional
    public void payTo(CaseRef caseRef, Payee payee, Beneficiary beneficiary) {
        var iban = Iban.of(beneficiary.iban());
        jdbc.sql("""
                insert into payment.beneficiaries (case_no, payee, party, name, iban) values (?, ?, ?, ?, ?)
                on conflict (case_no, payee) do update set party = excluded.party, name = excluded.name, iban = excluded.iban""")
                .params(caseRef.number(), payee.name(), beneficiary.party() == null ? null : beneficiary.party().value(),
                        beneficiary.name(), iban.value()).update();
    }

    public Optional<Beneficiary> beneficiary(CaseRef caseRef, Payee payee) {
        return jdbc.sql("select party, name, iban from payment.beneficiaries where case_no = ? and payee = ?")
                .params(caseRef.number(), payee.name()).query((row, n) -> {
                    var party = row.getObject("party", UUID.class);
                    return new Beneficiary(party == null ? null : new PartyId(party), row.getString("name"), row.getString("iban"));
                }).optional();
    }

    /** Why this officer cannot let the money go: it is a deal of his own, or it is not proven who seller or broker is. */
    public Optional<Refusal> barred(CaseRef caseRef, PartyId officer, boolean letGo) {
        if (isParty(caseRef, officer)) {
            return Optional.of(Refusal.forbidden("OWN_DEAL"));
        }
        return !letGo ? Optional.empty() : Stream.of(Payee.SELLER, Payee.BROKER).flatMap(payee -> beneficiary(caseRef, payee).stream())
                .filter(one -> one.party() != null && receivers.stream().anyMatch(module -> !module.mayReceive(one.party())))
                .map(one -> Refusal.conflict("RECEIVER_NOT_VERIFIED").with("name", one.name())).findFirst();
    }

    /** The payer or one who is paid, in person or by a paper. */
    public boolean isPartyFor(Actor actor, CaseRef caseRef) {
        return standing.principals(actor).stream().anyMatch(one -> isParty(caseRef, one));
    }

    /** Is this person, or represents him today. */
    public boolean actsFor(Actor actor, PartyId person) {
        return standing.among(actor, List.of(person)).party().equals(person);
    }

    public boolean isParty(CaseRef caseRef, PartyId party) {
        return jdbc.sql("""
                select exists (select 1 from payment.beneficiaries where case_no = ? and party = ?)
                    or exists (select 1 from payment.collections where case_no = ? and payer = ?)""")
                .params(caseRef.number(), party.value(), caseRef.number(), party.value()).query(Boolean.class).single();
    }

    /** The price stops being the buyer's, and so does late interest; what the tax has taken before and what is disputed is part of the price. */
    @Transactional
    public void earn(CaseRef caseRef) {
        var rest = of(caseRef).price().minus(taxAdvanced(caseRef)).minus(withheld(caseRef));
        if (jdbc.sql("update payment.settlements set earned_at = ? where case_no = ? and earned_at is null")
                .params(Timestamp.from(clock.instant()), caseRef.number()).update() == 1) {
            if (rest.isPositive()) {
                ledger.post(Booking.of("PRICE_EARNED", "earned:" + caseRef, caseRef).move(Account.buyer(caseRef), Account.seller(caseRef), rest));
            }
            var interest = lateInterest(caseRef);
            if (interest.isPositive()) {
                ledger.post(Booking.of("INTEREST_EARNED", "interest:" + caseRef, caseRef)
                        .move(Account.buyer(caseRef), Account.seller(caseRef), interest));
            }
        }
    }

    /** Part of the price that a dispute has taken out of the deal and not given back to it. */
    Money withheld(CaseRef caseRef) {
        return ledger.moved(caseRef, "DISPUTE_FROZEN").minus(ledger.moved(caseRef, "DISPUTE_LIFTED"));
    }

    Money deposit(CaseRef caseRef) {
        return received(caseRef, Purpose.DEPOSIT);
    }

    private Money lateInterest(CaseRef caseRef) {
        return received(caseRef, Purpose.INTEREST);
    }

    /** Part of the agent's fee that the seller has paid alone. */
    Money commissionPaid(CaseRef caseRef) {
        return received(caseRef, Purpose.COMMISSION);
    }

    private Money received(CaseRef caseRef, Purpose purpose) {
        return Money.of(jdbc.sql("select coalesce(sum(received), 0) from payment.collections where case_no = ? and purpose = ?")
                .params(caseRef.number(), purpose.name()).query(Long.class).single());
    }

    /** Part of the price that went over to the seller before registration, because the tax has to be paid first. */
    Money taxAdvanced(CaseRef caseRef) {
        return ledger.moved(caseRef, "TAX_ADVANCED");
    }

    boolean isEarned(CaseRef caseRef) {
        return jdbc.sql("select exists (select from payment.settlements where case_no = ? and earned_at is not null)").param(caseRef.number())
                .query(Boolean.class).single();
    }
}
