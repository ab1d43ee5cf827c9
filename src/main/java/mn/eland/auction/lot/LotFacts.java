package mn.eland.auction.lot;

import java.util.List;
import java.util.stream.Stream;
import mn.eland.workflow.spi.TaskForm.Fact;

/** What every task of a lot shows beside its form. */
final class LotFacts {

    private LotFacts() {
    }

    static List<Fact> of(Lot lot) {
        return List.of(Fact.of("auction.fact.lot", lot.subject()), Fact.of("auction.fact.listing", lot.listing().number()),
                Fact.of("auction.fact.start", lot.start()), Fact.of("auction.fact.deposit", lot.deposit()),
                Fact.of("auction.fact.opensAt", lot.opensAt()), Fact.of("auction.fact.closesAt", lot.closesAt()));
    }

    /** For the seller and the auctioneer, who alone know the reserve. */
    static List<Fact> withReserve(Lot lot) {
        return Stream.concat(of(lot).stream(), lot.reserve().stream().map(reserve -> Fact.of("auction.fact.reserve", reserve))).toList();
    }
}
