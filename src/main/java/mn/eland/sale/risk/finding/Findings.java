package mn.eland.sale.risk.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mn.eland.identity.Parties.Country;
import mn.eland.identity.Parties.Trace;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import mn.eland.payment.Inflow;
import mn.eland.property.PropertyRegister.Comparable;
import mn.eland.property.PropertyRegister.PastTransfer;
import mn.eland.sale.deal.Deal;
import mn.eland.sale.deal.Representative;

/**
 * All that was known of a sale at one moment; the signals are computed from it and from nothing else.
 *
 * @param medianPerM2 of the similar properties, null when there are too few
 * @param loan        null when none is known
 * @param agent       null when there is none
 * @param powers      who acts for seller or buyer by power of attorney
 * @param others      other sales in which one of the people or the property took part
 * @param notaryAt    when the notary was booked, null before
 */
public record Findings(Deal deal, Instant now, Money medianPerM2, List<Comparable> similar, List<PastTransfer> transfers, List<Inflow> inflows,
                Loan loan, Person seller, Person buyer, Person agent, List<Power> powers, List<Other> others,
                List<Said> messages, Instant acceptedAt, Instant notaryAt) {

    /** @param age null for companies */
    public record Person(PartyId id, String name, Integer age, List<Trace> traces, Country highRisk) {
    }

    /** @param acts the deals of the last twelve months in which the holder acted for anybody, this one included */
    public record Power(boolean ofSeller, Representative holder, List<Other> acts) {
    }

    public record Said(String by, String text, Instant at) {
    }

    public record Other(String number, LocalDate on, PartyId seller, PartyId buyer, PartyId agent) {
    }

    public LocalDate today() {
        return day(now);
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ElandClock.ULAANBAATAR);
    }

    public Money received() {
        return inflows.stream().map(Inflow::amount).reduce(Money.ZERO, Money::plus);
    }

    public Money receivedInCash() {
        return inflows.stream().filter(Inflow::cash).map(Inflow::amount).reduce(Money.ZERO, Money::plus);
    }

    /** True once at least the price has come in; before that the inflow says nothing of the price. */
    public boolean isPaid() {
        return received().compareTo(deal.price()) >= 0;
    }
}
