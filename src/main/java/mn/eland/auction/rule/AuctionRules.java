package mn.eland.auction.rule;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.bidding.Increments;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.kernel.Money;
import mn.eland.workflow.Workflow;
import org.springframework.stereotype.Component;

/** What the tables of auctions say (handbook 9A.14 to 9A.17). Lots take their terms from here when they are published and keep them. */
@Component
public class AuctionRules {

    private static final int ENOUGH_STEPS = 100;

    private final Workflow workflow;

    AuctionRules(Workflow workflow) {
        this.workflow = workflow;
    }

    /** VOLUNTARY: the owner sells. FORCED: a bailiff does. LAND_STATE: land of the state. */
    public enum Kind { VOLUNTARY, FORCED, LAND_STATE }

    /** Why a winner does not become the owner. */
    public enum Cause { FRAUD, NO_PAYMENT, NO_SIGNATURE, INELIGIBLE, SELLER_REFUSES, LOT_DEFECT }

    /**
     * @param floorPct   of what {@code floorOf} names; both empty where no further round is held
     * @param payWithin  in working days where {@code workingDays} says so
     * @param nextWithin empty when no time is set
     */
    public record Round(Optional<Integer> floorPct, Optional<String> floorOf, Optional<Integer> depositPct, Optional<Period> notice,
                 Optional<Period> payWithin, boolean workingDays, String next, Optional<Period> nextWithin, int priceCutPct) {
    }

    /** @param depositTo who gets the deposit of the winner @param banDays for how long he may not bid again */
    public record Default(String depositTo, String next, Optional<Period> nextWithin, int banDays) {
    }

    /** A sign of fraud and its weight. */
    public record Signal(String code, int points) {
    }

    /** The ladder as it stands in the table now. */
    public Increments increments() {
        var steps = new ArrayList<Step>();
        for (long from = 0; steps.size() < ENOUGH_STEPS;) {
            var row = workflow.decide("bidIncrement", Map.of("currentPriceMnt", from)).get(0);
            steps.add(new Step(Money.of(from), Money.of(number(row, "minStepMnt"))));
            if (row.get("nextStepAtMnt") == null) {
                return new Increments(steps);
            }
            from = number(row, "nextStepAtMnt");
        }
        throw new IllegalStateException("the table bidIncrement has no last step");
    }

    /** @param agreedPrice debtor and creditor agreed on a price (forced auctions) */
    public Round round(Kind kind, int round, boolean agreedPrice, Format format) {
        var row = workflow.decide("auctionTerms", Map.of("kind", kind.name(), "round", round, "agreedPrice", agreedPrice,
                "format", format == Format.OPEN ? "OPEN" : "SEALED")).get(0);
        return new Round(whole(row, "floorPct"), text(row, "floorOf"), whole(row, "depositPct"), period(row, "noticePeriod"), period(row, "payWithin"),
                Boolean.TRUE.equals(row.get("payInWorkingDays")), text(row, "nextRound").orElseThrow(), period(row, "nextRoundWithin"),
                whole(row, "priceCutPct").orElse(0));
    }

    /** @param runnerUpGapPct by how much the second best bid is below the best, in per cent of the best */
    public Default afterDefault(Kind kind, Cause cause, double runnerUpGapPct) {
        var row = workflow.decide("auctionDefault", Map.of("kind", kind.name(), "cause", cause.name(), "runnerUpGapPct", runnerUpGapPct)).get(0);
        return new Default(text(row, "depositTo").orElseThrow(), text(row, "next").orElseThrow(), period(row, "nextWithin"), whole(row, "banDays").orElse(0));
    }

    /** @param facts of the bidder, by the names of the table's columns, all of them */
    public List<Signal> signals(Map<String, Object> facts) {
        return workflow.decide("auctionFraudSignals", facts).stream()
                .map(row -> new Signal(text(row, "code").orElseThrow(), whole(row, "points").orElseThrow())).toList();
    }

    private static long number(Map<String, Object> row, String column) {
        return ((Number) row.get(column)).longValue();
    }

    private static Optional<Integer> whole(Map<String, Object> row, String column) {
        return Optional.ofNullable((Number) row.get(column)).map(Number::intValue);
    }

    private static Optional<String> text(Map<String, Object> row, String column) {
        return Optional.ofNullable((String) row.get(column));
    }

    private static Optional<Period> period(Map<String, Object> row, String column) {
        return text(row, column).map(Period::parse);
    }
}
