package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import mn.eland.ElandTest;
import mn.eland.Simulators;
import mn.eland.auction.admission.Admission;
import mn.eland.auction.bidding.Answer;
import mn.eland.auction.lot.Lot;
import mn.eland.auction.lot.Lot.State;
import mn.eland.auction.lot.Lots;
import mn.eland.kernel.Money;
import mn.eland.payment.Payments.Purpose;
import mn.eland.sale.SaleId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;

/** From the offer of a lot to the price in escrow, and what follows when somebody does not keep his word. */
@ElandTest
class AuctionTests {

    @Autowired WebApplicationContext context;
    @Autowired Simulators simulators;
    @Autowired JdbcClient sql;
    private AuctionWalk walk;

    @BeforeEach
    void walk() {
        walk = new AuctionWalk(context, simulators);
    }

    /** Who defaulted here bids in other tests. */
    @AfterEach
    void asBefore() {
        sql.sql("delete from auction.bans").update();
        simulators.allSwitchesOff();
        walk.clock.reset();
    }

    @Test
    void theHammerOpensASaleAndLosersGetTheirDepositsBackAtOnce() {
        var lot = walk.published();
        var winner = walk.admitted("enkhjin", lot);
        var loser = walk.admitted("nomin", lot);
        assertThat(walk.bid("enkhjin", lot, AuctionWalk.START)).isEqualTo(Answer.TOO_EARLY);
        walk.untilOpening(lot);
        assertThat(walk.bid("bilguun", lot, AuctionWalk.START)).isEqualTo(Answer.NOT_ADMITTED);
        assertThat(walk.bid("nomin", lot, 210_000_000)).isEqualTo(Answer.LEADING);
        assertThat(walk.bid("enkhjin", lot, 250_000_000)).isEqualTo(Answer.LEADING);

        walk.untilClose(lot);
        walk.untilState(lot, State.WON);

        assertThat(walk.bid("nomin", lot, 280_000_000)).isEqualTo(Answer.TOO_LATE);
        var won = walk.lots.known(lot.number());
        assertThat(won.outcome().winner()).isEqualTo(winner.paddle());
        assertThat(won.outcome().price()).as("the limit of the other and one step").isEqualTo(Money.of(212_000_000));
        walk.soon("the loser has the deposit back", () -> walk.refunded(loser.number()).equals(lot.deposit()));
        assertThat(walk.refunded(winner.number())).isEqualTo(Money.ZERO);
        fund(won, "enkhjin");
        walk.untilState(lot, State.SOLD);
        walk.soon("the winner has the deposit back", () -> walk.refunded(winner.number()).equals(lot.deposit()));
        assertThat(walk.payments.trialBalance().isHealthy()).isTrue();
    }

    /** The winner signs and pays deposit and price of the sale. */
    private void fund(Lot won, String winner) {
        var sale = SaleId.of(won.outcome().sale());
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", winner);
        walk.payByQr(winner, sale, Purpose.DEPOSIT);
        walk.untilStage(sale, "FUNDING");
        walk.payByQr(winner, sale, Purpose.BALANCE);
    }

    @Test
    void aWinnerWhoDoesNotPayLosesTheDepositAndTheNextBestBuys() {
        var lot = walk.published();
        var winner = walk.admitted("enkhjin", lot);
        var second = walk.admitted("nomin", lot);
        walk.untilOpening(lot);
        walk.bid("nomin", lot, 240_000_000);
        walk.bid("enkhjin", lot, 250_000_000);
        walk.untilClose(lot);
        walk.untilState(lot, State.WON);
        var sale = SaleId.of(walk.lots.known(lot.number()).outcome().sale());
        walk.consents(sale);
        walk.untilStage(sale, "PRELIMINARY");
        walk.sign(sale, "temuulen", "enkhjin");
        walk.soon("the deposit of the sale is asked for", () -> !walk.payments.collections(sale.caseRef()).isEmpty());

        walk.clock.passes(Duration.ofDays(10));
        walk.doTask("nomin", lot.number(), "takeLot", Map.of("decision", "TAKE"));

        walk.soon("the seller has the winner's deposit", () -> walk.payments.escrow(winner.number()).released().equals(lot.deposit()));
        assertThat(walk.refunded(winner.number())).isEqualTo(Money.ZERO);
        walk.soon("the next best has a sale", () -> second.paddle().equals(walk.lots.known(lot.number()).outcome().winner())
                && walk.lots.known(lot.number()).outcome().sale() != null);
        assertThat(walk.lots.known(lot.number()).outcome().price()).isEqualTo(Money.of(240_000_000));
        var next = walk.published();
        assertThat(walk.admissions.ask(walk.person("enkhjin"), next.number()).refusal().code()).isEqualTo("BIDDER_BANNED");
    }

    @Test
    void aLotTakenBackAcceptsNoBidAndGivesAllDepositsBack() {
        var lot = walk.published();
        var bidder = walk.admitted("enkhjin", lot);
        walk.untilOpening(lot);
        walk.bid("enkhjin", lot, AuctionWalk.START);

        assertThat(walk.lots.withdraw(walk.person("enkhjin"), lot.number(), "Шалтгаан").refusal().code()).isEqualTo("LOT_NOT_YOURS");
        assertThat(walk.lots.withdraw(walk.person("temuulen"), lot.number(), " ").refusal().code()).isEqualTo("REASON_MISSING");
        assertThat(walk.lots.withdraw(walk.person("temuulen"), lot.number(), "Өр төлөгдсөн").isDone()).isTrue();

        assertThat(walk.bid("enkhjin", lot, 220_000_000)).isEqualTo(Answer.WITHDRAWN);
        assertThat(walk.lots.withdraw(walk.person("temuulen"), lot.number(), "Өр төлөгдсөн").refusal().code()).isEqualTo("HAMMER_FELL");
        walk.untilState(lot, State.WITHDRAWN);
        walk.soon("the deposit is back", () -> walk.refunded(bidder.number()).equals(lot.deposit()));
    }

    @Test
    void theSellersSpouseIsBarredAndGetsTheDepositBack() {
        var lot = walk.published();

        var spouse = walk.paid("sarantuya", lot);

        walk.soon("she is declined", () -> walk.mine("sarantuya", lot).state() == Admission.State.DECLINED);
        assertThat(walk.mine("sarantuya", lot).signals()).contains("SHILL_LINK");
        walk.soon("the deposit is back", () -> walk.refunded(spouse.number()).equals(lot.deposit()));
    }

    @Test
    void aBidBelowTheReserveIsForTheSellerToAnswer() {
        var lot = walk.published(Optional.of(Money.of(260_000_000)));
        walk.admitted("enkhjin", lot);
        walk.untilOpening(lot);
        walk.bid("enkhjin", lot, 240_000_000);
        walk.untilClose(lot);
        walk.untilState(lot, State.BELOW_RESERVE);

        walk.doTask("temuulen", lot.number(), "acceptBestBid", Map.of("decision", "KEEP"));

        walk.untilState(lot, State.UNSOLD);
        assertThat(walk.lots.lot(null, lot.number()).isDone()).isTrue();
    }

    @Test
    void whoSellsMustGiveNoticeAndMayNotBid() {
        var lot = walk.offered(Optional.empty());
        var listing = lot.listing();

        assertThat(walk.admissions.ask(walk.person("enkhjin"), lot.number()).refusal().code()).as("not published").isEqualTo("LOT_UNKNOWN");
        assertThat(walk.admissions.ask(walk.person("temuulen"), lot.number()).refusal().code()).isEqualTo("ADMISSION_CLOSED");
        assertThat(offer(listing, "enkhjin", AuctionWalk.START, Duration.ofDays(30))).isEqualTo("LISTING_NOT_YOURS");
        assertThat(offer(listing, "temuulen", 1, Duration.ofDays(30))).isEqualTo("START_PRICE_INVALID");
        assertThat(offer(listing, "temuulen", AuctionWalk.START, Duration.ofDays(2))).isEqualTo("NOTICE_TOO_SHORT");
        assertThat(offer(listing, "temuulen", AuctionWalk.START, Duration.ofDays(30))).isEqualTo("PROPERTY_RESERVED");
        walk.doTask("khatanbaatar", lot.number(), "approveLot", Map.of("decision", "REFUSE", "reason", "Баримт дутуу"));
        walk.untilState(lot, State.REFUSED);
        assertThat(offer(listing, "temuulen", AuctionWalk.START, Duration.ofDays(30))).isEqualTo("done");
    }

    private String offer(mn.eland.kernel.CaseRef listing, String name, long start, Duration from) {
        var opens = walk.clock.instant().plus(from);
        var offered = walk.lots.offer(walk.person(name), new Lots.Offer(listing, Money.of(start), Optional.empty(), opens, opens.plus(Duration.ofHours(2))));
        return offered.isDone() ? "done" : offered.refusal().code();
    }
}
