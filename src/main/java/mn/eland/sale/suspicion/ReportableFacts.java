package mn.eland.sale.suspicion;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import mn.eland.identity.Parties;
import mn.eland.identity.verification.Permits;
import mn.eland.kernel.CaseRef;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments;
import mn.eland.payment.Inflow;
import mn.eland.sale.deal.Deals;
import mn.eland.workflow.Values;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Computes the inputs of the table {@code amlReporting} from the money of a sale and its people. */
@Component
class ReportableFacts {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final String HOME = "MN";

    private final Deals deals;
    private final Parties parties;
    private final Permits permits;
    private final Payments payments;
    private final Workflow workflow;

    ReportableFacts(Deals deals, Parties parties, Permits permits, Payments payments, Workflow workflow) {
        this.deals = deals;
        this.parties = parties;
        this.permits = permits;
        this.payments = payments;
        this.workflow = workflow;
    }

    Values of(CaseRef sale, boolean suspicious) {
        var deal = deals.deal(sale);
        var inflows = payments.inflows(sale);
        var people = List.of(deal.buyer(), deal.seller());
        boolean risky = people.stream().anyMatch(person -> parties.highRiskCountry(person).isPresent());
        return money(inflows, deal.price()).with(SuspicionVariables.SUSPICIOUS, suspicious)
                .with(SuspicionVariables.ATTEMPTED, suspicious && inflows.isEmpty()).with(SuspicionVariables.SANCTIONS, isSanctioned(sale))
                .with(SuspicionVariables.COUNTRY_RISK, risky ? "HIGH" : "LOW")
                .with(SuspicionVariables.CASH_THRESHOLD, parameter("aml.cash.threshold"))
                .with(SuspicionVariables.CTR_WORKING_DAYS, parameter("aml.ctr.workingDays"))
                .with(SuspicionVariables.STR_HOURS, parameter("aml.str.hours"));
    }

    private long parameter(String key) {
        return Long.parseLong(workflow.parameter(key));
    }

    /** What the lists said of the parties when they were last identified, or say now. */
    boolean isSanctioned(CaseRef sale) {
        var deal = deals.deal(sale);
        return List.of(deal.buyer(), deal.seller()).stream().anyMatch(person -> permits.isListed(person)
                || parties.identification(person).filter(Parties.Identification::sanctions).isPresent());
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
