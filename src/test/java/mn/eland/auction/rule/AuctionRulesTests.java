package mn.eland.auction.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import mn.eland.ElandTest;
import mn.eland.auction.rule.AuctionRules.Cause;
import mn.eland.auction.rule.AuctionRules.Default;
import mn.eland.auction.rule.AuctionRules.Kind;
import mn.eland.auction.rule.AuctionRules.Signal;
import mn.eland.auction.bidding.Format;
import mn.eland.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The tables of auctions as the engine answers them. */
@ElandTest
class AuctionRulesTests {

    @Autowired AuctionRules rules;

    @ParameterizedTest
    @CsvSource({"0, 100000", "9999999, 10099999", "10000000, 10250000", "100000000, 101000000", "999999999, 1004999999", "3000000000, 3025000000"})
    void theNextBidIsOneStepOfTheTableAboveThePrice(long price, long next) {
        assertThat(rules.increments().above(Money.of(price))).isEqualTo(Money.of(next));
    }

    @Test
    void aForcedAuctionFallsFromSeventyToFiftyPerCent() {
        var first = rules.round(Kind.FORCED, 1, false, Format.OPEN);
        var second = rules.round(Kind.FORCED, 2, true, Format.OPEN);

        assertThat(first.floorPct()).contains(70);
        assertThat(first.notice()).contains(Period.ofDays(14));
        assertThat(first.payWithin()).contains(Period.ofDays(5));
        assertThat(first.workingDays()).isTrue();
        assertThat(second.floorPct()).contains(50);
        assertThat(rules.round(Kind.FORCED, 3, false, Format.OPEN).notice()).isEmpty();
    }

    @Test
    void aWinnerWhoDoesNotPayLosesTheDepositAndMayNotBidForAYear() {
        assertThat(rules.afterDefault(Kind.FORCED, Cause.NO_PAYMENT, 1)).isEqualTo(new Default("DEBTOR", "SECOND_AUCTION", Optional.of(Period.ofDays(30)), 365));
        assertThat(rules.afterDefault(Kind.VOLUNTARY, Cause.NO_PAYMENT, 5.1)).isEqualTo(new Default("SELLER", "RELIST", Optional.empty(), 365));
    }

    @Test
    void whoSharesTheSellersDeviceIsASign() {
        assertThat(rules.signals(ordinary())).isEmpty();
        var suspect = ordinary();
        suspect.put("sharedWithSeller", 1);

        assertThat(rules.signals(suspect)).containsExactly(new Signal("SHILL_LINK", 60));
    }

    private static Map<String, Object> ordinary() {
        return new HashMap<>(Map.ofEntries(Map.entry("sharedWithSeller", 0), Map.entry("sharedWithBidders", 0), Map.entry("lossesSameSeller", 0),
                Map.entry("coBidders4Auctions", 0), Map.entry("defaults12m", 0), Map.entry("accountAgeDays", 400), Map.entry("withdrawalsLastHour", 0),
                Map.entry("bidsPerMinute", 0), Map.entry("minStepShare", 0.5), Map.entry("jumpPct", 0.0), Map.entry("altWinners", false),
                Map.entry("depositPayerOther", false), Map.entry("relatedToOrganiser", false), Map.entry("vpnIp", false)));
    }
}
