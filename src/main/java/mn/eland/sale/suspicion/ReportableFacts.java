package mn.eland.sale.suspicion;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments;
import mn.eland.payment.Inflow;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import org.springframework.stereotype.Component;

/** Computes the inputs of the table {@code amlReporting} from the money of a sale and its people. */
@Component
class ReportableFacts {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String HOME = "MN";

    private final Deals deals;
    private final Parties parties;
    private final Payments payments;

    ReportableFacts(Deals deals, Parties parties, Payments payments) {
        this.deals = deals;
        this.parties = parties;
        this.payments = payments;
    }

    Values of(CaseRef sale, boolean suspicious) {
        var deal = deals.deal(sale);
        var inflows = payments.inflows(sale);
        var people = List.of(deal.buyer(), deal.seller());
        boolean risky = people.stream().anyMatch(person -> parties.highRiskCountry(person).isPresent());
        boolean sanctions = people.stream().anyMatch(person -> parties.identification(person).filter(Parties.Identification::sanctions).isPresent());
        return money(inflows, deal.price()).with(SuspicionVariables.SUSPICIOUS, suspicious)
                .with(SuspicionVariables.ATTEMPTED, suspicious && inflows.isEmpty()).with(SuspicionVariables.SANCTIONS, sanctions)
                .with(SuspicionVariables.COUNTRY_RISK, risky ? "HIGH" : "LOW");
    }

    /**
     * Cash is asked about with the sum of the cash, foreign payments with their sum; of both, the larger one. Before any
     * payment the price stands for the amount.
     */
    static Values money(List<Inflow> inflows, Money price) {
        var cash = inflows.stream().filter(Inflow::cash).toList();
        var foreign = inflows.stream().filter(in -> in.account() != null && !in.account().startsWith(HOME)).toList();
        var reportable = Stream.of(sum(cash), sum(foreign)).max(Money::compareTo).orElse(Money.ZERO);
        var all = inflows.isEmpty() ? price : sum(inflows);
        var week = densestWeek(cash);
        return Values.of(SuspicionVariables.METHOD, cash.isEmpty() ? "TRANSFER" : "CASH")
                .with(SuspicionVariables.AMOUNT, cash.isEmpty() && foreign.isEmpty() ? all : reportable)
                .with(SuspicionVariables.CROSS_BORDER, !foreign.isEmpty())
                .with(SuspicionVariables.CASH_7D_SUM, sum(week)).with(SuspicionVariables.CASH_7D_COUNT, (long) week.size());
    }

    /** The seven days that saw most cash. */
    private static List<Inflow> densestWeek(List<Inflow> cash) {
        return cash.stream().map(first -> cash.stream().filter(in -> !in.at().isBefore(first.at()) && in.at().isBefore(first.at().plus(WEEK))).toList())
                .max((one, other) -> sum(one).compareTo(sum(other))).orElse(List.of());
    }

    private static Money sum(List<Inflow> inflows) {
        return inflows.stream().map(Inflow::amount).reduce(Money.ZERO, Money::plus);
    }
}
