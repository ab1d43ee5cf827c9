package mn.eland.sale.risk.finding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import mn.eland.property.PropertyRegister.Comparable;
import mn.eland.property.PropertyRegister.PastTransfer;
import mn.eland.sale.risk.finding.Signal.Evidence;

/** What the price says beside the market, the past of the property and the bank's valuation. */
final class PriceSignals {

    private static final int GROWTH_WINDOW_DAYS = 90;

    private PriceSignals() {
    }

    static List<Signal> of(Findings found) {
        return List.of(priceRatio(found), daysSinceLastTransfer(found), priceGrowth90d(found), transfers12m(found),
                valuationToPrice(found), ltv(found));
    }

    private static Signal priceRatio(Findings found) {
        if (found.medianPerM2() == null) {
            return Signal.unknown("priceRatio", "tooFewComparables", "count", found.similar().size());
        }
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.of("median", "median", found.medianPerM2(), "count", found.similar().size(),
                "area", found.deal().property().areaM2(), "price", found.deal().price()));
        found.similar().stream().map(PriceSignals::comparable).forEach(evidence::add);
        return new Signal("priceRatio", found.deal().price().tugrug() / (found.deal().property().areaM2() * found.medianPerM2().tugrug()), evidence);
    }

    private static Evidence comparable(Comparable similar) {
        return Evidence.of(similar.sold() ? "comparableSold" : "comparableAsked", "on", similar.on(), "area", similar.areaM2(),
                "price", similar.price(), "perM2", similar.perM2());
    }

    private static Signal daysSinceLastTransfer(Findings found) {
        if (found.transfers().isEmpty()) {
            return Signal.unknown("daysSinceLastTransfer", "noTransfers");
        }
        var last = found.transfers().get(0);
        return Signal.of("daysSinceLastTransfer", ChronoUnit.DAYS.between(last.on(), found.today()), transfer(last));
    }

    /** A flip is seen in what this sale earns over what the seller paid, so the last price paid is compared with this one. */
    private static Signal priceGrowth90d(Findings found) {
        var since = found.today().minusDays(GROWTH_WINDOW_DAYS);
        if (found.transfers().isEmpty() || found.transfers().get(0).on().isBefore(since)) {
            return Signal.unknown("priceGrowth90d", "noTransferIn90d");
        }
        var last = found.transfers().get(0);
        return Signal.of("priceGrowth90d", (double) found.deal().price().tugrug() / last.price().tugrug() - 1, transfer(last),
                Evidence.of("agreedPrice", "price", found.deal().price()));
    }

    private static Signal transfers12m(Findings found) {
        if (found.transfers().isEmpty()) {
            return Signal.unknown("transfers12m", "noTransfers");
        }
        LocalDate since = found.today().minusMonths(12);
        var inYear = found.transfers().stream().filter(past -> past.on().isAfter(since)).map(PriceSignals::transfer).toList();
        return new Signal("transfers12m", (long) inYear.size(), inYear);
    }

    private static Evidence transfer(PastTransfer past) {
        return Evidence.of("transfer", "on", past.on(), "price", past.price());
    }

    private static Signal valuationToPrice(Findings found) {
        var loan = found.loan();
        return loan == null || loan.valuation() == null ? Signal.unknown("valuationToPrice", "noValuation")
                : Signal.of("valuationToPrice", (double) loan.valuation().tugrug() / found.deal().price().tugrug(),
                        Evidence.of("valuation", "valuation", loan.valuation(), "price", found.deal().price()));
    }

    private static Signal ltv(Findings found) {
        var loan = found.loan();
        if (loan == null) {
            return Signal.unknown("ltv", "noLoan");
        }
        var worth = loan.valuation() != null && loan.valuation().compareTo(found.deal().price()) < 0 ? loan.valuation() : found.deal().price();
        return Signal.of("ltv", (double) loan.amount().tugrug() / worth.tugrug(), Evidence.of("loan", "amount", loan.amount(), "worth", worth));
    }
}
