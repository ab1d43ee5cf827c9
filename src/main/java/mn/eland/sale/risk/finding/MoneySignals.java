package mn.eland.sale.risk.finding;

import java.util.ArrayList;
import java.util.List;
import mn.eland.kernel.Money;
import mn.eland.payment.Inflow;
import mn.eland.payment.Inflow.Whose;
import mn.eland.sale.risk.finding.Signal.Evidence;

/** What the money says: where it comes from, in what form, and whether the contract tells the whole price. */
final class MoneySignals {

    private static final double WHOLE = 100;

    private MoneySignals() {
    }

    static List<Signal> of(Findings found) {
        return List.of(incomeMultiple(found), cashShare(found), thirdPartyPayers(found), contractToEscrowRatio(found));
    }

    private static Signal incomeMultiple(Findings found) {
        var income = found.deal().income();
        return income == null || !income.isPositive() ? Signal.unknown("incomeMultiple", "incomeNotStated")
                : Signal.of("incomeMultiple", ratio(found.deal().price(), income), Evidence.of("incomeStated", "income", income));
    }

    /** What came in counts when it is more than what was stated; a buyer who stated cash is not believed less for paying by bank first. */
    private static Signal cashShare(Findings found) {
        double stated = found.deal().cashPct() / WHOLE;
        var statement = Evidence.of("cashStated", "pct", found.deal().cashPct());
        if (!found.received().isPositive()) {
            return Signal.of("cashShare", stated, statement);
        }
        var evidence = new ArrayList<>(List.of(statement, Evidence.of("cashReceived", "cash", found.receivedInCash(), "received", found.received())));
        found.inflows().stream().filter(Inflow::cash).map(MoneySignals::inflow).forEach(evidence::add);
        return new Signal("cashShare", Math.max(stated, ratio(found.receivedInCash(), found.received())), evidence);
    }

    /** Accounts other than the buyer's. A payment by QR carries no account and says nothing. */
    private static Signal thirdPartyPayers(Findings found) {
        if (found.inflows().stream().allMatch(in -> in.whose() == Whose.UNKNOWN)) {
            return Signal.unknown("thirdPartyPayers", found.inflows().isEmpty() ? "nothingReceived" : "payersUnknown");
        }
        var strangers = found.inflows().stream().filter(in -> in.whose() == Whose.STRANGER || in.whose() == Whose.SELLER).toList();
        return new Signal("thirdPartyPayers", strangers.stream().map(Inflow::account).distinct().count(),
                strangers.stream().map(MoneySignals::inflow).toList());
    }

    private static Evidence inflow(Inflow in) {
        return Evidence.of(in.cash() ? "paidInCash" : in.whose() == Whose.SELLER ? "paidFromSellersAccount" : "paidByAnother",
                "payer", Masks.name(in.payer()), "account", Masks.account(in.account()), "amount", in.amount(), "on", Findings.day(in.at()));
    }

    /**
     * The contract's price beside what really changed hands. Before the whole price is in nothing is known: a price far
     * below the listing is then a bargain, which the comparison with the market weighs. Once it is in, both comparisons of
     * the handbook are made and the worse one counts: more came in than the contract says, or the contract says much
     * less than the listing, so that the rest may have been paid beside it.
     */
    private static Signal contractToEscrowRatio(Findings found) {
        if (!found.isPaid()) {
            return Signal.unknown("contractToEscrowRatio", "priceNotIn", "received", found.received());
        }
        double toInflow = ratio(found.deal().price(), found.received());
        double toListing = found.deal().asked().isPositive() ? ratio(found.deal().price(), found.deal().asked()) : toInflow;
        return Signal.of("contractToEscrowRatio", Math.min(toInflow, toListing),
                Evidence.of("contractToInflow", "price", found.deal().price(), "received", found.received()),
                Evidence.of("contractToListing", "price", found.deal().price(), "asked", found.deal().asked()));
    }

    private static double ratio(Money amount, Money of) {
        return (double) amount.tugrug() / of.tugrug();
    }
}
