package mn.eland.auction.bidding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.auction.bidding.SealedBidding.SealedBid;
import mn.eland.kernel.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules by example, in the words of the lot page; all random cases are with {@link ReferenceAuctionTests}. */
class BiddingTests {

    private static final Instant OPENS = Instant.parse("2026-11-27T02:00:00Z");
    private static final Instant CLOSES = OPENS.plus(Duration.ofHours(1));
    private static final Instant NOON = OPENS.plus(Duration.ofMinutes(30));
    private static final SoftClose FIVE_MINUTES = new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), 12);
    private static final Increments STEPS = new Increments(List.of(new Step(Money.ZERO, Money.of(100_000)),
            new Step(Money.of(10_000_000), Money.of(250_000)), new Step(Money.of(50_000_000), Money.of(500_000))));
    private static final UUID LOT = UUID.fromString("6f1c2a44-0d3e-4a55-9b0e-0a7d7a3c1f01");
    private static final String KEY = "0123456789abcdef".repeat(4);
    private static final int BAT = 1;
    private static final int SARNAI = 2;

    private final Terms terms = terms(Format.OPEN, Optional.empty());
    private LotState lot = LotState.before(terms);

    @Test
    void theFirstBidStandsAtTheStartPriceHoweverHighItsLimit() {
        assertThat(bid(BAT, 60_000_000)).isEqualTo(Answer.LEADING);

        assertThat(lot.price()).isEqualTo(Money.of(20_000_000));
        assertThat(lot.leastNext(terms)).isEqualTo(Money.of(20_250_000));
    }

    @Test
    void theWinnerPaysTheSecondLimitAndOneStep() {
        bid(BAT, 60_000_000);

        assertThat(bid(SARNAI, 49_900_000)).isEqualTo(Answer.OUTBID);
        assertThat(lot.price()).isEqualTo(Money.of(50_150_000));
        assertThat(bid(SARNAI, 59_800_000)).isEqualTo(Answer.OUTBID);
        assertThat(OpenBidding.result(terms, lot)).isEqualTo(new Result(Result.Kind.SOLD, BAT, Money.of(60_000_000), List.of()));
    }

    @Test
    void ofEqualLimitsTheEarlierLeads() {
        bid(BAT, 30_000_000);

        assertThat(bid(SARNAI, 30_000_000)).isEqualTo(Answer.OUTBID);
        assertThat(lot.leader()).isEqualTo(BAT);
        assertThat(lot.price()).isEqualTo(Money.of(30_000_000));
    }

    @Test
    void whoLeadsMayRaiseTheLimitInSecretButNotLowerIt() {
        bid(BAT, 30_000_000);

        assertThat(bid(BAT, 30_000_000)).isEqualTo(Answer.OWN_BID);
        assertThat(bid(BAT, 40_000_000)).isEqualTo(Answer.LEADING);
        assertThat(lot.price()).isEqualTo(Money.of(20_000_000));
    }

    @ParameterizedTest
    @CsvSource({"-1, TOO_EARLY", "0, LEADING", "3599999, LEADING", "3600000, TOO_LATE", "3600001, TOO_LATE"})
    void aMillisecondDecides(long afterOpening, Answer answer) {
        assertThat(decide(BAT, 20_000_000, OPENS.plusMillis(afterOpening))).isEqualTo(answer);
    }

    @ParameterizedTest
    @CsvSource({"19999999, TOO_LOW", "0, TOO_LOW", "-20000000, TOO_LOW", "-9223372036854775808, TOO_LOW", "1000000001, TOO_HIGH",
            "9223372036854775807, TOO_HIGH"})
    void anAmountOutOfReasonIsRefused(long amount, Answer answer) {
        assertThat(bid(BAT, amount)).isEqualTo(answer);
        assertThat(lot).isEqualTo(LotState.before(terms));
    }

    @Test
    void aLateBidMovesTheCloseAndARefusedOneDoesNot() {
        assertThat(decide(BAT, 20_000_000, CLOSES.minus(Duration.ofMinutes(5)).minusMillis(1))).isEqualTo(Answer.LEADING);
        assertThat(lot.closesAt()).isEqualTo(CLOSES);

        for (int i = 0; i < 10_000; i++) {
            assertThat(decide(SARNAI, 20_249_999, CLOSES.minusMillis(1))).isEqualTo(Answer.TOO_LOW);
        }
        assertThat(lot.closesAt()).isEqualTo(CLOSES);
        decide(SARNAI, 20_250_000, CLOSES.minusMillis(1));
        assertThat(lot.closesAt()).isEqualTo(CLOSES.plus(Duration.ofMinutes(5)));
    }

    @Test
    void raisingOnesOwnLimitInSecretBuysNoTime() {
        decide(BAT, 20_000_000, NOON);

        decide(BAT, 90_000_000, CLOSES.minusMillis(1));

        assertThat(lot.closesAt()).isEqualTo(CLOSES);
    }

    @Test
    void theCloseMovesTwelveTimesAndNoMore() {
        for (int i = 0; i < 20; i++) {
            decide(1 + i % 2, 20_000_000 + i * 500_000L, lot.closesAt().minusMillis(1));
        }

        assertThat(lot.extensions()).isEqualTo(12);
        assertThat(lot.closesAt()).isEqualTo(CLOSES.plus(Duration.ofHours(1)));
    }

    @Test
    void aLimitThatReachesTheReserveLiftsThePriceToIt() {
        var withReserve = terms(Format.OPEN, Optional.of(Money.of(45_000_000)));

        var below = OpenBidding.decide(withReserve, LotState.before(withReserve), BAT, Money.of(44_000_000), NOON).state();
        var reached = OpenBidding.decide(withReserve, below, BAT, Money.of(45_000_000), NOON).state();

        assertThat(OpenBidding.result(withReserve, below).kind()).isEqualTo(Result.Kind.BELOW_RESERVE);
        assertThat(OpenBidding.result(withReserve, reached)).isEqualTo(new Result(Result.Kind.SOLD, BAT, Money.of(45_000_000), List.of()));
    }

    @Test
    void ofEqualSealedBidsTheOneSealedFirstWinsAndWhoDoesNotOpenLosesTheBond() {
        var bids = List.of(sealedBid(3, 0), sealedBid(BAT, 30_000_000), sealedBid(SARNAI, 30_000_000), sealedBid(4, 29_000_000));

        assertThat(SealedBidding.result(terms(Format.SEALED_FIRST, Optional.empty()), bids))
                .isEqualTo(new Result(Result.Kind.SOLD, BAT, Money.of(30_000_000), List.of(3)));
    }

    @Test
    void theSecondPriceIsTheSecondBidButNotBelowTheReserve() {
        var bids = List.of(sealedBid(BAT, 30_000_000), sealedBid(SARNAI, 24_000_000));

        assertThat(SealedBidding.result(terms(Format.SEALED_SECOND, Optional.empty()), bids).price()).isEqualTo(Money.of(24_000_000));
        assertThat(SealedBidding.result(terms(Format.SEALED_SECOND, Optional.of(Money.of(25_000_000))), bids).price()).isEqualTo(Money.of(25_000_000));
        assertThat(SealedBidding.result(terms(Format.SEALED_SECOND, Optional.of(Money.of(31_000_000))), bids).kind()).isEqualTo(Result.Kind.BELOW_RESERVE);
    }

    @Test
    void aSealOpensWithItsOwnKeyAmountPaddleAndLotOnly() {
        var sealed = terms(Format.SEALED_FIRST, Optional.empty());
        var own = Optional.of(sealedBid(BAT, 0));
        var amount = Money.of(30_000_000);
        var copied = Optional.of(new SealedBid(SARNAI, own.get().seal(), Optional.empty()));

        assertThat(SealedBidding.reveal(sealed, LOT, own, amount, KEY, CLOSES)).isEqualTo(Answer.REVEALED);
        assertThat(SealedBidding.reveal(sealed, LOT, own, Money.of(30_000_001), KEY, CLOSES)).isEqualTo(Answer.NOT_AS_SEALED);
        assertThat(SealedBidding.reveal(sealed, LOT, own, amount, KEY.replace('0', '1'), CLOSES)).isEqualTo(Answer.NOT_AS_SEALED);
        assertThat(SealedBidding.reveal(sealed, LOT, own, amount, "no key", CLOSES)).isEqualTo(Answer.NOT_AS_SEALED);
        assertThat(SealedBidding.reveal(sealed, UUID.randomUUID(), own, amount, KEY, CLOSES)).isEqualTo(Answer.NOT_AS_SEALED);
        assertThat(SealedBidding.reveal(sealed, LOT, copied, amount, KEY, CLOSES)).isEqualTo(Answer.NOT_AS_SEALED);
    }

    /** So that whoever checks without us computes the same: {@code printf '%s' '…' | sha256sum}. */
    @Test
    void aSealIsWhatAnybodyCanCompute() {
        assertThat(Seal.of(LOT, BAT, Money.of(30_000_000), KEY).sha256())
                .isEqualTo("3130c3ba3553f6b7477a6298e87d3a33d9be0e9eb41288962293b5821e03d37b");
    }

    @Test
    void anOpenBidForASealedLotAndASealForAnOpenOneAreRefused() {
        var sealed = terms(Format.SEALED_SECOND, Optional.empty());

        assertThat(OpenBidding.decide(sealed, LotState.before(sealed), BAT, Money.of(30_000_000), NOON).answer()).isEqualTo(Answer.OTHER_FORMAT);
        assertThat(SealedBidding.seal(terms, Optional.empty(), NOON)).isEqualTo(Answer.OTHER_FORMAT);
        assertThat(SealedBidding.reveal(terms, LOT, Optional.empty(), Money.of(1), KEY, CLOSES)).isEqualTo(Answer.OTHER_FORMAT);
    }

    @Test
    void termsThatContradictThemselvesCannotBePublished() {
        assertThatThrownBy(() -> new Increments(List.of(new Step(Money.of(1), Money.of(1))))).hasMessageContaining("begin at zero");
        assertThatThrownBy(() -> new Increments(List.of(new Step(Money.ZERO, Money.ZERO)))).hasMessageContaining("positive");
        assertThatThrownBy(() -> new SoftClose(Duration.ofMinutes(-1), Duration.ZERO, 1)).hasMessageContaining("negative");
        assertThatThrownBy(() -> terms(Format.OPEN, Optional.of(Money.of(1_000_000_001)))).hasMessageContaining("do not fit");
        assertThatThrownBy(() -> new Terms(Format.SEALED_FIRST, Money.of(1), Optional.empty(), Money.of(2), STEPS, OPENS, CLOSES, SoftClose.NONE, CLOSES))
                .hasMessageContaining("times do not fit");
        assertThatThrownBy(() -> new Terms(Format.OPEN, Money.of(1), Optional.empty(), Money.of(2), STEPS, OPENS.plusNanos(1), CLOSES, SoftClose.NONE, CLOSES))
                .hasMessageContaining("whole milliseconds");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ABCD", "xyz"})
    void aSealIsHexadecimal(String text) {
        assertThatThrownBy(() -> new Seal(text)).hasMessageContaining("64");
        assertThatThrownBy(() -> Seal.of(LOT, BAT, Money.of(1), text)).hasMessageContaining("64");
    }

    private Answer bid(int paddle, long limit) {
        return decide(paddle, limit, NOON);
    }

    private Answer decide(int paddle, long limit, Instant at) {
        var decision = OpenBidding.decide(terms, lot, paddle, Money.of(limit), at);
        lot = decision.state();
        return decision.answer();
    }

    /** {@code opened} 0: sealed for 30 million, and not opened. */
    private static SealedBid sealedBid(int paddle, long opened) {
        var amount = Money.of(opened == 0 ? 30_000_000 : opened);
        return new SealedBid(paddle, Seal.of(LOT, paddle, amount, KEY), Optional.of(amount).filter(any -> opened > 0));
    }

    private static Terms terms(Format format, Optional<Money> reserve) {
        return new Terms(format, Money.of(20_000_000), reserve, Money.of(1_000_000_000), STEPS, OPENS, CLOSES,
                format.isSealed() ? SoftClose.NONE : FIVE_MINUTES, format.isSealed() ? CLOSES.plus(Duration.ofHours(4)) : CLOSES);
    }
}
