package mn.eland.auction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import mn.eland.ElandTest;
import mn.eland.auction.bidding.Format;
import mn.eland.auction.bidding.Increments;
import mn.eland.auction.bidding.Increments.Step;
import mn.eland.auction.bidding.SoftClose;
import mn.eland.auction.bidding.Terms;
import mn.eland.audit.sealing.SealKey;
import mn.eland.kernel.ElandClock;
import mn.eland.kernel.Money;
import mn.eland.kernel.PartyId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** Certificates, checked by the program that bidders get: it comes to the same winner and price and finds every fault. */
@ElandTest
class CertificateTests {

    private static final int MUTATIONS = 3_000;
    private static final Path VERIFIER = Path.of("src/main/resources/verifier");
    private static final Path DRIVER = Path.of("src/test/resources/auction/mutations.py");

    @Autowired Auctions auctions;
    @Autowired SealKey key;
    @Autowired ElandClock clock;
    @TempDir Path folder;

    @AfterEach
    void asBefore() {
        clock.reset();
    }

    @Test
    void aLoserFindsWinnerAndPriceAloneAndNothingThatIsSpoiltFits() throws Exception {
        var lot = played(Optional.of(Money.of(150_000)), 40);
        var closing = auctions.closing(lot);
        var file = written(lot);

        assertThat(run(List.of("python3", VERIFIER.resolve("eland_auction_verify.py").toString(), file.toString(), "--key", key.fingerprint())))
                .startsWith("FITS: lot " + lot + ", " + closing.lot().sequence() + " bids, " + closing.result().kind() + ", winner "
                        + closing.result().winner() + ", price " + closing.result().price().tugrug());
        assertThat(run(List.of("python3", VERIFIER.resolve("eland_auction_verify.py").toString(), file.toString(), "--key", "0000000000000000")))
                .startsWith("DOES NOT FIT: end: signed by another key");
        assertThat(run(List.of("python3", DRIVER.toString(), VERIFIER.toString(), "" + MUTATIONS, "7", file.toString())))
                .startsWith("found " + MUTATIONS + " of " + MUTATIONS).contains("false alarms 0");
    }

    @Test
    void aLotWithoutBidsHasACertificateTooAndAnOpenOneHasNone() throws Exception {
        var open = lot(Optional.empty());
        assertThat(auctions.certificate(open, key)).isEmpty();

        clock.passes(Duration.ofHours(2));

        assertThat(run(List.of("python3", VERIFIER.resolve("eland_auction_verify.py").toString(), written(open).toString()))).contains("0 bids, NO_BID");
    }

    /** Many bids of five bidders, the last of them near the close. */
    private LotId played(Optional<Money> reserve, int bids) {
        var lot = lot(reserve);
        var bidders = java.util.stream.Stream.generate(PartyId::random).limit(5).toList();
        bidders.forEach(bidder -> auctions.admit(lot, bidder));
        var chance = new Random(11);
        for (int n = 0; n < bids; n++) {
            if (n == bids / 2) {
                clock.passes(Duration.between(clock.instant(), auctions.view(lot).closesAt()).minusSeconds(60));
            }
            auctions.bid(lot, new Bid(bidders.get(chance.nextInt(5)), Money.of(100_000 + n * 3_000L + chance.nextInt(9_000)), UUID.randomUUID().toString()));
        }
        clock.passes(Duration.between(clock.instant(), auctions.view(lot).closesAt()).plusSeconds(1));
        return lot;
    }

    private LotId lot(Optional<Money> reserve) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var lot = LotId.random();
        auctions.publish(lot, new Terms(Format.OPEN, Money.of(100_000), reserve, Money.of(10_000_000), new Increments(List.of(
                new Step(Money.ZERO, Money.of(1_000)), new Step(Money.of(160_000), Money.of(2_500)))), now.minusSeconds(60), now.plusSeconds(3_600),
                new SoftClose(Duration.ofMinutes(5), Duration.ofMinutes(5), 3), now.plusSeconds(3_600)));
        return lot;
    }

    private Path written(LotId lot) throws Exception {
        return Files.write(folder.resolve(lot + ".jsonl"), auctions.certificate(lot, key).orElseThrow());
    }

    private static String run(List<String> command) throws Exception {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
